"""Under which year and which part of it a date stands: never under one that it does not claim."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate.dating import date_text, month_text
from newsbrief.collate.spans import PLAIN_DAY, Span, precision_of, spans
from newsbrief.model.views import DateText

WHOLE = (0, 0)


class Years(Struct, frozen=True):
    """The year of a date; first and last are two only for a decade and for a choice between years."""

    first: int
    last: int

    @property
    def order(self) -> tuple[int, int]:
        """Sorts ascending in time; a decade stands before its years."""
        return self.first, -self.last

    @property
    def anchor(self) -> str:
        """The id of the section on its page: "y2029", "y1990-1999"."""
        return f"y{self.first:04d}" if self.first == self.last else f"y{self.first:04d}-{self.last:04d}"

    @property
    def date(self) -> DateText:
        """The section's heading."""
        if self.first == self.last:
            return date_text(f"{self.first:04d}")
        if self._decade:
            return date_text(f"{self.first // 10:03d}X")
        if self.last == self.first + 1:
            return date_text(f"[{self.first:04d},{self.last:04d}]")
        return date_text(f"{self.first:04d}/{self.last:04d}")

    @property
    def label(self) -> str:
        """Short enough to stand under a bar; of a decade its first year."""
        if self.first == self.last or self._decade:
            return f"{self.first:04d}"
        return f"{self.first % 100:02d}{'/' if self.last == self.first + 1 else '–'}{self.last % 100:02d}"

    @property
    def _decade(self) -> bool:
        return self.first % 10 == 0 and self.last == self.first + 9


class Heading(Struct, frozen=True):
    """`months`: first and last month of the part of the year, from 1 (winter ends in 14); (0, 0): no part of it.

    `date` names that part: a month, a quarter or season, July to September, or the year itself.
    """

    years: Years
    months: tuple[int, int]
    date: DateText

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Sorts ascending in time; a longer stretch stands before all that is within it."""
        begin, end = self.months
        return (*self.years.order, begin, -end, self.date.text)


# A day of a timeline is asked for with each event and each timeline that has it.
@lru_cache(maxsize=1 << 16)
def heading(edtf: str) -> Heading:
    """Where the date stands. What lasts from one day or year to another stands where it began."""
    if PLAIN_DAY.fullmatch(edtf):
        return _month(int(edtf[:4]), int(edtf[5:7]))
    ends = spans(edtf)
    precision = precision_of(edtf, ends)
    if len(ends) == 1 or (precision == "range" and not _within_a_year(ends)):
        return _part(ends[0].first, ends[0].last, ends[0].precision, ends[0].edtf)
    first, last = min(end.first for end in ends), max(end.last for end in ends)
    return _part(first, last, precision, "".join(sign for sign in edtf if sign not in "~?%"))


def _within_a_year(ends: Sequence[Span]) -> bool:
    """Whether an interval names months or quarters of one year, as "the third quarter" does, and no day in them."""
    return all(end.precision in ("month", "quarter") for end in ends) and ends[0].first.year == ends[-1].first.year


def _part(first: dt.date, last: dt.date, precision: str, edtf: str) -> Heading:
    """The heading of a stretch of days; a winter runs on into the next year."""
    if first.year != last.year and precision in ("decade", "choice"):
        return _whole(Years(first.year, last.year))
    years = Years(first.year, first.year)
    end = last.month + 12 * (last.year - first.year)
    if (first.month, end) == (1, 12):
        return _whole(years)
    one_month = first.month == end
    return Heading(years, (first.month, end), month_text(first.year, end) if one_month else date_text(edtf))


# Most dates are days, and those of a month have one heading.
@lru_cache(maxsize=8192)
def _month(year: int, month: int) -> Heading:
    return Heading(Years(year, year), (month, month), month_text(year, month))


def _whole(years: Years) -> Heading:
    return Heading(years, WHOLE, replace(years.date, precision="year"))
