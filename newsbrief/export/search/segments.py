"""What can be found, cut into parts that stay as they are when something new is published.

People, stories, places, organisations and authors are one part. Briefs, with their quotes and dates, go by the quarter
of their day: the newest quarter is a part, and the older ones are joined, from the oldest on, to parts of some
thousands of briefs. So a new brief changes the newest part, and there are few parts: a search asks each of them for
each word.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter

from newsbrief.export.search.results import Result
from newsbrief.model.search import KINDS

# A part is full when it has as many briefs.
FULL = 4000
# Counts up when the same content is to give other files.
FORM = 2
_shown = attrgetter("kind", "row")
_sought = attrgetter("words", "also")


@dataclass(frozen=True, slots=True)
class Segment:
    """`items`: kind by kind (`KINDS`), each in the order given.

    `name` is a sum of all that the segment's files are made of, and `rows` of those that are shown: they are their
    folders, so that no browser ever takes a file of one build for another's, and a build can tell what it need not make
    again. `sums`: of the words of each brief, in the order given; of people one.
    """

    name: str
    rows: str
    items: tuple[Result, ...]
    sums: tuple[str, ...]

    @property
    def briefs(self) -> tuple[str, ...]:
        """The addresses of its briefs, in their order."""
        return tuple(item.row[1] for item in self.items if item.kind == "brief")


def segments(items: Iterable[Result], full: int = FULL) -> Sequence[Segment]:
    """People first, then from the newest briefs to the oldest. `full`: of so many briefs no more are joined."""
    everything = list(items)
    dated = [item for item in everything if item.day]
    people = [item for item in everything if not item.day]
    parts = [people, *reversed(list(_parts(dated, full)))]
    return [joined(part) for part in parts if part]


def _parts(dated: Sequence[Result], full: int) -> Iterator[list[Result]]:
    """The oldest first; in each the newest brief first, as given."""
    quarters = [list(group) for _, group in groupby(sorted(dated, key=_quarter), key=_quarter)]
    part: list[Result] = []
    for quarter in quarters[:-1]:
        part = [*quarter, *part]
        if sum(item.kind == "brief" for item in part) >= full:
            yield part
            part = []
    yield part
    yield from quarters[-1:]


def _quarter(item: Result) -> tuple[str, int]:
    return item.day[:4], (int(item.day[5:7]) - 1) // 3


def joined(items: Sequence[Result]) -> Segment:
    """The segment of these; of briefs in the order given."""
    ordered = tuple(sorted(items, key=lambda item: KINDS.index(item.kind)))
    rows, sums = _sum((FORM, [_shown(item) for item in ordered])), tuple(map(words_sum, _of_each_brief(items)))
    return Segment(named(rows, sums), rows, ordered, sums)


def named(rows: str, sums: Sequence[str]) -> str:
    """The name of a segment, by what is shown of it and the words of its briefs."""
    return _sum((FORM, rows, list(sums)))


def words_sum(items: Sequence[Result]) -> str:
    """Of the words by which a brief, its quotes and its dates are found."""
    return _sum([_sought(item) for item in items])


def _of_each_brief(items: Sequence[Result]) -> Iterator[list[Result]]:
    # Its quotes and dates follow each brief.
    starts = [number for number, item in enumerate(items) if item.kind == "brief"] or [0]
    yield from (list(items[start:end]) for start, end in pairwise([*starts, len(items)]))


def _sum(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:16]
