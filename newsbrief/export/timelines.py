"""All timelines of a site for other programs. An event stands in several of them, and is written once for each form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from newsbrief.collate.date_words import ENGLISH, Speech
from newsbrief.export import ical, plain, timelinejs
from newsbrief.export.plain import Address
from newsbrief.model.views import EventView


class Form(Struct, frozen=True):
    """How events stand in a file: each from `first` to `last`, with `between` between two of them.

    `before`: what stands only before the first one; `after`: what ends the file. A list of ten thousand is cut and
    joined as the bytes that it is: as text it is twice as long, and is written once more.
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

    def events(self, data: bytes) -> list[bytes]:
        """What stands in each of a file's events; none where the file is another one."""
        opening, closing = self.before + self.first, self.last + self.after
        begin = data.find(opening)
        if begin < 0 or not data.endswith(closing):
            return []
        return data[begin + len(opening) : -len(closing)].split(self.last + self.between + self.first)

    def whole(self, frame: str, events: Sequence[bytes]) -> bytes:
        """The file of these events; `frame`: that of the hole."""
        head, _, tail = frame.encode().rpartition(HOLE)
        return head + (self.last + self.between + self.first).join(events) + tail


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
    ) -> tuple[bytes, ...]:
        """The same, as UTF-8, of events of which most are known by their number among those that the `files` are of.

        `had`: how many these are. Raises ValueError if the files are not of so many, and where none is left.
        """
        known = [form.events(data) for form, data in zip(FORMS, files, strict=True)]
        if not events or any(len(one) != had for one in known):
            raise ValueError(f"not of {had} events")
        writers, frames = (self._entry, self._slide, self._row), (ical.calendar, timelinejs.show, plain.listed)
        return tuple(
            form.whole(
                frame(title, [form.hole]),
                [there[one] if isinstance(one, int) else form.inside(write(one)) for one in events],
            )
            for form, frame, write, there in zip(FORMS, frames, writers, known, strict=True)
        )
