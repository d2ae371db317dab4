"""Find which brief was made from which raw file or agency's item, and which of two versions of an item is newer."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from newsbrief import document
from newsbrief.content.folders import BRIEF_FOLDERS, brief_files
from newsbrief.content.text_files import read_text
from newsbrief.document.moment import moment_of
from newsbrief.model.brief import RawRecord
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError

# Finds the `raw` field, near the end of the front matter, of a brief that cannot be parsed.
RECORD = re.compile(rb"^raw:.*?\bfile:[ \t]*([^\s,}]+)(?:[\s,]+item:[ \t]*([^\n]*))?", re.MULTILINE | re.DOTALL)
RECORD_WITHIN = 20_000


class Origins(Struct):
    """Where the briefs of a content folder are from.

    `files` has the briefs without an item by the name of their raw file, `items` the others by the item's id.
    `records` has the `raw` field of each brief. `entries` are all briefs that can be parsed, without their texts.
    `broken` says why others cannot.
    """

    files: dict[str, Path] = field(default_factory=dict)
    items: dict[str, Path] = field(default_factory=dict)
    records: dict[Path, RawRecord] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    broken: dict[Path, RefusedError] = field(default_factory=dict)

    def put(self, raw_file: str, item: str, brief: Path) -> None:
        """Add a brief; of several with one origin the first counts."""
        self.items.setdefault(item, brief) if item else self.files.setdefault(raw_file, brief)


def origins(content: Path, folders: Sequence[str] = BRIEF_FOLDERS) -> Origins:
    """Read the origins of all briefs in these folders of a content folder, from their `raw` fields."""
    found = Origins()
    for file in brief_files(content, folders):
        try:
            brief = document.parse(read_text(file))
        except RefusedError as error:
            # Its raw article must not make a second brief.
            found.put(*_origin_in(file), file)
            found.broken[file] = error
            continue
        found.entries.append(Entry(file.relative_to(content).as_posix(), brief))
        if brief.raw:
            found.put(brief.raw.file, brief.raw.item, file)
            found.records[file] = brief.raw
    return found


def _origin_in(file: Path) -> tuple[str, str]:
    match = RECORD.search(file.read_bytes()[-RECORD_WITHIN:])
    if match is None:
        return "", ""
    name, item = (part.decode("utf-8", "replace") if part else "" for part in match.groups())
    return name, item.strip().strip("\"'")


def newer(version: str, sent: str, than_version: str, than_sent: str) -> int:
    """Return 1 if a version is newer than the other, -1 if it is older, 0 if they are equal or cannot be compared.

    Compare the numbers of the versions; the instants at which they were sent count if there are no two numbers.
    """
    if version.isdecimal() and than_version.isdecimal() and int(version) != int(than_version):
        return 1 if int(version) > int(than_version) else -1
    one, other = _instant(sent), _instant(than_sent)
    if one is None or other is None or one == other:
        return 0
    return 1 if one > other else -1


def _instant(words: str) -> dt.datetime | None:
    moment = moment_of(words)
    return moment.at(dt.UTC) if moment else None
