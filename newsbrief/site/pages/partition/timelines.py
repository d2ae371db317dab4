"""A timeline that is too long for one page, divided so that a new event leaves the older pages as they are.

Parts are whole years, filled from the oldest year on. The newest part has the timeline's own address and holds whatever
came since the last part was full. A year that is too long for one part is divided by months in the same way. The record
docs/decisions/008-timelines.md says why.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from newsbrief.edtf.headings import Heading, Years, heading
from newsbrief.site.index.references import EventRef

# A timeline with so many events has one page. No part takes in a year or month that would make it longer than this.
ONE_PAGE = 500
# A part with so many events takes in no further year or month.
FULL = 250
# A year with more events is divided by months.
LONG_YEAR = 400
# With fewer events a newest part would be nearly empty, so the part before it stays open.
FEWEST = 50

Events = Sequence[EventRef]


class Part(NamedTuple):
    """One page of a divided timeline.

    `name` is the last step of its address, "2019" or "2024-06", and "" for the newest part. `covers` is the EDTF date
    of its years or months, "" for the newest part. `events` are newest first; `years` counts them.
    """

    name: str
    covers: str
    events: Events
    years: Mapping[Years, int]


class _Unit(NamedTuple):
    """A year, or a month of a long year, which stands on one page. `month` is 0 for a whole year.

    A decade or a choice between years belongs to the year in which it begins, a quarter to its first month, and an
    event of which only the year is known to January. `events` are oldest first.
    """

    year: int
    month: int
    events: Events

    @property
    def long_year(self) -> int:
        """The year of a month. A part with months of a long year holds nothing else."""
        return self.year if self.month else 0


# The units of one part, oldest first.
_Units = list[_Unit]


def parts(events: Events) -> tuple[Part, ...]:
    """Return the parts of a timeline, newest first; () if it has one page. `events` are newest first."""
    if len(events) <= ONE_PAGE:
        return ()
    filled: list[_Units] = []
    for _, units in groupby(_units(events[::-1]), key=lambda unit: unit.long_year):
        filled += _filled(units)
    *closed, newest = _without_short_end(filled)
    return (_part("", "", newest), *(_closed(units) for units in reversed(closed)))


def _units(events: Events) -> Iterator[_Unit]:
    """Yield years, and the months of long years. `events` and units are oldest first."""
    for of_year in _runs(events, lambda place: place.years.first):
        year = heading(of_year[0].edtf).years.first
        if len(of_year) <= LONG_YEAR:
            yield _Unit(year, 0, of_year)
            continue
        for of_month in _runs(of_year, _month):
            yield _Unit(year, _month(heading(of_month[0].edtf)), of_month)


def _month(place: Heading) -> int:
    return max(place.months[0], 1)


def _runs(events: Events, key: Callable[[Heading], Any]) -> Iterator[Events]:
    """Yield the stretches of events with the same key. `events` ascend by it, so only their ends are looked for."""
    start = 0
    while start < len(events):
        own = key(heading(events[start].edtf))
        end = bisect_right(events, own, start, key=lambda ref: key(heading(ref.edtf)))
        yield events[start:end]
        start = end


def _filled(units: Iterable[_Unit]) -> list[_Units]:
    """Return the parts of several years, or of the months of one long year, oldest first."""
    filled: list[_Units] = []
    for unit in units:
        if filled and _has_room(filled[-1], unit):
            filled[-1].append(unit)
        else:
            filled.append([unit])
    # A long year may end in a few events. The newest part has them until the next year begins, so its last part does.
    return _without_short_end(filled) if filled[-1][0].month else filled


def _has_room(units: _Units, unit: _Unit) -> bool:
    count = _count(units)
    return count < FULL and count + len(unit.events) <= ONE_PAGE


def _without_short_end(filled: list[_Units]) -> list[_Units]:
    if len(filled) > 1 and _count(filled[-1]) < FEWEST:
        return [*filled[:-2], filled[-2] + filled[-1]]
    return filled


def _count(units: _Units) -> int:
    return sum(len(unit.events) for unit in units)


def _closed(units: _Units) -> Part:
    first, last = units[0], units[-1]
    if last.month:
        name = f"{last.year:04d}-{last.month:02d}"
        return _part(
            name, "/".join(f"{last.year:04d}-{month:02d}" for month in sorted({first.month, last.month})), units
        )
    ends = [heading(event.edtf).years for event in (first.events[0], last.events[-1])]
    return _part(f"{last.year:04d}", _covered(*ends), units)


def _part(name: str, covers: str, units: _Units) -> Part:
    events = [event for unit in units for event in unit.events]
    years = {heading(run[0].edtf).years: len(run) for run in _runs(events, lambda place: place.years.order)}
    return Part(name, covers, events[::-1], years)


def _covered(oldest: Years, newest: Years) -> str:
    """Return the EDTF date from one year to another; either end may be a decade."""
    if oldest == newest:
        return oldest.date.edtf
    ends = (years.date.edtf if years.date.precision in ("year", "decade") else "" for years in (oldest, newest))
    first, last = (edtf or f"{year:04d}" for edtf, year in zip(ends, (oldest.first, newest.last), strict=True))
    return f"{first}/{last}"
