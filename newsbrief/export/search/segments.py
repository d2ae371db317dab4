"""What can be found, cut into parts that stay as they are when something new is published.

People, stories, places, organisations and authors are one part. Briefs, with their quotes and dates, go by the month of
their day: the newest month is a part, and the older ones are joined, from the oldest on, to parts of some thousands of
briefs. So a new brief changes the newest part, and there are few parts: a search asks each of them for each word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from msgspec import Struct

from newsbrief.export.search.results import Result
from newsbrief.export.search.sheets import Sheet, sheets
from newsbrief.export.search.sums import sum_of
from newsbrief.model.search import KINDS

# A part is full when it has as many briefs.
FULL = 4000
# What of a day in ISO 8601 names its month.
MONTH = len("2029-05")
_shown = attrgetter("kind", "row")
_sought = attrgetter("words", "also")
Dated = TypeVar("Dated")


class Segment(Struct, frozen=True):
    """`items`: kind by kind (`KINDS`), each in the order given.

    `name` is a sum of all that the segment's files are made of, and `rows` of those that are shown: they are their
    folders, so that no browser ever takes a file of one build for another's, and a build can tell what it need not make
    again. What is shown of people and things stands in `sheets`, and `rows` are the names of these. `sums`: of the
    words of each brief, in the order given; of people one.
    """

    name: str
    rows: str
    items: tuple[Result, ...]
    sums: tuple[str, ...]
    sheets: tuple[Sheet, ...] = ()

    @property
    def briefs(self) -> tuple[str, ...]:
        """The addresses of its briefs, in their order."""
        return tuple(item.row[1] for item in self.items if item.kind == "brief")


def segments(items: Iterable[Result], full: int = FULL) -> Sequence[Segment]:
    """People first, then from the newest briefs to the oldest. `full`: of so many briefs no more are joined."""
    everything = list(items)
    dated = [item for item in everything if item.day]
    people = [item for item in everything if not item.day]
    return [joined(part) for part in (people, *parts(dated, attrgetter("day"), _is_brief, full)) if part]


def parts(
    dated: Iterable[Dated], day: Callable[[Dated], str], is_brief: Callable[[Dated], bool], full: int = FULL
) -> Sequence[Sequence[Dated]]:
    """Briefs, whatever stands for them, by the segments in which they are; those of the newest month come first.

    `dated`: the newest first, as in each part. `day`: that of one, in ISO 8601; `is_brief`: whether it counts as one.
    """
    by_month: dict[str, list[Dated]] = {}
    for one in dated:
        by_month.setdefault(day(one)[:MONTH], []).append(one)
    months = [by_month[month] for month in sorted(by_month)]
    older: list[list[Dated]] = []
    part: list[Dated] = []
    briefs = 0
    for those in months[:-1]:
        part = [*those, *part]
        briefs += sum(map(is_brief, those))
        if briefs >= full:
            older.append(part)
            part, briefs = [], 0
    return [one for one in (*months[-1:], part, *reversed(older)) if one]


def _is_brief(item: Result) -> bool:
    return item.kind == "brief"


def joined(items: Sequence[Result]) -> Segment:
    """The segment of these; of briefs in the order given."""
    ordered = tuple(sorted(items, key=lambda item: KINDS.index(item.kind)))
    sums = tuple(map(words_sum, _of_each_brief(items)))
    if any(item.day for item in ordered):
        rows = sum_of([_shown(item) for item in ordered])
        return Segment(named(rows, sums), rows, ordered, sums)
    cut = sheets(ordered)
    rows = " ".join(sheet.name for sheet in cut)
    return Segment(named(rows, sums), rows, ordered, sums, cut)


def named(rows: str, sums: Sequence[str]) -> str:
    """The name of a segment, by what is shown of it and the words of its briefs."""
    return sum_of((rows, list(sums)))


def words_sum(items: Sequence[Result]) -> str:
    """Of the words by which a brief, its quotes and its dates are found."""
    return sum_of([_sought(item) for item in items])


def _of_each_brief(items: Sequence[Result]) -> Iterator[list[Result]]:
    # Its quotes and dates follow each brief.
    starts = [number for number, item in enumerate(items) if item.kind == "brief"] or [0]
    yield from (list(items[start:end]) for start, end in pairwise([*starts, len(items)]))
