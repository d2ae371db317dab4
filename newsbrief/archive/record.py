"""What a run leaves beside its output, so that another can go on where it ended: OUT.progress, one JSON object."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import asdict, fields, replace

from newsbrief.archive.item import Place

ENDING = ".progress"


class Record(Struct, frozen=True):
    """How far a run is.

    `version` and `lang` of the run and `inputs` (see `inputs.Inputs.known`) have to be the same for another to go on.
    `place` in the input and `written` bytes of the output belong together; `tail` is a digest of the last bytes there;
    `articles` and `errors` count lines of the output.
    """

    version: str
    lang: str
    inputs: list[list[object]]
    place: Place = field(default_factory=Place)
    written: int = 0
    tail: str = ""
    articles: int = 0
    errors: int = 0
    finished: bool = False


def file_of(output: Path) -> Path:
    """Where an output's record lies."""
    return output.with_name(output.name + ENDING)


def read(file: Path) -> Record | None:
    """The record, or None where there is none that can be understood."""
    try:
        found = json.loads(file.read_bytes())
        return _typed(found)
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write(file: Path, record: Record) -> None:
    """Replace the record: it is the old one or the new one, at any moment."""
    beside = file.with_name(file.name + ".new")
    with beside.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps({**asdict(record), "place": asdict(record.place)}) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(file)


def differs(record: Record, now: Record) -> str:
    """Why a run cannot go on from a record, "" where it can."""
    if record.version != now.version:
        return f"it was begun by newsbrief {record.version}, this is {now.version}"
    if record.lang != now.lang:
        return f"it was begun with {record.lang} as the language of articles that name none, now that is {now.lang}"
    if [one[0] for one in record.inputs] != [one[0] for one in now.inputs]:
        return f"it was begun from {', '.join(str(one[0]) for one in record.inputs)}"
    changed = [str(new[0]) for old, new in zip(record.inputs, now.inputs, strict=True) if old != new]
    return f"{', '.join(changed)} has changed since it was begun" if changed else ""


def _typed(found: dict[str, Any]) -> Record:
    known = {one.name for one in fields(Record)}
    if set(found) != known or not all(isinstance(one, list) and one for one in found["inputs"]):
        raise ValueError("no record of this version")
    return replace(Record(**found), place=Place(**found["place"]))
