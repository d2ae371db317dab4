"""EDTF dates for page models: the date itself, how precisely it is known, and its words in English."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from newsbrief.collate.date_words import ENGLISH, said
from newsbrief.collate.spans import iso, period, precision_of, spans
from newsbrief.model.views import DateText

__all__ = ["date_text", "day_text", "month_text", "period"]


def day_text(day: dt.date) -> DateText:
    """A calendar day."""
    return date_text(day.isoformat())


def month_text(year: int, month: int) -> DateText:
    """A calendar month."""
    return date_text(f"{year:04d}-{month:02d}")


@lru_cache(maxsize=8192)
def date_text(edtf: str) -> DateText:
    """The date for templates; a site says the same dates again and again."""
    ends = spans(edtf)
    words = said(edtf, ENGLISH)
    earliest = min(ends, key=lambda end: end.first)
    about = any(end.doubt for end in ends)
    return DateText(edtf, iso(earliest), words.text, words.short, words.weekday, precision_of(edtf, ends), about)
