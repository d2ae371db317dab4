"""First and last day of an EDTF date, for formats that know days only."""

from __future__ import annotations

import datetime as dt

from newsbrief.collate.dating import period
from newsbrief.model.views import EventView

# How an entry that is known to the month or year only says so where the format has no place for it.
PRECISION = {
    "day": "",
    "month": "known to the month",
    "quarter": "known to the quarter or season",
    "year": "known to the year",
    "decade": "known to the decade",
    "range": "",
    "choice": "one of these dates",
}
DOUBTS = (("~", "approximate"), ("?", "uncertain"), ("%", "approximate and uncertain"))


def span(event: EventView) -> tuple[dt.date, dt.date]:
    """The first and the last day that the date may mean."""
    return period(event.date.edtf)


def precision(event: EventView) -> str:
    """How precisely the date is known, in words; "" for days."""
    doubts = [words for sign, words in DOUBTS if sign in event.date.edtf]
    return ", ".join(filter(None, [PRECISION[event.date.precision], *doubts]))
