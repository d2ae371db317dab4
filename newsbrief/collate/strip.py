"""The years of a timeline as bars in a row: empty years keep their place, a long gap is broken off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsbrief.collate.dating import date_text
from newsbrief.collate.headings import Years
from newsbrief.model.timeline import YearBar

# So many years in a row without events keep a column each; of more, one column with a break in it stands for all.
EMPTY_YEARS = 3


def bars(counts: Mapping[Years, int]) -> tuple[YearBar, ...]:
    """The columns in the order of time, from the number of events of each year that has any."""
    most = max(counts.values(), default=0)
    made: list[YearBar] = []
    reached = 0
    for years in sorted(counts, key=lambda one: one.order):
        made += _empty(reached + 1, years.first - 1) if made else ()
        reached = max(reached, years.last)
        count = counts[years]
        made.append(YearBar(years.anchor, years.date, years.label, count, count / most, count == most))
    return tuple(made)


def _empty(first: int, last: int) -> Iterable[YearBar]:
    """The columns of the years from first to last, none of which has events."""
    if last - first < EMPTY_YEARS:
        return [YearBar("", date_text(f"{year:04d}"), f"{year:04d}") for year in range(first, last + 1)]
    return [YearBar("", date_text(f"{first:04d}/{last:04d}"), "", gap=last - first + 1)]
