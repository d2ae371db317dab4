"""A title and rows as one JSON document, indented, of rows that are written already: many documents share them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any


def row(value: dict[str, Any]) -> str:
    """One row of `document`, as it stands in there."""
    return _inside(_json(value), 2)


def document(title: object, rows: Iterable[str]) -> str:
    """`{"title", "events": [row, …]}`."""
    events = ",\n  ".join(rows)
    listed = f"[\n  {events}\n ]" if events else "[]"
    return f'{{\n "title": {_inside(_json(title), 1)},\n "events": {listed}\n}}\n'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _inside(text: str, depth: int) -> str:
    """JSON has no line ends but those between its parts."""
    return text.replace("\n", "\n" + depth * " ")
