"""The strip of years: a timeline's years as bars in a row. Empty years have a place each, a long gap has one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsbrief.edtf.headings import Years
from newsbrief.edtf.text import date_text
from newsbrief.model.timeline import YearBar

# Up to so many empty years in a row have a column each; more share one column.
EMPTY_YEARS = 3


def bars(counts: Mapping[Years, int]) -> tuple[YearBar, ...]:
    """Return the columns in the order of time. `counts` gives the number of events of each year that has a heading."""
    most = max(counts.values(), default=0)
    made: list[YearBar] = []
    latest = 0
    for years in sorted(counts, key=lambda one: one.order):
        made += _empty(latest + 1, years.first - 1) if made else ()
        # A decade may end after the years that follow it here.
        latest = max(latest, years.last)
        count = counts[years]
        made.append(YearBar(years.anchor, years.date, years.label, count, count / most, count == most))
    return tuple(made)


def _empty(first: int, last: int) -> Iterable[YearBar]:
    """Return the columns of the years from first to last, which have no events."""
    if last - first < EMPTY_YEARS:
        return [YearBar("", date_text(f"{year:04d}"), f"{year:04d}") for year in range(first, last + 1)]
    return [YearBar("", date_text(f"{first:04d}/{last:04d}"), "", gap=last - first + 1)]
