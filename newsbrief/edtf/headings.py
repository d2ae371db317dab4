"""The headings of dates in a timeline: a year and a part of it. No heading is more precise than its date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.edtf.spans import PLAIN_DAY, Span, precision_of, spans
from newsbrief.edtf.text import date_text, month_text
from newsbrief.model.views import DateText

WHOLE = (0, 0)


class Years(Struct, frozen=True):
    """The year of a date. `first` and `last` differ only for a decade and for a choice between years."""

    first: int
    last: int

    @property
    def order(self) -> tuple[int, int]:
        """The sort key, ascending in time; a decade comes before its years."""
        return self.first, -self.last

    @property
    def anchor(self) -> str:
        """The id of its section on a page: "y2029", "y1990-1999"."""
        return f"y{self.first:04d}" if self.first == self.last else f"y{self.first:04d}-{self.last:04d}"

    @property
    def date(self) -> DateText:
        """The heading of its section."""
        if self.first == self.last:
            return date_text(f"{self.first:04d}")
        if self._decade:
            return date_text(f"{self.first // 10:03d}X")
        if self.last == self.first + 1:
            return date_text(f"[{self.first:04d},{self.last:04d}]")
        return date_text(f"{self.first:04d}/{self.last:04d}")

    @property
    def label(self) -> str:
        """Its short form, for below a bar: "2029", "22/23", "98–22", and the first year of a decade."""
        if self.first == self.last or self._decade:
            return f"{self.first:04d}"
        return f"{self.first % 100:02d}{'/' if self.last == self.first + 1 else '–'}{self.last % 100:02d}"

    @property
    def _decade(self) -> bool:
        return self.first % 10 == 0 and self.last == self.first + 9


class Heading(Struct, frozen=True):
    """The year of a date, and the part of the year that has a heading of its own.

    `months` are the first and last month of that part, from 1 (a winter is (12, 14)), or WHOLE for the whole year.
    `date` names the part: a month, a quarter or season, a range like July to September, or the year.
    """

    years: Years
    months: tuple[int, int]
    date: DateText

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """The sort key, ascending in time; a longer part of a year comes before the parts within it."""
        begin, end = self.months
        return (*self.years.order, begin, -end, self.date.text)


# A build needs the heading of each event once for every timeline that has the event.
@lru_cache(maxsize=1 << 16)
def heading(edtf: str) -> Heading:
    """Return the heading of a date. A range from one day or year to another has the heading of its beginning."""
    if PLAIN_DAY.fullmatch(edtf):
        return _month(int(edtf[:4]), int(edtf[5:7]))
    ends = spans(edtf)
    precision = precision_of(edtf, ends)
    if len(ends) == 1 or (precision == "range" and not _within_a_year(ends)):
        return _part(ends[0].first, ends[0].last, ends[0].precision, ends[0].edtf)
    first, last = min(end.first for end in ends), max(end.last for end in ends)
    return _part(first, last, precision, "".join(sign for sign in edtf if sign not in "~?%"))


def _within_a_year(ends: Sequence[Span]) -> bool:
    """Return whether a range is from one month or quarter to another of the same year."""
    return all(end.precision in ("month", "quarter") for end in ends) and ends[0].first.year == ends[-1].first.year


def _part(first: dt.date, last: dt.date, precision: str, edtf: str) -> Heading:
    """Return the heading of the days from first to last. A winter may end in the next year."""
    if first.year != last.year and precision in ("decade", "choice"):
        return _whole(Years(first.year, last.year))
    years = Years(first.year, first.year)
    end = last.month + 12 * (last.year - first.year)
    if (first.month, end) == (1, 12):
        return _whole(years)
    one_month = first.month == end
    return Heading(years, (first.month, end), month_text(first.year, end) if one_month else date_text(edtf))


# Most dates are days, and all days of a month have the same heading.
@lru_cache(maxsize=8192)
def _month(year: int, month: int) -> Heading:
    return Heading(Years(year, year), (month, month), month_text(year, month))


def _whole(years: Years) -> Heading:
    return Heading(years, WHOLE, replace(years.date, precision="year"))
