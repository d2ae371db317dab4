"""EDTF dates as page models have them, with their precision and their words in English."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from newsbrief.edtf.spans import iso, period, precision_of, spans
from newsbrief.edtf.words import ENGLISH, said
from newsbrief.model.views import DateText

__all__ = ["date_text", "day_text", "month_text", "period"]


def day_text(day: dt.date) -> DateText:
    """Return a day for page models."""
    return date_text(day.isoformat())


def month_text(year: int, month: int) -> DateText:
    """Return a month for page models."""
    return date_text(f"{year:04d}-{month:02d}")


@lru_cache(maxsize=8192)
def date_text(edtf: str) -> DateText:
    """Return an EDTF date for page models."""
    ends = spans(edtf)
    words = said(edtf, ENGLISH)
    earliest = min(ends, key=lambda end: end.first)
    about = any(end.doubt for end in ends)
    return DateText(edtf, iso(earliest), words.text, words.short, words.weekday, precision_of(edtf, ends), about)
