"""Marks that overlap, cut into stretches that do not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from newsbrief.proof.sheet import KINDS, Mark, Paragraph, Segment

PARAGRAPH = re.compile(r"[^\n](?:(?!\n\n)[\s\S])*")


def paragraphs(text: str, marks: Sequence[Mark], line: Callable[[int], int] = lambda _: 0) -> tuple[Paragraph, ...]:
    """Each paragraph's words, cut wherever a mark begins or ends; `line` gives the file's line of an offset."""
    ordered = sorted(marks, key=lambda mark: (mark.start, mark.end, mark.key))
    return tuple(_paragraphs(text, ordered, line))


def _paragraphs(text: str, ordered: Sequence[Mark], line: Callable[[int], int]) -> Iterator[Paragraph]:
    at = 0
    running: list[Mark] = []
    known: set[str] = set()
    for found in PARAGRAPH.finditer(text):
        start, end = found.span()
        begin = at
        while at < len(ordered) and ordered[at].start < end:
            at += 1
        running = [mark for mark in (*running, *ordered[begin:at]) if mark.end > start]
        yield Paragraph(tuple(_segments(text, start, end, running, known)), line(start))


def _segments(text: str, start: int, end: int, marks: Sequence[Mark], known: set[str]) -> Iterator[Segment]:
    """From left to right, with the marks that cover each stretch."""
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    places = sorted(cuts)
    at = 0
    open_now: list[Mark] = []
    for begin, stop in pairwise(places):
        before = at
        while at < len(marks) and marks[at].start <= begin:
            at += 1
        opened = marks[before:at]
        open_now = [mark for mark in (*open_now, *opened) if mark.end > begin]
        first = tuple(dict.fromkeys(mark.key for mark in open_now if mark.key not in known))
        known |= set(first)
        opens = tuple(sorted((mark for mark in opened if mark.start == begin), key=_outer))
        closes = tuple(sorted((mark for mark in open_now if mark.end == stop), key=_inner))
        yield Segment(text[begin:stop], tuple(sorted(open_now, key=_inner)), opens, closes, first)


def _inner(mark: Mark) -> tuple[int, int, str]:
    return (mark.end - mark.start, KINDS.index(mark.kind), mark.key)


def _outer(mark: Mark) -> tuple[int, int, str]:
    return (mark.start - mark.end, -KINDS.index(mark.kind), mark.key)
