"""What the finders are given besides the brief."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct, field

from newsbrief.check.across import Across
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.mentions import Mentions


class Seen(Struct, frozen=True):
    """`file` as messages name it; `mentions` the extractors' view of the body (`entry.text`); `today` the build's day.

    `raw_sha256`: of the raw article as it is now, "" where there is none; `raw_dated`: whether the raw article or its
    name gives a date. `across`: what only all briefs together show. `picture`: the brief's photo as its file is, or
    `photo_fault`, what is wrong with that.
    """

    file: str
    mentions: Mentions
    today: dt.date
    raw_sha256: str = ""
    raw_dated: bool = True
    across: Across = field(default_factory=Across)
    picture: Picture | None = None
    photo_fault: str = ""


def file_of(path: str, entry: Entry, seen: Seen) -> str:
    """Another file of the content folder as messages name it."""
    return seen.file.removesuffix(entry.path) + path


def line_of(entry: Entry, offset: int) -> int:
    """The line of the brief's file on which the words at `offset` of `entry.text` stand, as near as can be told.

    Paragraphs of the text and of the Markdown body come in the same order; the words are looked for from there.
    """
    start = entry.text.rfind("\n\n", 0, offset) + 2 if "\n\n" in entry.text[:offset] else 0
    first_words = entry.text[start : start + 24]
    place = entry.brief.body.find(first_words)
    return entry.brief.body_line + entry.brief.body.count("\n", 0, max(place, 0))
