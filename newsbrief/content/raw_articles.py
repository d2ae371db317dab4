"""Read the raw article that a brief names: its words, to check quotes against, and its last lines."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from newsbrief.document import MAX_BYTES, cleaned, is_page, page_notices, page_words
from newsbrief.intake.decode import decoded
from newsbrief.intake.origin import LONGEST, origin
from newsbrief.intake.text.lines import clean
from newsbrief.intake.unseen import UNSEEN
from newsbrief.intake.wire import form
from newsbrief.intake.wire.mail import begins as has_parts
from newsbrief.intake.wire.words import strings
from newsbrief.model.brief import RawRecord
from newsbrief.model.refusal import RefusedError

# Characters that count as white space in plain text.
BLANK = re.compile(r"[\x00-\x1f\x7f]")
TAIL_BYTES, TAIL_LINES = 2_000, 3


def _file(record: RawRecord, raw_folder: Path) -> Path | None:
    # Anybody may have written a path in front matter: open nothing but plain files of the raw folder.
    name = record.file
    file = raw_folder / name
    if not name or Path(name).name != name or not file.is_file() or file.stat().st_size > 2 * MAX_BYTES:
        return None
    return file


def tail(record: RawRecord, raw_folder: Path) -> tuple[str, ...]:
    """Return the last lines of the raw article, or of a saved page its copyright lines. () for an agency's file."""
    file = _file(record, raw_folder)
    if file is None:
        return ()
    with file.open("rb") as handle:
        head = handle.read(LONGEST)
        start = origin(head.decode("utf-8-sig", "replace")).text.lstrip()
        if form(start) or has_parts(head):
            return ()
        if start.startswith("<"):
            return page_notices(_text_of(file.read_bytes()))[-TAIL_LINES:]
        handle.seek(max(0, file.stat().st_size - TAIL_BYTES))
        lines = handle.read().decode("utf-8", "replace").split("\n")
    return tuple(line.strip() for line in lines if line.strip())[-TAIL_LINES:]


def _text_of(data: bytes) -> str:
    """Decode a raw article as well as possible, without the lines that a browser writes above a saved page."""
    try:
        text = decoded(data)
    except RefusedError:
        text = data.decode("utf-8", "replace")
    return origin(text).text


def words(record: RawRecord, raw_folder: Path) -> str | None:
    """Return all words of the raw article; None if there is no such file or it no longer holds the brief's item."""
    file = _file(record, raw_folder)
    if file is None:
        return None
    data = file.read_bytes()
    if has_parts(data):
        return _agency_words(data, record.item)
    text = _text_of(data)
    if form(text):
        return _agency_words(data, record.item)
    return UNSEEN.sub("", page_words(text)) if is_page(text) else cleaned(BLANK.sub(" ", clean(text)))


def _agency_words(data: bytes, item: str) -> str | None:
    """Return all words of an agency's file; None if the item has gone from it, as feeds drop old items."""
    source, said = _agency_source(data)
    longest = max(item.split(":"), key=len)
    return said if longest in source else None


# A feed is read again for each of its items, one after the other.
@lru_cache(maxsize=4)
def _agency_source(data: bytes) -> tuple[str, str]:
    """Return the file's text, in which to look for an item's id, and its words; escaped HTML is read as HTML."""
    source, texts = strings(data)
    shown = (page_words(page_words(text)) if "<" in text or "&" in text else text for text in texts)
    return source, UNSEEN.sub("", cleaned(BLANK.sub(" ", "\n".join(shown))))
