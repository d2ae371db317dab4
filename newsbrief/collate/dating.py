"""EDTF dates as people read them, and in which order they stand.

EDTF is ISO 8601-2 (levels 0 and 1, and one-of sets of level 2), as `document` has already checked it.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from newsbrief.model.views import DateText

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# ISO 8601-2, 4.8: 21 to 24 are seasons without a hemisphere, 33 to 36 quarters, 40 and 41 halves of a year.
SUB_YEAR = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter",
    40: "first half", 41: "second half",
}  # fmt: skip
SUB_YEAR_MONTHS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
UNCERTAIN = re.compile(r"[~?%]")
EARLIEST = dt.date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Span:
    """A single EDTF date as its first and last day, with what it says and how precisely."""

    first: dt.date
    last: dt.date
    precision: str
    text: str
    short: str


def day_text(day: dt.date) -> DateText:
    """A calendar day."""
    return date_text(day.isoformat())


def month_text(year: int, month: int) -> DateText:
    """A calendar month."""
    return date_text(f"{year:04d}-{month:02d}")


def period(edtf: str) -> tuple[dt.date, dt.date]:
    """First and last day that the date may mean; an open end counts as its other end."""
    ends = [_single(part) for part in _ends(edtf)]
    return min(end.first for end in ends), max(end.last for end in ends)


def date_text(edtf: str) -> DateText:
    """The date for templates."""
    about = bool(UNCERTAIN.search(edtf))
    ends = [_single(part) for part in _ends(edtf)]
    first, last = ends[0], ends[-1]
    if len(ends) == 1:
        text, short, precision = first.text, first.short, first.precision
    else:
        text, short, precision = _between(edtf, first, last), _between(edtf, first, last), "range"
    weekday = WEEKDAYS[first.first.weekday()] if precision == "day" else ""
    text, short = (f"about {words}" if about else words for words in (text, short))
    return DateText(edtf, _iso(first), text, short, weekday, precision, about)


def _ends(edtf: str) -> list[str]:
    bare = UNCERTAIN.sub("", edtf).strip("[]{}")
    parts = [part.strip() for part in re.split(r"/|\.\.|,", bare)]
    return [part for part in parts if part] or ["0001"]


def _between(edtf: str, first: Span, last: Span) -> str:
    if edtf.startswith(("[", "{")):
        return f"{first.text} or {last.text}"
    if (first.precision, first.first.year, first.first.month) == (last.precision, last.first.year, last.first.month):
        return f"{first.first.day}–{last.text}" if first.precision == "day" else first.text
    if first.first.year == last.first.year and first.precision in ("day", "month"):
        return f"{first.short} – {last.text}"
    return f"{first.text} – {last.text}"


def _iso(span: Span) -> str:
    first = span.first.isoformat()
    return {"day": first, "month": first[:7]}.get(span.precision, first[:4])


def _single(text: str) -> Span:
    year, _, rest = text.partition("-")
    if "X" in year.upper():
        return _decade(year)
    number = min(max(int(year), 1), 9999)
    if not rest or "X" in rest.upper():
        return Span(dt.date(number, 1, 1), dt.date(number, 12, 31), "year", f"{number:04d}", f"{number:04d}")
    month, _, day = rest.partition("-")
    if int(month) in SUB_YEAR_MONTHS:
        return _part_of_year(number, int(month))
    if not day or "X" in day.upper():
        last = calendar.monthrange(number, int(month))[1]
        name = MONTHS[int(month) - 1]
        return Span(
            dt.date(number, int(month), 1), dt.date(number, int(month), last), "month", f"{name} {number}", name
        )
    date = dt.date(number, int(month), int(day[:2]))
    short = f"{date.day} {MONTHS[date.month - 1]}"
    return Span(date, date, "day", f"{short} {number}", short)


def _decade(year: str) -> Span:
    upper = year.upper()
    first, last = int(upper.replace("X", "0")), int(upper.replace("X", "9"))
    text = f"the {first}s"
    return Span(dt.date(max(first, 1), 1, 1), dt.date(max(last, 1), 12, 31), "decade", text, text)


def _part_of_year(year: int, code: int) -> Span:
    months = SUB_YEAR_MONTHS[code]
    last = dt.date(year, months[1], calendar.monthrange(year, months[1])[1])
    text = f"{SUB_YEAR[code]} {year}" if code < 30 else f"{SUB_YEAR[code]} of {year}"
    return Span(dt.date(year, months[0], 1), last, "quarter", text, SUB_YEAR[code])
