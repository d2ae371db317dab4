"""EDTF dates in words, in any language. A `Speech` translates the messages and formats single days.

Messages are English, with gettext's placeholders. Patterns of days are CLDR's (unicode.org, UTS 35, "Date Field
Symbols").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import lru_cache, reduce
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.edtf.spans import Span, precision_of, spans

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
IN_A_YEAR = ("day", "month", "quarter")
# Of a choice between more dates, only the first and the last are named.
CHOICES = 4


class Gettext(Protocol):
    """Translates a message and fills in its placeholders."""

    def __call__(self, message: str, /, **values: object) -> str:
        """Return the translation of an English message that has `%(name)s` for each value."""


class Speech(Struct, frozen=True):
    """A language. `calendar` formats a day by a pattern: "d MMMM yyyy", or "MMMM" for its month alone."""

    gettext: Gettext
    calendar: Callable[[str, dt.date], str]


class Said(Struct, frozen=True):
    """A date in words.

    `short` leaves out the year, unless the date is no more precise. `full` and `day` are `text` and `short` with the
    weekday. `weekday` is "" for all dates but days.
    """

    text: str
    short: str
    full: str
    day: str
    weekday: str = ""


@lru_cache(maxsize=8192)
def said(edtf: str, speech: Speech) -> Said:
    """Return a date in words that are no more precise than the date."""
    ends = spans(edtf)
    precision = precision_of(edtf, ends)
    if precision in ("range", "choice"):
        of_several = _from_to if precision == "range" else _one_of
        text, short = of_several(ends, speech, True), of_several(ends, speech, False)
        return Said(text, short, text, short)
    (end,) = ends
    text, short = _hedged(end, speech, True), _hedged(end, speech, False)
    if precision != "day":
        return Said(text, short, text, short)
    weekday = speech.calendar("EEEE", end.first)
    if end.doubt:
        return Said(text, short, text, short, weekday)
    full = speech.calendar("EEEE d MMMM yyyy", end.first)
    return Said(text, short, full, speech.calendar("EEEE d MMMM", end.first), weekday)


def _from_to(ends: Sequence[Span], speech: Speech, year: bool) -> str:
    """Return an interval in words. A month or year that both ends share is named once."""
    first, last = ends[0], ends[-1]
    if first.doubt and first.doubt == last.doubt:
        text = _from_to([replace(end, doubt="") for end in (first, last)], speech, year)
        return _doubted(text, first.doubt, speech)
    if first.doubt == last.doubt and _same_month((first, last)):
        one, other = _days((first, last), speech, year)
        return speech.gettext("%(first)s–%(last)s", first=one, last=other)
    one, other = _shared((first, last), speech, year)
    return speech.gettext("%(first)s to %(last)s", first=one, last=other)


def _one_of(ends: Sequence[Span], speech: Speech, year: bool) -> str:
    """Return a choice between dates in words."""
    if len(ends) > CHOICES:
        first, last = min(ends, key=lambda end: end.first), max(ends, key=lambda end: end.last)
        both = {"first": _bare(first, speech, True), "last": _bare(last, speech, True)}
        return speech.gettext("between %(first)s and %(last)s", **both)
    *others, last_one = _days(ends, speech, year) if _same_month(ends) else _shared(ends, speech, year)
    before = reduce(lambda some, one: speech.gettext("%(dates)s, %(date)s", dates=some, date=one), others)
    return speech.gettext("%(dates)s or %(last)s", dates=before, last=last_one)


def _shared(ends: Sequence[Span], speech: Speech, year: bool) -> tuple[str, ...]:
    """Return each end in words. Ends in one year name it once, in the first or last place as the language wants."""
    if not _same_year(ends):
        return tuple(_hedged(end, speech, True) for end in ends)
    named = _place_of_year(ends, speech)
    return tuple(_hedged(end, speech, year and place == named) for place, end in enumerate(ends))


def _days(ends: Sequence[Span], speech: Speech, year: bool) -> tuple[str, ...]:
    """Return days of one month in words; the month is named once, with the year."""
    named = _place_of_year(ends, speech)
    return tuple(
        _hedged(end, speech, year) if place == named else _doubted(speech.calendar("d", end.first), end.doubt, speech)
        for place, end in enumerate(ends)
    )


def _place_of_year(ends: Sequence[Span], speech: Speech) -> int:
    # Translators: "year: first" where a date begins with its year, which is then said with the first of several dates.
    return 0 if speech.gettext("year: last") == "year: first" else len(ends) - 1


def _same_year(ends: Sequence[Span]) -> bool:
    """Return whether all are parts of one year."""
    return len({end.first.year for end in ends}) == 1 and all(end.precision in IN_A_YEAR for end in ends)


def _same_month(ends: Sequence[Span]) -> bool:
    """Return whether all are days of one month."""
    return len({end.first.replace(day=1) for end in ends}) == 1 and all(end.precision == "day" for end in ends)


def _hedged(span: Span, speech: Speech, year: bool) -> str:
    return _doubted(_bare(span, speech, year), span.doubt, speech)


def _doubted(date: str, doubt: str, speech: Speech) -> str:
    match doubt:
        case "~":
            return speech.gettext("about %(date)s", date=date)
        case "?":
            return speech.gettext("possibly %(date)s", date=date)
        case "%":
            return speech.gettext("possibly about %(date)s", date=date)
    return date


def _bare(span: Span, speech: Speech, year: bool) -> str:
    """Return a single date in words, without its doubt. `year` False leaves out the year of a more precise date."""
    match span.precision:
        case "day":
            return speech.calendar("d MMMM yyyy", span.first) if year else speech.calendar("d MMMM", span.first)
        case "month":
            return speech.calendar("MMMM yyyy", span.first) if year else speech.calendar("MMMM", span.first)
        case "quarter":
            return _part_of_year(span, speech, year)
        case "decade":
            return speech.gettext("the %(year)ss", year=span.first.year // 10 * 10)
    return speech.calendar("yyyy", span.first)


def _part_of_year(span: Span, speech: Speech, year: bool) -> str:
    if span.part in (37, 38, 39):
        return _from_to([Span("", day, day, "month") for day in (span.first, span.last)], speech, year)
    part = _name_of_part(span.part, speech)
    if not year:
        return part
    values = {"part": part, "year": speech.calendar("yyyy", span.first)}
    if span.part < 33:
        return speech.gettext("%(part)s %(year)s", **values)
    return speech.gettext("%(part)s of %(year)s", **values)


def _name_of_part(part: int, speech: Speech) -> str:
    _ = speech.gettext
    names = {
        21: _("spring"), 22: _("summer"), 23: _("autumn"), 24: _("winter"),
        25: _("northern spring"), 26: _("northern summer"), 27: _("northern autumn"), 28: _("northern winter"),
        29: _("southern spring"), 30: _("southern summer"), 31: _("southern autumn"), 32: _("southern winter"),
        33: _("first quarter"), 34: _("second quarter"), 35: _("third quarter"), 36: _("fourth quarter"),
        40: _("first half"), 41: _("second half"),
    }  # fmt: skip
    return names[part]


def _in_english(message: str, /, **values: object) -> str:
    return message % values


def _in_english_calendar(pattern: str, day: dt.date) -> str:
    fields = {"EEEE": WEEKDAYS[day.weekday()], "d": str(day.day), "MMMM": MONTHS[day.month - 1]}
    fields["yyyy"] = f"{day.year:04d}"
    return " ".join(fields[name] for name in pattern.split())


ENGLISH = Speech(_in_english, _in_english_calendar)
