"""A timeline that is too long for one page, parted by whole years so that new events leave the older parts alone.

Parts are filled from the oldest year on. The newest part is open: it has the timeline's own address and holds whatever
came since the last part was full. A year that is too long for a part of its own is parted by months in the same manner.
docs/decisions/008-timelines.md says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Generic, NamedTuple

from newsbrief.collate.dating import date_text
from newsbrief.collate.headings import Heading, Years
from newsbrief.collate.timeline import Event
from newsbrief.model.views import DateText

# So many events stay on one page, and no part takes in another year or month that would make it longer.
ONE_PAGE = 500
# A part with so many takes in no further year or month.
FULL = 250
# A year with more is parted by months.
LONG_YEAR = 400
# So many events must follow before a part is closed: the newest part is never nearly empty.
FEWEST = 50


class Part(NamedTuple, Generic[Event]):
    """`name`: the last step of its address, "2019" or "2024-06", and "" for the newest. `date`: what it covers."""

    name: str
    date: DateText | None
    placed: Sequence[tuple[Heading, Event]]


class _Unit(NamedTuple, Generic[Event]):
    """What is never torn apart: a year, or a month of a long one (`month` is 0 for a whole year). Oldest first.

    A decade, or a choice between years, stays with the year that it begins in, a quarter with its first month, and what
    is known to the year only with January.
    """

    year: int
    month: int
    placed: Sequence[tuple[Heading, Event]]

    @property
    def run(self) -> int:
        """A long year has its parts to itself: this tells its months from the years around it."""
        return self.year if self.month else 0


class _Stack(list[_Unit[Event]]):
    """Units of one part, oldest first."""

    @property
    def events(self) -> int:
        return sum(len(unit.placed) for unit in self)

    def takes(self, unit: _Unit[Event]) -> bool:
        """Whether the next unit of the same run still belongs to this part."""
        return self.events < FULL and self.events + len(unit.placed) <= ONE_PAGE


def parts(placed: Sequence[tuple[Heading, Event]]) -> tuple[Part[Event], ...]:
    """The parts of a timeline, newest first as its events are; a single one of up to ONE_PAGE events."""
    if len(placed) <= ONE_PAGE:
        return (Part("", None, placed),)
    stacks: list[_Stack[Event]] = []
    for _, units in groupby(_units(placed), key=lambda unit: unit.run):
        stacks += _filled(units)
    if len(stacks) > 1 and stacks[-1].events < FEWEST:
        stacks[-2:] = [_Stack([*stacks[-2], *stacks[-1]])]
    *closed, newest = stacks
    return (Part("", None, _newest_first(newest)), *(_closed(stack) for stack in reversed(closed)))


def _units(placed: Sequence[tuple[Heading, Event]]) -> Iterable[_Unit[Event]]:
    """Years, and the months of long years, the oldest first."""
    for year, found in groupby(reversed(placed), key=lambda one: one[0].years.first):
        of_it = tuple(found)
        if len(of_it) <= LONG_YEAR:
            yield _Unit(year, 0, of_it)
            continue
        for month, of_month in groupby(of_it, key=lambda one: max(one[0].months[0], 1)):
            yield _Unit(year, month, tuple(of_month))


def _filled(units: Iterable[_Unit[Event]]) -> list[_Stack[Event]]:
    """The parts of some years, or of the months of one year, the oldest first."""
    stacks: list[_Stack[Event]] = []
    for unit in units:
        if stacks and stacks[-1].takes(unit):
            stacks[-1].append(unit)
        else:
            stacks.append(_Stack([unit]))
    # The end of a long year: had the next year not begun, it would stand with the part before it.
    if len(stacks) > 1 and stacks[-1][0].run and stacks[-1].events < FEWEST:
        stacks[-2:] = [_Stack([*stacks[-2], *stacks[-1]])]
    return stacks


def _closed(stack: _Stack[Event]) -> Part[Event]:
    first, last = stack[0], stack[-1]
    if last.month:
        name = f"{last.year:04d}-{last.month:02d}"
        months = [f"{last.year:04d}-{month:02d}" for month in sorted({first.month, last.month})]
        return Part(name, date_text("/".join(months)), _newest_first(stack))
    placed = _newest_first(stack)
    return Part(f"{last.year:04d}", _covered(placed[-1][0].years, placed[0][0].years), placed)


def _newest_first(stack: _Stack[Event]) -> tuple[tuple[Heading, Event], ...]:
    return tuple(one for unit in reversed(stack) for one in reversed(unit.placed))


def _covered(oldest: Years, newest: Years) -> DateText:
    """From the one to the other; a decade is called that at either end."""
    if oldest == newest:
        return oldest.date
    ends = (years.date.edtf if years.date.precision in ("year", "decade") else None for years in (oldest, newest))
    first, last = (edtf or f"{year:04d}" for edtf, year in zip(ends, (oldest.first, newest.last), strict=True))
    return date_text(f"{first}/{last}")
