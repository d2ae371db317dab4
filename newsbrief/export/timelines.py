"""All timelines of a site for other programs. An event stands in several of them, and is written once for each form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby

from msgspec import Struct

from newsbrief.edtf.words import ENGLISH, Speech
from newsbrief.export import ical, plain, timelinejs
from newsbrief.export.plain import Address
from newsbrief.model.views import EventView

Part = bytes | memoryview


class Form(Struct, frozen=True):
    """How events stand in a file: each from `first` to `last`, with `between` between two of them.

    `before`: what stands only before the first one; `after`: what ends the file. A list of ten thousand is cut and
    joined as the bytes that it is, and what stands together stays together: to copy it all takes longer than to read
    it and to write it.
    """

    first: bytes
    last: bytes
    between: bytes
    before: bytes
    after: bytes

    @property
    def hole(self) -> str:
        """An event with nothing in it but a sign that is in no text."""
        return (self.first + HOLE + self.last).decode()

    def inside(self, event: str) -> bytes:
        """What stands in an event that was written."""
        return event.encode()[len(self.first) : -len(self.last)]

    @property
    def seam(self) -> bytes:
        """What stands between what is inside of two events."""
        return self.last + self.between + self.first

    def begins(self, data: bytes) -> list[int]:
        """Where what is inside of each of a file's events begins, and where a next one would; [] of another file."""
        opening, closing = self.before + self.first, self.last + self.after
        begin = data.find(opening)
        if begin < 0 or not data.endswith(closing):
            return []
        first, end = begin + len(opening), len(data) - len(closing)
        seams = re.compile(re.escape(self.seam)).finditer(data, first, end)
        return [first, *(one.end() for one in seams), end + len(self.seam)]

    def whole(self, frame: str, data: bytes, begins: Sequence[int], events: Iterable[str | range]) -> list[Part]:
        """The file of these events, each as it was written, or the numbers of several among those of `data`.

        `frame`: the file of the hole. `begins`: see there.
        """
        head, _, tail = frame.encode().rpartition(HOLE)
        parts: list[Part] = [head]
        there = memoryview(data)
        for one in events:
            if isinstance(one, str):
                parts += (self.inside(one), self.seam)
            else:
                parts += (there[begins[one.start] : begins[one.stop] - len(self.seam)], self.seam)
        return [*parts[:-1], tail]


def _together(events: Iterable[EventView | int]) -> Iterator[EventView | range]:
    """What is to be written, and numbers that follow one another, together."""
    for _, group in groupby(enumerate(events), lambda of: of[1] - of[0] if isinstance(of[1], int) else None):
        some = [one for _, one in group]
        if isinstance(some[0], int):
            yield range(some[0], some[0] + len(some))
        else:
            yield from (one for one in some if not isinstance(one, int))


HOLE = b"\0"
# At the beginning of a line no text is, and what is nested in a row is further indented than the row itself.
CALENDAR = Form(b"BEGIN:VEVENT\r\n", b"\r\nEND:VEVENT\r\n", b"", b"\r\n", b"END:VCALENDAR\r\n")
LISTING = Form(b"{", b"}", b",\n  ", b'\n "events": [\n  ', b"\n ]\n}\n")
FORMS = (CALENDAR, LISTING, LISTING)


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
        self, title: str, events: Sequence[EventView | int], had: int, files: Sequence[bytes]
    ) -> tuple[list[Part], ...]:
        """The same, as parts of UTF-8, of events of which most are known by their number among those of the `files`.

        `had`: how many these are. Raises ValueError if the files are not of so many, and where none is left.
        """
        begins = [form.begins(data) for form, data in zip(FORMS, files, strict=True)]
        if not events or any(max(len(one) - 1, 0) != had for one in begins):
            raise ValueError(f"not of {had} events")
        together = tuple(_together(events))
        writers, frames = (self._entry, self._slide, self._row), (ical.calendar, timelinejs.show, plain.listed)
        return tuple(
            form.whole(
                frame(title, [form.hole]),
                *(data, places),
                (one if isinstance(one, range) else write(one) for one in together),
            )
            for form, frame, write, data, places in zip(FORMS, frames, writers, files, begins, strict=True)
        )
