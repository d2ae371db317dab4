"""What an expression is resolved against, and arithmetic on days, months and years."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH = re.compile(r"\d{4}-\d{2}(?!\d)")
YEAR = re.compile(r"\d{4}(?!\d)")
# How many years a unit has, and with how many signs TIMEX3 writes it.
YEARS = {"Y": 1, "E": 10, "C": 100}
SIGNS = {"Y": 4, "E": 3, "C": 2}


class Found(Struct, frozen=True):
    """One expression: its named parts as written, and its rule's shift and value."""

    parts: Mapping[str, str]
    shift: int
    value: str

    def number(self, part: str) -> int:
        """A part's figure: "5th" gives 5."""
        return int("".join(sign for sign in self.parts[part] if sign.isdigit()))


class Clock(NamedTuple):
    """What the text has said of time so far.

    `published`: the day of publication, None if unknown. `narrative`: the text tells of years long before it.
    `anchor`: the latest date in the text, of any precision; `day`: the latest full day; `here`: that of the sentence.
    "" if none.
    `told`: the latest year written out in the text.
    `year`: the year that days and months without one belong to, "" where publication tells.
    `last`: the value of the expression right before. `ahead`: the words around the expression speak of the future.
    A tuple, as one is made at every expression.
    """

    published: dt.date | None
    narrative: bool = False
    anchor: str = ""
    day: str = ""
    here: str = ""
    told: str = ""
    year: str = ""
    last: str = ""
    ahead: bool = False


def read_day(value: str) -> dt.date | None:
    """The day that an ISO date or date and time begins with."""
    match = DAY.match(value)
    try:
        return dt.date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None


def iso_month(year: int, month: int) -> str:
    """2023, 9 → "2023-09"; months run over into years; "" beyond the calendar's ends."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else ""


def iso_day(year: int, month: int, day: int) -> str:
    """Empty for a day that the month does not have."""
    if not 1 <= year <= 9999 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"


def iso_year(year: int) -> str:
    """Empty beyond the calendar's ends."""
    return f"{year:04d}" if 1 <= year <= 9999 else ""


def moved(day: dt.date, days: int) -> dt.date | None:
    """None beyond the calendar's ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def on(day: dt.date | None, days: int, part: str) -> str:
    """The day so many days on, with a part of the day or an hour; "" for none."""
    target = moved(day, days) if day else None
    return "" if target is None else target.isoformat() + (f"T{part}" if part else "")


def iso_unit(day: dt.date, unit: str, shift: int) -> str:
    """The unit (D, W, F, M, Q, Y, E, C) that lies `shift` units from the day's; "" beyond the calendar's ends."""
    if unit in "DWF":
        target = moved(day, shift * {"D": 1, "W": 7, "F": 14}[unit])
        if target is None:
            return ""
        year, week, _ = target.isocalendar()
        return target.isoformat() if unit == "D" else f"{year:04d}-W{week:02d}"
    if unit == "M":
        return iso_month(day.year, day.month + shift)
    if unit == "Q":
        quarter = day.year * 4 + (day.month - 1) // 3 + shift
        return f"{iso_year(quarter // 4)}-Q{quarter % 4 + 1}" if iso_year(quarter // 4) else ""
    return iso_year(day.year + shift * YEARS[unit])[: SIGNS[unit]]
