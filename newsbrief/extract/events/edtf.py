"""TIMEX3 values as EDTF (ISO 8601-2)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
PLAIN = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def edtf(value: str) -> str:
    """A TIMEX3 date as EDTF, "" if it names no calendar date: 2023-W37 is the range of its days."""
    day = value.split("T")[0]
    if PLAIN.fullmatch(day):
        return day
    if re.fullmatch(r"\d{3}", day):
        return f"{day}X"
    return next((form(match) for pattern, form in FORMS if (match := re.fullmatch(pattern, day))), "")


def interval(first: str, last: str) -> str:
    """From one EDTF date to another, "" unless both are plain and in order: 2023-09-09/2023-09-10."""
    if not PLAIN.fullmatch(first) or not PLAIN.fullmatch(last) or first >= last:
        return ""
    return f"{first}/{last}"


def _days(year: str, week: str, first: int) -> str:
    """The days of a week from the first given to Sunday."""
    try:
        monday = dt.date.fromisocalendar(int(year), int(week), 1)
        return f"{monday + dt.timedelta(days=first)}/{monday + dt.timedelta(days=6)}"
    except (ValueError, OverflowError):
        return ""


def _week(match: re.Match[str]) -> str:
    return _days(match[1], match[2], 0)


def _weekend(match: re.Match[str]) -> str:
    return _days(match[1], match[2], 5)


def _quarter(match: re.Match[str]) -> str:
    last = int(match[2]) * 3
    return f"{match[1]}-{last - 2:02d}/{match[1]}-{last:02d}"


def _half(match: re.Match[str]) -> str:
    return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"


def _season(match: re.Match[str]) -> str:
    return f"{match[1]}-{SEASONS[match[2]]}"


FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d{4})-W(\d{2})", _week),
    (r"(\d{4})-W(\d{2})-WE", _weekend),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-H([12])", _half),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
)
