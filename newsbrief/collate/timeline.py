"""Events of many briefs in one order: newest year first, by month."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Protocol, TypeVar

from newsbrief.collate.dating import period
from newsbrief.collate.headings import Heading, heading
from newsbrief.model.timeline import TimelineMonth, TimelineYear
from newsbrief.model.views import EventView

Order = tuple[int | str, ...]
Placed = tuple[Heading, EventView]


class Dated(Protocol):
    """What has a place in time: an event as pages show it, or as the register has it. See `EventView`."""

    @property
    def edtf(self) -> str: ...  # noqa: D102  # as in EventView, and so are the others
    @property
    def anchor(self) -> str: ...  # noqa: D102
    @property
    def told_in(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> int: ...  # noqa: D102
    @property
    def background(self) -> bool: ...  # noqa: D102
    @property
    def announced(self) -> bool: ...  # noqa: D102
    @property
    def outcome(self) -> str: ...  # noqa: D102


Event = TypeVar("Event", bound=Dated)


def order(event: Dated) -> Order:
    """Sorts ascending in time; what is known to the year only stands before that year's months."""
    return _order((heading(event.edtf), event))


def once(events: Iterable[EventView]) -> tuple[EventView, ...]:
    """Each entry once, where it stands first."""
    return tuple({event.anchor: event for event in events}.values())


def newest_first(events: Sequence[EventView]) -> tuple[EventView, ...]:
    """All events, latest date first, each once though it comes with several briefs."""
    return tuple(sorted(once(events), key=order, reverse=True))


def in_place(events: Iterable[Event]) -> tuple[tuple[Heading, Event], ...]:
    """Each event with its heading, newest first."""
    return tuple(sorted(((heading(event.edtf), event) for event in events), key=_order, reverse=True))


def chapters(placed: Sequence[Placed]) -> tuple[TimelineYear, ...]:
    """The events under their years and months, in the order given."""
    return tuple(
        TimelineYear(years.anchor, years.date, _months(tuple(of_it)))
        for years, of_it in groupby(placed, key=lambda one: one[0].years)
    )


def _months(placed: Sequence[Placed]) -> tuple[TimelineMonth, ...]:
    by_part = groupby(placed, key=lambda one: one[0].order)
    parts = (tuple(of_it) for _, of_it in by_part)
    return tuple(TimelineMonth(of_it[0][0].date, tuple(event for _, event in of_it)) for of_it in parts)


def _order(placed: tuple[Heading, Dated]) -> Order:
    event = placed[1]
    # Of one date the older brief's come before, and those of one brief as its front matter has them.
    return (*_in_time(event.edtf), event.told_in, event.place)


@lru_cache(maxsize=1 << 16)
def _in_time(edtf: str) -> Order:
    first, last = period(edtf)
    return (*heading(edtf).order, first.toordinal(), -last.toordinal())
