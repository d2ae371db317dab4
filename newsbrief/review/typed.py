"""Dates as people type them: as EDTF, in figures, or in words of the brief's language."""

from __future__ import annotations

import re

from newsbrief import document, extract, rules
from newsbrief.extract.events.edtf import edtf
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError

EXAMPLES = "2029-05-04, 4 May 2029, 2029-05, 2029-05-04~"
YEAR_FIRST = re.compile(r"([0-9]{4})[./]([0-9]{1,2})[./]([0-9]{1,2})")
YEAR_LAST = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
FIGURES = re.compile(r"[0-9]+")


def date_of(words: str, entry: Entry) -> str:
    """A typed date as EDTF. Raises RefusedError for what is none, and for what may be one of two days."""
    if document.edtf_fault(words) is None:
        return words
    found = _in_figures(words) or _in_words(words, entry) or words
    wrong = document.edtf_fault(found)
    if wrong is not None:
        raise RefusedError((0, f"“{words}” {wrong}"))
    return found


def _in_figures(words: str) -> str:
    """12.12.2026, 2026/12/12, and 13/12/2026; before slashes and hyphens some write the month first."""
    first, last = YEAR_FIRST.fullmatch(words), YEAR_LAST.fullmatch(words)
    if first:
        return _written(*first.groups())
    if last is None:
        return ""
    one, sign, other, year = last.groups()
    if sign == "." or int(one) > 12 or one.zfill(2) == other.zfill(2):
        return _written(year, other, one)
    if int(other) > 12:
        return _written(year, one, other)
    ways = f"{_written(year, other, one)} or {_written(year, one, other)}"
    raise RefusedError((0, f"“{words}” is one of two days; write {ways}"))


def _written(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _in_words(words: str, entry: Entry) -> str:
    """4 May 2029, May 4: what the desk would read, if it has a figure that is the day's or the year's.

    Without one (“Saturday”) nobody knows whether it counts from the article or from today.
    """
    lang = rules.known(entry.brief.lang) or rules.DEFAULT
    for tongue in dict.fromkeys((lang, rules.DEFAULT)):
        dates = extract.mentions(words, entry.brief.date.day.isoformat(), rules.load(tongue)).dates
        value = edtf(dates[0].value) if len(dates) == 1 and dates[0].text == words else ""
        parts = {int(part) for part in FIGURES.findall(value)}
        figures = {int(figure) for figure in FIGURES.findall(words)}
        if value and figures and figures <= parts:
            return value
    return ""
