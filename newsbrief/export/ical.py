"""iCalendar (RFC 5545): whole days, with the precision said in words.

The lines are our own, in the order and folded as the icalendar library has them, which the tests hold them against.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.edtf.words import ENGLISH, Speech, said
from newsbrief.export.dates import precision, span
from newsbrief.export.plain import Address, others
from newsbrief.model.views import EventView

DAY = dt.timedelta(days=1)
# Some readers of calendars end a line at these, as Unicode does: what follows would be a property of its own.
OTHER_BREAKS = str.maketrans("\r\x85\u2028\u2029", "    ")
# So many octets of a property stand on one line (section 3.1); what follows begins with a space.
OCTETS = 74
FOLD = "\r\n "
# A sign that gives the next one its meaning is not parted from it.
LEADING = ("\\", "^")


def ical(title: str, events: Sequence[EventView], address: Address, speech: Speech = ENGLISH) -> str:
    """A calendar of all events; it knows no clock, each entry has the instant at which its briefs changed last."""
    return calendar(title, (entry(event, address, speech) for event in events))


def calendar(title: str, entries: Iterable[str]) -> str:
    """A calendar of entries that are written already."""
    name = title.translate(OTHER_BREAKS).replace("\n", " ")
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsbrief//timeline//EN", f"X-WR-CALNAME:{name}")
    return "".join([*map(_folded, head), *entries, _folded("END:VCALENDAR")])


def entry(event: EventView, address: Address, speech: Speech) -> str:
    """One event as it stands in every calendar that has it."""
    return "".join(map(_folded, _lines(event, address, speech)))


def _lines(event: EventView, address: Address, speech: Speech) -> Iterator[str]:
    first, last = span(event)
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{_text(event.text)}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    # DTEND is the day after the last one; the calendar itself ends before year 10000.
    yield f"DTEND;VALUE=DATE:{_day(last + DAY if last < dt.date.max else last)}"
    # 3.8.7.2: in a calendar without METHOD it says when the entry was last revised.
    yield f"DTSTAMP:{event.changed.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"
    # A reader's calendar knows an entry by this: it must not change when another brief comes to lead.
    yield f"UID:{_text(address(event.uid))}"
    yield f"DESCRIPTION:{_text(_told(event, address, speech))}"
    if event.announced:
        yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    yield f"URL:{address(event.anchor)}"
    yield "END:VEVENT"


def _told(event: EventView, address: Address, speech: Speech) -> str:
    when = f"“{event.when}”" if event.when else ""
    sources = [address(event.anchor), *(address(telling.anchor) for telling in others(event))]
    return "\n".join(filter(None, [said(event.date.edtf, speech).text, precision(event, speech), when, *sources]))


def _day(day: dt.date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A value of the type TEXT (section 3.3.11)."""
    text = text.translate(OTHER_BREAKS).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    pieces, rest = [], line
    while len(rest.encode()) > OCTETS:
        # Octets of a character that is cut through are left out.
        piece = rest.encode()[:OCTETS].decode(errors="ignore")
        piece = piece[:-1] if piece.endswith(LEADING) and len(piece) > 1 else piece
        pieces.append(piece)
        rest = rest[len(piece) :]
    return FOLD.join([*pieces, rest]) + "\r\n"
