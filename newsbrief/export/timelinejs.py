"""TimelineJS 3's JSON (timeline.knightlab.com, "JSON Format"): its texts are HTML, so ours are escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from newsbrief.edtf.words import ENGLISH, Speech, said
from newsbrief.export import listing
from newsbrief.export.dates import precision, span
from newsbrief.export.plain import Address, others
from newsbrief.model.views import EventView

# A headline on a TimelineJS slide; what is longer stands below it.
HEADLINE_WORDS = 12


def timelinejs(title: str, events: Sequence[EventView], address: Address, speech: Speech = ENGLISH) -> str:
    """A whole timeline; dates carry our own words for them, so that a month is not shown as its first day."""
    return show(title, (slide(event, address, speech) for event in events))


def show(title: str, slides: Iterable[str]) -> str:
    """The same of slides that are written already."""
    return listing.document({"text": {"headline": escape(title)}}, slides)


def slide(event: EventView, address: Address, speech: Speech) -> str:
    """One event as it stands in every timeline that has it."""
    first, last = span(event)
    words = event.text.split()
    headline = " ".join(words[:HEADLINE_WORDS]) + (" …" if len(words) > HEADLINE_WORDS else "")
    known = precision(event, speech)
    link, *more = (
        f'<a href="{escape(address(telling.anchor))}">{escape(telling.brief.text)}</a>'
        for telling in (event, *others(event))
    )
    paragraphs = [escape(event.text) if headline != event.text else "", f"“{escape(event.when)}”" if event.when else ""]
    body = [*filter(None, paragraphs), f"{link} ({known})" if known else link, *more]
    made: dict[str, Any] = {
        "unique_id": event.uid.replace("/", "-").replace("#", "-"),
        "start_date": _date(first, event),
        "text": {"headline": escape(headline), "text": "".join(f"<p>{part}</p>" for part in body)},
        "display_date": escape(said(event.date.edtf, speech).text),
    }
    if event.date.precision == "range":
        made["end_date"] = _date(last, event)
    return listing.row(made)


def _date(day: dt.date, event: EventView) -> dict[str, int]:
    """Only the parts that are known; of a range all, since they say where it is drawn."""
    parts = {"year": day.year, "month": day.month, "day": day.day}
    known = {"month": 2, "quarter": 2, "year": 1, "decade": 1, "choice": event.date.iso.count("-") + 1}
    return dict(list(parts.items())[: known.get(event.date.precision, 3)])
