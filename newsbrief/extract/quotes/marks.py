"""Pairs of quotation marks in one paragraph, whatever marks the article uses. One pass, each mark looked at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

# Each begins with its signs and looks back from there: so most of a text is passed over at once.
DOUBLE = re.compile(r"[\"“”„‟«»＂`'](?:(?<=[^`'])|(?<=`)`|(?<=')')")
SINGLE = re.compile(r"[‘'’](?:(?<![^\W_].)(?<=[‘'])(?=[^\W_\s“\"])|(?<=[^\s]['’])(?![^\W_]))")
OPENERS, CLOSERS = {"“", "„", "‟", "«", "``"}, {"”", "»"}
BEFORE_OPENER = "([{—–-/:\u00a0‘'“\""
AFTER_CLOSER = ".,;:!?)]}—–-…’'”\""
DEEPEST = 8
STRONG_END = ",.?!…—–-"


class Marked(Struct, frozen=True):
    """What stands between two marks, marks included. `closed`: the second mark is there.

    `opened`: the first mark is there (a second paragraph of one quote may come without).
    """

    start: int
    end: int
    closed: bool = True
    opened: bool = True


def pairs(text: str, start: int, end: int, *, open_before: bool = False) -> tuple[Marked, ...]:
    """The outermost marked segments between two places; the last may be unclosed.

    `open_before`: the paragraph before ended inside a quote, so a first mark that closes ends it.
    """
    found = tuple(_outermost(_double(text, start, end, open_before), end))
    return found or tuple(_single(text, start, end))


def _double(text: str, start: int, end: int, open_before: bool) -> Iterator[Marked]:
    """Every closed pair, inner ones too, and what was left open."""
    stack: list[int] = []
    seen = False
    for match in DOUBLE.finditer(text, start, end):
        place, mark = match.start(), match[0]
        if _opens(text, place, mark, start, end, stack):
            # Marks nested deeper than any writer nests them are noise.
            if len(stack) < DEEPEST:
                stack.append(place)
        elif stack:
            opened = stack.pop()
            if place - opened > len(mark):
                yield Marked(opened, match.end())
        elif open_before and not seen:
            yield Marked(start, match.end(), opened=False)
        seen = True
    for place in stack:
        yield Marked(place, end, closed=False)


def _opens(text: str, place: int, mark: str, start: int, end: int, stack: list[int]) -> bool:
    """Whether a mark opens, by its own form and, where that is not enough, by what stands beside it."""
    before = text[place - 1] if place > start else " "
    after = text[place + len(mark)] if place + len(mark) < end else " "
    looks_open = (before.isspace() or before in BEFORE_OPENER) and not after.isspace()
    looks_closed = (after.isspace() or after in AFTER_CLOSER) and not before.isspace()
    if stack and text[stack[-1]] == "„" and mark in "“”":
        return False
    if mark in OPENERS:
        return not (stack and looks_closed and not looks_open)
    if mark in CLOSERS:
        return not stack and looks_open and not looks_closed
    # said,"It is": the space before the mark was lost.
    pressed = not stack and before in ",:" and not looks_closed and not after.isspace()
    return (looks_open and not (stack and looks_closed)) or pressed


def _outermost(found: Iterator[Marked], end: int) -> Iterator[Marked]:
    """Drop pairs inside others. An opening mark left open counts only if no pair follows it."""
    ordered = sorted(found, key=lambda one: (one.start, -one.end))
    last_closed = max((one.start for one in ordered if one.closed), default=-1)
    reach = -1
    for one in ordered:
        if not one.closed and (one.start < last_closed or one.end - one.start < 3):
            continue
        if one.start >= reach:
            yield one
            reach = one.end


def _single(text: str, start: int, end: int) -> Iterator[Marked]:
    """Single marks are also apostrophes: a mark closes after a stop, or else where no plural's apostrophe is likely."""
    opened = weak = -1
    for match in SINGLE.finditer(text, start, end):
        place = match.start()
        before = text[place - 1] if place > start else " "
        if text[place] == "‘" or not (before.isalnum() or before in STRONG_END):
            if opened >= 0 and weak > opened:
                yield Marked(opened, weak + 1)
            opened, weak = place, -1
        elif opened >= 0 and place - opened > 3:
            if before in STRONG_END or before != "s":
                yield Marked(opened, place + 1)
                opened = weak = -1
            elif weak < 0:
                weak = place
    if opened >= 0 and weak > opened:
        yield Marked(opened, weak + 1)
