"""Where a brief's file divides: front matter between two `---` lines, then the body."""

from __future__ import annotations

import re

from msgspec import Struct

from newsbrief.document.decoding import with_newlines
from newsbrief.document.signs import cleaned
from newsbrief.model.refusal import RefusedError

FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
BLANK_LINES = re.compile(r"(?:[ \t]*\n)*")


class Front(Struct, frozen=True):
    """One file, divided. Lines count from 1; `first` is the line after the opening `---`, `closing` the second one's.

    `body_line` is the line on which the body's first words stand (where they would, when there are none).
    """

    first: int
    source: str
    closing: int
    body: str
    body_line: int


def divide(text: str) -> Front:
    """Tell the front matter from the body; raises RefusedError when either `---` line is missing."""
    content = with_newlines(text).removeprefix("\ufeff")
    skipped = BLANK_LINES.match(content)
    opening = FENCE.match(content, skipped.end() if skipped else 0)
    if opening is None:
        raise RefusedError((1, "the file does not begin with front matter; put title: and date: between two --- lines"))
    first = content.count("\n", 0, opening.end()) + 2
    end = FENCE.search(content, opening.end())
    if end is None:
        raise RefusedError((first - 1, "the front matter is never closed; put a line --- after its last field"))
    source = content[opening.end() + 1 : end.start()]
    closing = first + source.count("\n")
    rest = content[end.end() + 1 :]
    blank = BLANK_LINES.match(rest)
    return Front(first, source, closing, clean_body(rest), closing + 1 + (blank.group().count("\n") if blank else 0))


def clean_body(body: str) -> str:
    """The body as it is kept: no blank lines around it, and no signs that nobody sees (see `signs`)."""
    ended = cleaned(with_newlines(body)).rstrip()
    blank = BLANK_LINES.match(ended)
    return ended[blank.end() :] if blank else ended
