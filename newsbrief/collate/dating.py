"""EDTF dates as people read them, and the days that they may mean.

EDTF is ISO 8601-2 (levels 0 and 1, and one-of sets of level 2), as `document` has already checked it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsbrief.model.views import DateText

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# ISO 8601-2, 4.8: name, first month, number of months. 21 to 24 leave the hemisphere open; newsrooms that write
# "winter 2023" mean the one that begins in December.
PARTS_OF_YEAR = {
    21: ("spring", 3, 3), 22: ("summer", 6, 3), 23: ("autumn", 9, 3), 24: ("winter", 12, 3),
    25: ("northern spring", 3, 3), 26: ("northern summer", 6, 3),
    27: ("northern autumn", 9, 3), 28: ("northern winter", 12, 3),
    29: ("southern spring", 9, 3), 30: ("southern summer", 12, 3),
    31: ("southern autumn", 3, 3), 32: ("southern winter", 6, 3),
    33: ("first quarter of", 1, 3), 34: ("second quarter of", 4, 3),
    35: ("third quarter of", 7, 3), 36: ("fourth quarter of", 10, 3),
    37: ("January to April", 1, 4), 38: ("May to August", 5, 4), 39: ("September to December", 9, 4),
    40: ("first half of", 1, 6), 41: ("second half of", 7, 6),
}  # fmt: skip
HEDGES = {"~": "about ", "?": "possibly ", "%": "possibly about "}
IN_A_YEAR = ("day", "month", "quarter")
# Of more dates than this the reader is told the first and the last.
CHOICES = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A single EDTF date as its first and last day, with what it says and how precisely.

    `edtf` is without its sign of doubt, which is the `hedge`: "about " and the like, to stand before either text.
    `short` leaves the year out where it can.
    """

    edtf: str
    first: dt.date
    last: dt.date
    precision: str
    text: str
    short: str
    hedge: str = ""

    @property
    def said(self) -> str:
        """The text with its hedge."""
        return self.hedge + self.text

    @property
    def said_short(self) -> str:
        """The short text with its hedge."""
        return self.hedge + self.short


def day_text(day: dt.date) -> DateText:
    """A calendar day."""
    return date_text(day.isoformat())


def month_text(year: int, month: int) -> DateText:
    """A calendar month."""
    return date_text(f"{year:04d}-{month:02d}")


def period(edtf: str) -> tuple[dt.date, dt.date]:
    """First and last day that the date may mean; an open end counts as its other end."""
    ends = spans(edtf)
    return min(end.first for end in ends), max(end.last for end in ends)


def date_text(edtf: str) -> DateText:
    """The date for templates."""
    ends = spans(edtf)
    precision = precision_of(edtf, ends)
    if precision == "range":
        text, short = _from_to(ends[0], ends[-1])
    elif precision == "choice":
        text, short = _one_of(ends)
    else:
        text, short = ends[0].said, ends[0].said_short
    weekday = WEEKDAYS[ends[0].first.weekday()] if precision == "day" else ""
    earliest = min(ends, key=lambda end: end.first)
    return DateText(edtf, _iso(earliest), text, short, weekday, precision, any(end.hedge for end in ends))


def spans(edtf: str) -> Sequence[Span]:
    """The single dates that an EDTF text is made of, in its order and each once; one at least."""
    parts = [part.strip() for part in re.split(r"/|\.\.|,", edtf.strip("[]{}"))]
    return tuple(dict.fromkeys(_single(part) for part in parts if part)) or (_single("0001"),)


def precision_of(edtf: str, ends: Sequence[Span]) -> str:
    """What `DateText.precision` says of a date made of these."""
    if len(ends) == 1:
        return ends[0].precision
    return "choice" if edtf.startswith(("[", "{")) else "range"


def _from_to(first: Span, last: Span) -> tuple[str, str]:
    """Text and short text of an interval; what both ends share is said once."""
    if first.hedge == last.hedge and first.precision == last.precision == "day" and _same_month(first, last):
        days = f"{first.hedge}{first.first.day}–"
        return days + last.text, days + last.short
    second, second_short = (last.text, last.short) if first.hedge == last.hedge else (last.said, last.said_short)
    if _same_year((first, last)):
        return f"{first.said_short} to {second}", f"{first.said_short} to {second_short}"
    return (f"{first.said} to {second}",) * 2


def _one_of(ends: Sequence[Span]) -> tuple[str, str]:
    """Text and short text of a set of which one date is meant."""
    if len(ends) > CHOICES:
        earliest, latest = min(ends, key=lambda end: end.first), max(ends, key=lambda end: end.last)
        return (f"between {earliest.text} and {latest.text}",) * 2
    *others, last = ends
    if not _same_year(ends):
        return (f"{', '.join(end.said for end in others)} or {last.said}",) * 2
    days = last.precision == "day" and all(end.precision == "day" and _same_month(end, last) for end in others)
    before = ", ".join(f"{end.hedge}{end.first.day}" if days else end.said_short for end in others)
    return f"{before} or {last.said}", f"{before} or {last.said_short}"


def _same_year(ends: Sequence[Span]) -> bool:
    """Whether all are parts of one year, so that it need not be said twice."""
    return len({end.first.year for end in ends}) == 1 and all(end.precision in IN_A_YEAR for end in ends)


def _same_month(first: Span, last: Span) -> bool:
    return (first.first.year, first.first.month) == (last.first.year, last.first.month)


def _iso(span: Span) -> str:
    first = span.first.isoformat()
    return {"day": first, "month": first[:7]}.get(span.precision, first[:4])


def _single(part: str) -> Span:
    hedge = HEDGES.get(part[-1], "")
    bare = part.rstrip("~?%")
    year, _, rest = bare.partition("-")
    if "X" in year.upper():
        return _decade(bare, hedge)
    number = min(max(int(year), 1), 9999)
    if not rest or "X" in rest.upper():
        name = f"{number:04d}"
        return Span(bare, dt.date(number, 1, 1), dt.date(number, 12, 31), "year", name, name, hedge)
    month, _, day = rest.partition("-")
    if int(month) in PARTS_OF_YEAR:
        return _part_of_year(number, int(month), hedge)
    if not day or "X" in day.upper():
        name = MONTHS[int(month) - 1]
        first, last = dt.date(number, int(month), 1), _last_of(number, int(month))
        return Span(bare, first, last, "month", f"{name} {number}", name, hedge)
    date = dt.date(number, int(month), int(day[:2]))
    short = f"{date.day} {MONTHS[date.month - 1]}"
    return Span(bare, date, date, "day", f"{short} {number}", short, hedge)


def _decade(year: str, hedge: str) -> Span:
    upper = year.upper()
    first, last = int(upper.replace("X", "0")), int(upper.replace("X", "9"))
    text = f"the {first}s"
    return Span(year, dt.date(max(first, 1), 1, 1), dt.date(max(last, 1), 12, 31), "decade", text, text, hedge)


def _part_of_year(year: int, code: int, hedge: str) -> Span:
    name, month, months = PARTS_OF_YEAR[code]
    last = _last_of(year, month + months - 1)
    edtf, short = f"{year:04d}-{code}", name.removesuffix(" of")
    return Span(edtf, dt.date(year, month, 1), last, "quarter", f"{name} {year}", short, hedge)


def _last_of(year: int, month: int) -> dt.date:
    """The last day of a month; months beyond 12 are the next year's, as far as the calendar goes."""
    year, month = (year + 1, month - 12) if month > 12 and year < dt.MAXYEAR else (year, min(month, 12))
    return dt.date(year, month, calendar.monthrange(year, month)[1])
