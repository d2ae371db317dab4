"""Lines joined into the paragraphs, headings and notices that they were before somebody wrapped them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from newsbrief.intake.text.lines import RULE, Line

# A line of this many characters and more may have been wrapped; a shorter one ends where its writer ended it.
WRAPPED = 40
# No one wraps lines this late: each is a paragraph.
UNWRAPPED = 160
# From so many lines on, a text shows how wide it was wrapped. A word's length of slack at the right margin is usual.
FEWEST, COLUMN, WIDEST, SLACK = 8, 14, 100, 10
# The share of lines that end with a sentence where each is a paragraph.
ENDED = 0.6
# A note in brackets has no more lines.
BRACKETED = 6
SENTENCE_END = re.compile(r"[.!?…:][\"”’»)]?$")
BULLET = re.compile(r"[•*▪◦‣·●■–—>-]{1,3}\s|[•▪◦‣●■](?=\S)|\*(?=[\w“\"‘'«(])")
# The second part of a word with a hyphen of its own is no shorter.
WORD = 4
PARTED = re.compile(r"(?P<first>[^\W\d_]{2,})-$")
NUMBER = re.compile(r"\d{1,2}[.)]\s|\(\d{1,2}\)\s")


class Atom(Struct, frozen=True):
    """What belongs together; `apart`: an empty line stands before it. `number` is that of its first line."""

    number: int
    text: str
    apart: bool


class Setting(Struct, frozen=True):
    """How a text is set: `width` of its wrapped lines, 0 where that is not known; whether it is wrapped at all.

    `indented`: a line that begins further right than others begins a paragraph.
    """

    width: int
    wraps: bool
    indented: bool
    margin: int


def atoms(
    found: Sequence[Line],
    alone: Callable[[str], bool] = lambda words: False,
    begins: Callable[[str], bool] = lambda words: False,
    breaking: frozenset[str] = frozenset(),
) -> list[Atom]:
    """Lines joined where the text was wrapped.

    `alone` tells a short line that is whole, such as a byline; `begins` one that goes on from none, such as a note.
    `breaking` are the first parts of words with a hyphen.
    """
    setting = _setting(found)
    joined: list[list[Line]] = []
    whole = False
    for line in found:
        before, whole = whole, len(line.text) <= UNWRAPPED and alone(line.text)
        if joined and (
            _is_open(joined[-1])
            or _is_label(joined[-1][-1], line)
            or (not before and not whole and _goes_on(joined[-1][-1], line, setting) and not begins(line.text))
        ):
            joined[-1].append(line)
        else:
            joined.append([line])
    words = " ".join(line.text for line in found)
    return [Atom(group[0].number, _whole(group, words, breaking), group[0].after_blank) for group in joined]


def _whole(group: Sequence[Line], words: str, breaking: frozenset[str]) -> str:
    """The lines of a paragraph as one; a word that was parted at a line's end is whole again.

    A hyphen that was the word's own stays: where the text has the word so elsewhere, or its first part asks for one.
    """
    text = ""
    for line in group:
        parted = PARTED.search(text)
        if not parted or not line.text[0].islower():
            text = f"{text} {line.text}" if text else line.text
            continue
        rest = line.text.split(" ", 1)[0].rstrip('.,;:!?”"’)')
        first = parted["first"]
        own = (first.lower() in breaking and len(rest) >= WORD) or (
            f"{first}-{rest}" in words and f"{first}{rest}" not in words
        )
        text = text + line.text if own else text[:-1] + line.text
    return text


def _is_label(line: Line, following: Line) -> bool:
    """Whether a line is “Image caption,” and nothing else: the page had its words beside it."""
    return (
        line.text.endswith(",") and line.text.count(" ") == 1 and not following.after_blank and line.text[0].isupper()
    )


def _is_open(group: Sequence[Line]) -> bool:
    """Whether a note in brackets is not at its end yet."""
    if not group[0].text.startswith("(") or len(group) > BRACKETED:
        return False
    words = " ".join(line.text for line in group)
    return words.count("(") > words.count(")")


def _setting(found: Sequence[Line]) -> Setting:
    margin = min((line.indent for line in found), default=0)
    further = sum(line.indent > margin + 1 for line in found)
    followed = [one for one, other in pairwise(found) if not other.after_blank]
    long = sum(len(line.text) > UNWRAPPED for line in found)
    ended = sum(SENTENCE_END.search(line.text) is not None for line in followed)
    # Whoever wraps lines wraps all of them, and few of the lines happen to end with a sentence.
    wraps = (long < 2 or long * 20 < len(found)) and (len(followed) < FEWEST or ended < ENDED * len(followed))
    sizes = sorted(len(line.text) for line in followed)
    # A few longer lines, of captions and tails, may stand among the columns.
    width = next((width for share in (0.9, 0.75) if (width := _width(sizes, share))), 0)
    return Setting(width, wraps, 2 <= further < 0.8 * len(found), margin)


def _width(sizes: Sequence[int], share: float) -> int:
    """How wide lines of these sizes were wrapped, if that share of them is no longer; 0 if that does not show."""
    if len(sizes) < FEWEST:
        return 0
    width = sizes[int(share * len(sizes))]
    full = sum(width - 2 * SLACK <= size <= width for size in sizes)
    # A newspaper's columns are narrow, but there are many lines of them.
    least = WRAPPED // 2 if len(sizes) >= COLUMN else WRAPPED
    return width if least <= width <= WIDEST and full * 2 >= len(sizes) else 0


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
    if PARTED.search(line.text) and following.text[0].islower():
        return True
    if line.text.isupper() != following.text.isupper() and len(following.text) > WRAPPED // 2:
        return False
    if setting.indented and following.text[0].islower() and len(line.text) * 2 > WRAPPED:
        return True
    length = len(line.text)
    if setting.width:
        # A line that has room for the next word was ended by its writer.
        room = setting.width - length - 1
        return room - len(following.text.split(" ", 1)[0]) < SLACK or (
            following.text[0].islower() and length * 2 > setting.width
        )
    if length < WRAPPED or length > UNWRAPPED:
        return False
    if length + 1 + len(following.text.split(" ", 1)[0]) <= len(following.text) and not following.text[0].islower():
        # Whoever wraps a text fills its lines: the next line shows that this one had room for a further word.
        return False
    ends = bool(SENTENCE_END.search(line.text))
    # Wrapped text may happen to end a line with a sentence; then the next line is about as long as this one.
    return not ends or length > 60 >= abs(length - len(following.text))
