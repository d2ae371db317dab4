"""iCalendar (RFC 5545), written by the icalendar library: whole days, with the precision said in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icalendar import Calendar, Event

from newsbrief.collate.date_words import ENGLISH, Speech, said
from newsbrief.export.dates import precision, span
from newsbrief.export.plain import Address, others
from newsbrief.model.views import EventView

DAY = dt.timedelta(days=1)
# Some readers of calendars end a line at these, as Unicode does: what follows would be a property of its own.
OTHER_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")


def ical(title: str, events: Sequence[EventView], address: Address, speech: Speech = ENGLISH) -> str:
    """A calendar of all events; it knows no clock, each entry has the instant at which its briefs changed last."""
    calendar = Calendar()
    calendar.add("prodid", "-//newsbrief//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title.translate(OTHER_BREAKS))
    for event in events:
        calendar.add_component(_entry(event, address, speech))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _entry(event: EventView, address: Address, speech: Speech) -> Event:
    first, last = span(event)
    url = address(event.anchor)
    entry = Event()
    # A reader's calendar knows an entry by this: it must not change when another brief comes to lead.
    entry.add("uid", address(event.uid))
    # RFC 5545, 3.8.7.2: in a calendar without METHOD it says when the entry was last revised.
    entry.add("dtstamp", event.changed)
    entry.add("dtstart", first)
    # DTEND is the day after the last one; the calendar itself ends before year 10000.
    entry.add("dtend", last + DAY if last < dt.date.max else last)
    entry.add("summary", event.text.translate(OTHER_BREAKS))
    when = f"“{event.when}”" if event.when else ""
    sources = [url, *(address(telling.anchor) for telling in others(event))]
    told = "\n".join(filter(None, [said(event.date.edtf, speech).text, precision(event, speech), when, *sources]))
    entry.add("description", told.translate(OTHER_BREAKS))
    entry.add("url", url)
    entry.add("transp", "TRANSPARENT")
    if event.announced:
        entry.add("status", "TENTATIVE")
    return entry
