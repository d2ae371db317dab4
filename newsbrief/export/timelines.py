"""Timelines as files for other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from newsbrief.edtf.words import ENGLISH, Speech
from newsbrief.export import ical, plain, timelinejs
from newsbrief.model.views import EventView

# Makes an address of the site absolute.
Address = Callable[[str], str]


class Timelines:
    """What the timelines of a build have in common: `address` makes addresses absolute, `speech` says dates.

    Each event is written once, though several timelines have it.
    """

    def __init__(self, address: Address, speech: Speech = ENGLISH) -> None:
        self._entry = cache(lambda event: ical.entry(event, address, speech))
        self._slide = cache(lambda event: timelinejs.slide(event, address, speech))
        self._row = cache(lambda event: plain.row(event, address, speech))

    def forms(self, title: str, events: Sequence[EventView]) -> tuple[str, str, str]:
        """Return a timeline as iCalendar, for TimelineJS, and as plain JSON, in the order of `TimelinePage.exports`."""
        return (
            ical.calendar(title, map(self._entry, events)),
            timelinejs.show(title, map(self._slide, events)),
            plain.listed(title, map(self._row, events)),
        )
