"""Lines joined into the paragraphs, headings and notices that they were before somebody wrapped them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsbrief.intake.text.lines import RULE, Line

# A line of this many characters and more may have been wrapped; a shorter one ends where its writer ended it.
WRAPPED = 40
# No one wraps lines this late: each is a paragraph.
UNWRAPPED = 160
# From so many lines on, a text shows how wide it was wrapped. A word's length of slack at the right margin is usual.
FEWEST, WIDEST, SLACK = 8, 100, 10
SENTENCE_END = re.compile(r"[.!?…:][\"”’»)]?$")
BULLET = re.compile(r"[•*▪◦‣·●■–—-]\s|[•▪◦‣●■](?=\S)|\*(?=[\w“\"‘'«(])")
NUMBER = re.compile(r"\d{1,2}[.)]\s|\(\d{1,2}\)\s")


@dataclass(frozen=True, slots=True)
class Atom:
    """What belongs together; `apart`: an empty line stands before it. `number` is that of its first line."""

    number: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: `width` of its wrapped lines, 0 where that is not known; whether it is wrapped at all.

    `indented`: a line that begins further right than others begins a paragraph.
    """

    width: int
    wraps: bool
    indented: bool
    margin: int


def atoms(found: Sequence[Line]) -> list[Atom]:
    """Lines joined where the text was wrapped."""
    setting = _setting(found)
    joined: list[list[Line]] = []
    for line in found:
        if joined and _goes_on(joined[-1][-1], line, setting):
            joined[-1].append(line)
        else:
            joined.append([line])
    return [Atom(group[0].number, " ".join(line.text for line in group), group[0].after_blank) for group in joined]


def _setting(found: Sequence[Line]) -> Setting:
    margin = min((line.indent for line in found), default=0)
    further = sum(line.indent > margin + 1 for line in found)
    followed = [one for one, other in pairwise(found) if not other.after_blank]
    long = sum(len(line.text) > UNWRAPPED for line in found)
    # Whoever wraps lines wraps all of them.
    wraps = long < 2 or long * 20 < len(found)
    sizes = sorted(len(line.text) for line in followed)
    width = sizes[int(0.9 * len(sizes))] if len(sizes) >= FEWEST else 0
    full = sum(size >= width - 2 * SLACK for size in sizes)
    set_so = WRAPPED <= width <= WIDEST and full * 2 >= len(sizes)
    return Setting(width if set_so else 0, wraps, 2 <= further < 0.8 * len(found), margin)


def _goes_on(line: Line, following: Line, setting: Setting) -> bool:
    """Whether the next line goes on with this one's paragraph."""
    if following.after_blank or line.frame or not setting.wraps:
        return False
    if BULLET.match(following.text) or RULE.fullmatch(line.text) or RULE.fullmatch(following.text):
        return False
    if NUMBER.match(following.text) and (SENTENCE_END.search(line.text) or NUMBER.match(line.text)):
        return False
    if setting.indented and following.indent > setting.margin + 1 and following.indent > line.indent:
        return False
    length = len(line.text)
    if setting.width:
        # A line that has room for the next word was ended by its writer.
        room = setting.width - length - 1
        return room - len(following.text.split(" ", 1)[0]) < SLACK or following.text[0].islower()
    if length < WRAPPED or length > UNWRAPPED:
        return False
    ends = bool(SENTENCE_END.search(line.text))
    # Wrapped text may happen to end a line with a sentence; then the next line is about as long as this one.
    return not ends or length > 60 >= abs(length - len(following.text))
