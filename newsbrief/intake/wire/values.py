"""Values of JSON from strangers: parsed within bounds, and looked at without trusting their kinds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from newsbrief.model.refusal import RefusedError

# A file has no more brackets and strings than a message of articles needs; Python's objects take fifty times the space.
MOST_BRACKETS, MOST_STRINGS = 150_000, 500_000
BEGINS = re.compile(r'\s*(?:\[\s*)?\{\s*"[^"\n]{0,120}"\s*:')
DEEPEST = 40
# JSON can write half a sign; no text can have one.
HALVES = re.compile("[\ud800-\udfff]")
Value = object
Record = Mapping[str, object]


def begins(text: str) -> bool:
    """Whether a text begins as JSON of records does."""
    return BEGINS.match(text) is not None


def parsed(text: str) -> object:
    """The value of a JSON text, its keys in lower case. Raises RefusedError with the line."""
    if text.count("{") + text.count("[") > MOST_BRACKETS or text.count('"') > 2 * MOST_STRINGS:
        raise RefusedError((0, "the JSON has more parts than any message of articles"))
    try:
        return _lowered(_loaded(text), 0)
    except json.JSONDecodeError as error:
        raise RefusedError((error.lineno, f"not JSON: {error.msg.lower()}")) from None
    except (ValueError, RecursionError):
        raise RefusedError((0, "not JSON that can be read: a number or its depth is out of all bounds")) from None


def _loaded(text: str) -> object:
    """The text's value; of JSON Lines a list of them."""
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Extra data"):
            raise
        return [json.loads(line, strict=False) for line in text.split("\n") if line.strip()]


def _lowered(value: object, depth: int) -> object:
    """Keys as all versions have them: ninjs 3 writes its keys in camel case, earlier versions in lower case."""
    if depth > DEEPEST:
        return None
    if isinstance(value, dict):
        found: dict[str, object] = {}
        for key, one in value.items():
            found.setdefault(HALVES.sub("\ufffd", key.lower()), _lowered(one, depth + 1))
        return found
    if isinstance(value, list):
        return [_lowered(one, depth + 1) for one in value]
    return HALVES.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value


def text_of(value: object) -> str:
    """A string as it is, a number as it is written; "" for all else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def texts(value: object, *keys: str) -> tuple[str, ...]:
    """The texts of a string, of a list of strings, or of a list of records under the first of `keys` that they have."""
    found = []
    for one in value if isinstance(value, list) else [value]:
        found.append(first(one, *keys) if isinstance(one, Mapping) else text_of(one).strip())
    return tuple(filter(None, found))


def first(record: Record, *keys: str) -> str:
    """The first text among some keys of a record."""
    return next((said for key in keys if (said := text_of(record.get(key)).strip())), "")


def records(value: object) -> Iterator[tuple[str, Record]]:
    """The records of a list, or of a record of records, each with its key or its `name`."""
    if isinstance(value, list):
        for one in value:
            if isinstance(one, Mapping):
                yield text_of(one.get("name")), one
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if isinstance(one, Mapping):
                yield str(key), one
