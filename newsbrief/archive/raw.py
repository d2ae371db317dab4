"""Raw articles of an archive: read as the desk reads them, then annotated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from newsbrief import rules
from newsbrief.archive import annotation
from newsbrief.archive.item import Item
from newsbrief.desk import raw_files
from newsbrief.model.article import Reading
from newsbrief.model.refusal import RefusedError

DATED = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def rows(item: Item, lang: str) -> Iterator[dict[str, Any]]:
    """A row for each article of a raw file: its text as the desk reads it, its date, and what is found in it.

    Offsets count code points of that text, so the row has it.
    """
    file = PurePosixPath(item.name)
    try:
        readings = _readings(item.data, file.name, lang)
    except RefusedError as error:
        yield {"id": annotation.name_of(item), "error": f"{item.place}: {error}"}
        return
    for number, reading in enumerate(readings, 1):
        name = annotation.name_of(item)
        yield _row(f"{name}#{number}" if len(readings) > 1 else name, reading, file.name, lang)


def _row(name: str, reading: Reading, file: str, lang: str) -> dict[str, Any]:
    dated = DATED.match(file)
    date = reading.date or (dated[0] if dated else "")
    found = annotation.found(reading.text, date, rules.known(reading.lang) or lang)
    return {"id": name, "title": reading.headline, "date": date or None, "text": reading.text, **found}


def _readings(data: bytes, name: str, lang: str) -> tuple[Reading, ...]:
    return raw_files.readings(data, name, lang)
