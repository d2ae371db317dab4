"""The days that an EDTF date may mean.

EDTF is ISO 8601-2: levels 0 and 1, and one-of sets of level 2. `newsbrief.document` checks dates when it reads a brief,
so functions here take valid dates only.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

# ISO 8601-2, 4.8: first month, number of months. 21 to 24 name no hemisphere; this program takes "winter 2023" for the
# winter that begins in December.
PARTS_OF_YEAR = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip
DOUBTS = "~?%"
PLAIN_DAY = re.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Span(Struct, frozen=True):
    """A single EDTF date: its first and last day, and its precision as in `DateText.precision`.

    `doubt` is the sign at its end, "~" (approximate), "?" (uncertain), "%" (both) or ""; `edtf` is the date without it.
    `part` is the number that ISO 8601-2 gives a season, quarter or half, from 21 to 41, or 0.
    """

    edtf: str
    first: dt.date
    last: dt.date
    precision: str
    doubt: str = ""
    part: int = 0


def period(edtf: str) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a date may mean. An interval with an open end is its other end."""
    if PLAIN_DAY.fullmatch(edtf):
        # Most dates are days, and a build calls this many times for each event.
        day = dt.date.fromisoformat(edtf)
        return day, day
    ends = spans(edtf)
    return min(end.first for end in ends), max(end.last for end in ends)


@lru_cache(maxsize=8192)
def spans(edtf: str) -> Sequence[Span]:
    """Return the single dates of an EDTF date, in its order and without repetitions; at least one."""
    parts = [part.strip() for part in re.split(r"/|\.\.|,", edtf.strip("[]{}"))]
    return tuple(dict.fromkeys(_single(part) for part in parts if part)) or (_single("0001"),)


def precision_of(edtf: str, ends: Sequence[Span]) -> str:
    """Return the precision, as in `DateText.precision`, of the date `edtf`, whose single dates are `ends`."""
    if len(ends) == 1:
        return ends[0].precision
    return "choice" if edtf.startswith(("[", "{")) else "range"


def iso(span: Span) -> str:
    """Return the beginning of a date for `<time datetime>`: "2023-09-20", "2023-09" or "2023"."""
    first = span.first.isoformat()
    return {"day": first, "month": first[:7]}.get(span.precision, first[:4])


def _single(part: str) -> Span:
    doubt = part[-1] if part[-1] in DOUBTS else ""
    bare = part.rstrip(DOUBTS)
    year, _, rest = bare.partition("-")
    if "X" in year.upper():
        return _decade(bare, doubt)
    number = min(max(int(year), 1), 9999)
    if not rest or "X" in rest.upper():
        return Span(bare, dt.date(number, 1, 1), dt.date(number, 12, 31), "year", doubt)
    month, _, day = rest.partition("-")
    if int(month) in PARTS_OF_YEAR:
        return _part_of_year(number, int(month), doubt)
    if not day or "X" in day.upper():
        return Span(bare, dt.date(number, int(month), 1), _last_of(number, int(month)), "month", doubt)
    date = dt.date(number, int(month), int(day[:2]))
    return Span(bare, date, date, "day", doubt)


def _decade(year: str, doubt: str) -> Span:
    upper = year.upper()
    first, last = int(upper.replace("X", "0")), int(upper.replace("X", "9"))
    return Span(year, dt.date(max(first, 1), 1, 1), dt.date(max(last, 1), 12, 31), "decade", doubt)


def _part_of_year(year: int, code: int, doubt: str) -> Span:
    month, months = PARTS_OF_YEAR[code]
    last = _last_of(year, month + months - 1)
    return Span(f"{year:04d}-{code}", dt.date(year, month, 1), last, "quarter", doubt, code)


def _last_of(year: int, month: int) -> dt.date:
    """Return the last day of a month. Months after 12 are the next year's; the calendar ends with the year 9999."""
    year, month = (year + 1, month - 12) if month > 12 and year < dt.MAXYEAR else (year, min(month, 12))
    return dt.date(year, month, calendar.monthrange(year, month)[1])
