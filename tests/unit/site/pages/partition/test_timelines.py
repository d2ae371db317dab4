"""Timelines that are too long for one page."""

from collections.abc import Mapping, Sequence

import pytest

from newsbrief.edtf.headings import heading
from newsbrief.model.brief import BriefEvent
from newsbrief.site.index.references import EventRef
from newsbrief.site.pages.partition.timelines import FEWEST, FULL, ONE_PAGE, Part, parts
from tests.unit.briefs import entry, views_of

# The number of events of each date.
Counts = Mapping[str, int]
EVEN: Counts = {str(year): 100 for year in range(2010, 2020)}
MONTHS: Counts = {f"2024-{month:02d}": 90 for month in range(1, 12)}


def events(counts: Counts) -> Sequence[EventRef]:
    """The events of a timeline, newest first."""
    dates = [date for date, count in counts.items() for _ in range(count)]
    told = tuple(BriefEvent(f"e{n}", date, "then", f"Barge {n} sank.") for n, date in enumerate(dates, 1))
    return views_of(entry(events=told)).index.events.ordered


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"2019": ONE_PAGE}, []),
        ({"2018": ONE_PAGE - 100, "2019": 101}, [("2018", "2018", 400), ("", "", 101)]),
        (EVEN, [("2012", "2010/2012", 300), ("2015", "2013/2015", 300), ("2018", "2016/2018", 300), ("", "", 100)]),
        # Too few events follow for a newest part of their own.
        ({"2010": FULL, "2011": FULL, "2012": FEWEST - 1}, [("2010", "2010", 250), ("", "", 299)]),
        # A short part is better than one that is too long.
        ({"2010": 200, "2011": 390, "2012": 60}, [("2010", "2010", 200), ("2011", "2011", 390), ("", "", 60)]),
        # Decades and choices belong to the year in which they begin.
        ({"199X": 249, "1990": 1, "1991": 260}, [("1990", "199X/1990", 250), ("", "", 260)]),
        ({"2021": 200, "[2022,2023]": 60, "2024": 260}, [("2022", "2021/2023", 260), ("", "", 260)]),
        # Parts with months of a long year hold no other year; the last of them joins a newest part that is too short.
        (
            {"1650": 7, **MONTHS, "2025": FEWEST},
            [
                ("1650", "1650", 7),
                ("2024-03", "2024-01/2024-03", 270),
                ("2024-06", "2024-04/2024-06", 270),
                ("2024-09", "2024-07/2024-09", 270),
                ("2024-11", "2024-10/2024-11", 180),
                ("", "", FEWEST),
            ],
        ),
        (
            {**MONTHS, "2025": FEWEST - 1},
            [
                ("2024-03", "2024-01/2024-03", 270),
                ("2024-06", "2024-04/2024-06", 270),
                ("2024-09", "2024-07/2024-09", 270),
                ("", "", 180 + FEWEST - 1),
            ],
        ),
        # A quarter belongs to its first month, a date known to the year to January.
        (
            {"2024": 10, "2024-01": 240, "2024-34": 20, "2024-04": 240, "2024-05": 100},
            [("2024-01", "2024-01", 250), ("2024-04", "2024-04", 260), ("", "", 100)],
        ),
        # A long year whose end is short.
        (
            {"2024-01": 250, "2024-02": 250, "2024-12": 9, "2025": 300},
            [("2024-01", "2024-01", 250), ("2024-12", "2024-02/2024-12", 259), ("", "", 300)],
        ),
    ],
)
def test_parts_are_whole_years_or_months_filled_from_the_oldest(
    counts: Counts, found: list[tuple[str, str, int]]
) -> None:
    """Parts have their name, what they cover, and their number of events, here the oldest first."""
    assert [(part.name, part.covers, len(part.events)) for part in reversed(parts(events(counts)))] == found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(EVEN, {**EVEN, "2019": 101}, id="another day"),
        pytest.param(EVEN, {**EVEN, "2020": 20}, id="another year"),
        pytest.param({**EVEN, "2020": 49, "2019": 250}, {**EVEN, "2020": 50, "2019": 250}, id="a part is full"),
        pytest.param({**EVEN, "2019-03": 300}, {**EVEN, "2019-03": 301, "2019-04": 60}, id="a year becomes long"),
        pytest.param({**EVEN, **MONTHS}, {**EVEN, **MONTHS, "2024-11": 91, "2024-12": 200}, id="a long year goes on"),
        pytest.param({**EVEN, **MONTHS}, {**EVEN, **MONTHS, "2025": 10}, id="a long year ends"),
        pytest.param({**EVEN, **MONTHS, "2025": 10}, {**EVEN, **MONTHS, "2025": 450}, id="its parts are closed"),
    ],
)
def test_new_events_change_no_older_part(before: Counts, after: Counts) -> None:
    """Whatever comes at the end of a timeline, older parts have the same name, dates and events."""
    was, now = ([_content(part) for part in reversed(parts(events(counts)))] for counts in (before, after))
    assert len(was) > 1
    assert now[: len(was) - 1] == was[:-1]


def _content(part: Part) -> tuple[str, str, list[str]]:
    return part.name, part.covers, [event.edtf for event in part.events]


def test_every_event_is_on_one_part_and_counted_there() -> None:
    """Parts one after another are the timeline, and each counts the events of each of its years."""
    every = events({**EVEN, **MONTHS, "201X": 3, "2025": 60})
    found = parts(every)
    assert [event for part in found for event in part.events] == list(every)
    for part in found:
        counted = {years: sum(heading(event.edtf).years == years for event in part.events) for years in part.years}
        assert part.years == counted
        assert sum(counted.values()) == len(part.events)
