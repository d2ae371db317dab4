"""All timelines of a site for other programs. An event stands in several of them, and is written once for each form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsbrief.collate.date_words import ENGLISH, Speech
from newsbrief.export import ical, listing, plain, timelinejs
from newsbrief.export.plain import Address
from newsbrief.model.views import EventView


class Timelines:
    """What the timelines of one build have in common: where they lead, and the language."""

    def __init__(self, address: Address, speech: Speech = ENGLISH) -> None:
        self._entry = cache(lambda event: ical.entry(event, address, speech))
        self._slide = cache(lambda event: timelinejs.slide(event, address, speech))
        self._row = cache(lambda event: plain.row(event, address, speech))

    def forms(self, title: str, events: Sequence[EventView]) -> tuple[str, str, str]:
        """One timeline as iCalendar, for TimelineJS, and as plain JSON: in the order of `TimelinePage.exports`."""
        return (
            ical.calendar(title, map(self._entry, events)),
            timelinejs.show(title, map(self._slide, events)),
            plain.listed(title, map(self._row, events)),
        )

    def amended(
        self, title: str, events: Sequence[EventView | int], had: int, texts: tuple[str, str, str]
    ) -> tuple[str, str, str]:
        """The same of events of which most are known by their number among those that the texts are of.

        `had`: how many these are. Raises ValueError if the texts are not of so many.
        """
        forms = ical.entries(texts[0]), listing.rows(texts[1]), listing.rows(texts[2])
        if any(len(known) != had for known in forms):
            raise ValueError(f"not of {had} events")
        writers = (self._entry, self._slide, self._row)
        calendar, slides, rows = (
            [known[one] if isinstance(one, int) else write(one) for one in events]
            for known, write in zip(forms, writers, strict=True)
        )
        return ical.calendar(title, calendar), timelinejs.show(title, slides), plain.listed(title, rows)
