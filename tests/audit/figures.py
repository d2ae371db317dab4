"""The figures of an audit: a table for people, a file for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = Path(__file__).parent / "figures.json"


@dataclass(frozen=True)
class Figure:
    """What was measured, on which page of which site; `wanted` says in words what is good enough ("" for no claim)."""

    check: str
    site: str
    page: str
    value: float
    wanted: str = ""


def table(figures: Iterable[Figure]) -> list[str]:
    """One line a figure, in columns."""
    rows = [("check", "site", "page", "value", "wanted")]
    rows += [(one.check, one.site, one.page, f"{one.value:g}", one.wanted) for one in figures]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def write(figures: Iterable[Figure]) -> None:
    """All figures as JSON."""
    FILE.write_text(json.dumps([asdict(one) for one in figures], indent=1, ensure_ascii=False) + "\n", "utf-8")
