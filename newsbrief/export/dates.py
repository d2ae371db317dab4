"""First and last day of an EDTF date, for formats that know days only."""

from __future__ import annotations

import datetime as dt

from newsbrief.edtf.spans import period
from newsbrief.edtf.words import Speech
from newsbrief.model.views import EventView


def span(event: EventView) -> tuple[dt.date, dt.date]:
    """The first and the last day that the date may mean."""
    return period(event.date.edtf)


def precision(event: EventView, speech: Speech) -> str:
    """How precisely the date is known, in words, for a format that has no other place for it; "" for days."""
    _ = speech.gettext
    known = {
        "month": _("known to the month"),
        "quarter": _("known to the quarter or season"),
        "year": _("known to the year"),
        "decade": _("known to the decade"),
        "choice": _("one of these dates"),
    }
    doubts = {"~": _("approximate"), "?": _("uncertain"), "%": _("approximate and uncertain")}
    doubted = [words for sign, words in doubts.items() if sign in event.date.edtf]
    return ", ".join(filter(None, [known.get(event.date.precision, ""), *doubted]))
