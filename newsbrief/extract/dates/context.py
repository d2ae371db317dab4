"""What an expression is resolved against, and arithmetic on days, months and years."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: its words, its named parts as written, and its rule's shift."""

    words: str
    parts: Mapping[str, str]
    shift: int

    def number(self, part: str) -> int:
        """A part's figure: "5th" gives 5."""
        return int("".join(sign for sign in self.parts[part] if sign.isdigit()))


@dataclass(frozen=True, slots=True)
class Clock:
    """`published`: the day of publication, None if unknown. `last`: the latest full date in the text, "" if none.

    `year`: the latest year written out in the same paragraph, "" if none.
    `ahead`: the words around the expression speak of the future.
    """

    published: dt.date | None
    last: str
    year: str
    ahead: bool


def iso_month(year: int, month: int) -> str:
    """2023, 9 → "2023-09"; months run over into years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}"


def iso_day(year: int, month: int, day: int) -> str:
    """Empty for a day that the month does not have."""
    if not 1 <= year <= 9999 or day > calendar.monthrange(year, month)[1]:
        return ""
    return f"{year:04d}-{month:02d}-{day:02d}"


def moved(day: dt.date, days: int) -> dt.date | None:
    """None beyond the calendar's ends."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def iso_unit(day: dt.date, unit: str, shift: int) -> str:
    """The unit (D, W, M, Q, Y, E) that lies `shift` units from the day's; "" beyond the calendar's ends."""
    if unit in "DW":
        target = moved(day, shift * (1 if unit == "D" else 7))
        if target is None:
            return ""
        year, week, _ = target.isocalendar()
        return target.isoformat() if unit == "D" else f"{year:04d}-W{week:02d}"
    year = day.year + shift * (10 if unit == "E" else 1)
    if unit == "M":
        return iso_month(day.year, day.month + shift) if 1 <= day.year + shift // 12 <= 9998 else ""
    if unit == "Q":
        quarter = day.year * 4 + (day.month - 1) // 3 + shift
        return f"{quarter // 4:04d}-Q{quarter % 4 + 1}"
    if not 1 <= year <= 9999:
        return ""
    return f"{year:04d}" if unit == "Y" else f"{year // 10:03d}"
