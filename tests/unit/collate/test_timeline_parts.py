"""A long timeline in parts."""

from collections.abc import Iterable, Mapping

import pytest
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate.timeline import in_place
from newsbrief.collate.timeline_parts import FEWEST, FULL, LONG_YEAR, ONE_PAGE, parts
from newsbrief.model.brief import BriefEvent
from newsbrief.model.pages import Site
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import EventView, Link
from tests.unit.briefs import edition, entry

# Events of a date, by that date.
Counts = Mapping[str, int]
EVEN: Counts = {str(year): 100 for year in range(2010, 2020)}
MONTHS: Counts = {f"2024-{month:02d}": 90 for month in range(1, 12)}


def events(counts: Counts) -> tuple[BriefEvent, ...]:
    dates = [date for date, count in counts.items() for _ in range(count)]
    return tuple(BriefEvent(f"e{n}", date, "then", f"Thing {n} happened.") for n, date in enumerate(dates, 1))


def site_of(counts: Counts, **fields: object) -> Site:
    return collate.site([entry(events=events(counts), **fields)], edition())


def timelines(counts: Counts, **fields: object) -> dict[str, TimelinePage]:
    made = site_of(counts, **fields)
    return {page.url: page for page in made.timelines if page.filter == "all"}


def every(site: Site) -> tuple[EventView, ...]:
    """The events of the timeline of everything, as other programs have them."""
    return site.timeline_files[0].events


def parted(counts: Counts) -> list[tuple[str, str, int]]:
    """Each part's name, what it covers, and how many events it has, the oldest first."""
    placed = in_place(every(site_of(counts)))
    return [(part.name, part.date.text if part.date else "", len(part.placed)) for part in reversed(parts(placed))]


def stays(page: TimelinePage) -> TimelinePage:
    """What a new brief must leave alone: all but the years of others, of which one may be new."""
    own = {year.id for year in page.years}
    return replace(page, strip=tuple(bar for bar in page.strip if bar.id in own))


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ({"2019": ONE_PAGE}, [("", "", ONE_PAGE)]),
        ({"2018": ONE_PAGE - 100, "2019": 101}, [("2018", "2018", 400), ("", "", 101)]),
        (
            EVEN,
            [
                ("2012", "2010 to 2012", 300),
                ("2015", "2013 to 2015", 300),
                ("2018", "2016 to 2018", 300),
                ("", "", 100),
            ],
        ),
        # What follows is too little for a page of its own.
        ({"2010": FULL, "2011": FULL, "2012": FEWEST - 1}, [("2010", "2010", 250), ("", "", 299)]),
        # Rather a short part than one that is too long.
        ({"2010": 200, "2011": 390, "2012": 60}, [("2010", "2010", 200), ("2011", "2011", 390), ("", "", 60)]),
        # Decades and choices stand with the year that they begin in.
        ({"199X": 249, "1990": 1, "1991": 260}, [("1990", "the 1990s to 1990", 250), ("", "", 260)]),
        ({"199X": 250, "1991": 260}, [("1990", "the 1990s", 250), ("", "", 260)]),
        ({"2021": 200, "[2022,2023]": 60, "2024": 260}, [("2022", "2021 to 2023", 260), ("", "", 260)]),
        # A long year has its parts to itself, and its end stands with the next year until that has enough.
        (
            {"1650": 7, **MONTHS, "2025": FEWEST},
            [
                ("1650", "1650", 7),
                ("2024-03", "January to March 2024", 270),
                ("2024-06", "April to June 2024", 270),
                ("2024-09", "July to September 2024", 270),
                ("2024-11", "October to November 2024", 180),
                ("", "", FEWEST),
            ],
        ),
        (
            {**MONTHS, "2025": FEWEST - 1},
            [
                ("2024-03", "January to March 2024", 270),
                ("2024-06", "April to June 2024", 270),
                ("2024-09", "July to September 2024", 270),
                ("", "", 180 + FEWEST - 1),
            ],
        ),
        # A quarter stands with its first month, what is known to the year with January.
        (
            {"2024": 10, "2024-01": 240, "2024-34": 20, "2024-04": 240, "2024-05": 100},
            [("2024-01", "January 2024", 250), ("2024-04", "April 2024", 260), ("", "", 100)],
        ),
        # The end of a long year is no page of its own if it is short.
        (
            {"2024-01": 250, "2024-02": 250, "2024-12": 9, "2025": 300},
            [("2024-01", "January 2024", 250), ("2024-12", "February to December 2024", 259), ("", "", 300)],
        ),
    ],
)
def test_parts_are_whole_years_or_months_filled_from_the_oldest(
    counts: Counts, found: list[tuple[str, str, int]]
) -> None:
    """A part is closed when it is full and enough follows; the newest has the timeline's own address."""
    assert parted(counts) == found


def test_year_of_a_thousand_events_is_parted_by_months() -> None:
    """Each event is on one part; the year's bar leads to its newest months, on its own parts to its own heading."""
    months = {f"2024-{month:02d}": 100 if month % 3 else 50 for month in range(1, 13)}
    pages = timelines({**months, "2025": 200})
    assert sum(months.values()) == 1000
    assert [*pages] == [f"timeline/{name}" for name in ("", "2024-12/", "2024-09/", "2024-06/", "2024-03/")]
    assert [len(page.events) for page in pages.values()] == [200, 250, 250, 250, 250]
    assert [[year.id for year in page.years] for page in pages.values()] == [["y2025"], *[["y2024"]] * 4]
    assert [page.strip[0].url for page in pages.values()] == ["timeline/2024-12/#y2024", "", "", "", ""]
    assert [page.strip[0].count for page in pages.values()] == [1000, 250, 250, 250, 250]


def grown() -> Iterable[tuple[str, Counts, Counts]]:
    """A timeline, and the same one with what came later."""
    yield "another day", EVEN, {**EVEN, "2019": 101}
    yield "another year", EVEN, {**EVEN, "2020": 20}
    yield "a part is full", {**EVEN, "2020": 49, "2019": 250}, {**EVEN, "2020": 50, "2019": 250}
    yield "a year becomes long", {**EVEN, "2019-03": 300}, {**EVEN, "2019-03": 301, "2019-04": 60}
    yield "a long year goes on", {**EVEN, **MONTHS}, {**EVEN, **MONTHS, "2024-11": 91, "2024-12": 200}
    yield "a long year ends", {**EVEN, **MONTHS}, {**EVEN, **MONTHS, "2025": 10}
    yield "its parts are closed", {**EVEN, **MONTHS, "2025": 10}, {**EVEN, **MONTHS, "2025": 450}


@pytest.mark.parametrize(("before", "after"), [pytest.param(*two, id=name) for name, *two in grown()])
def test_what_is_new_changes_the_newest_part_only(before: Counts, after: Counts) -> None:
    """Older parts keep address, events and neighbours, but for the way on from the last; the strip counts anew."""
    own = {"path": "briefs/2029-05-04-ferry.md"}
    then, now = timelines(before, **own), timelines(after, **own)
    older = [url for url in then if url != "timeline/"]
    assert older
    for url in older[1:]:
        assert without_ids(stays(now[url])) == without_ids(stays(then[url]))
    last, was = now[older[0]], then[older[0]]
    assert without_ids(replace(stays(last), later=None)) == without_ids(replace(stays(was), later=None))
    assert without_ids(now["timeline/"]) != without_ids(then["timeline/"])


def without_ids(page: TimelinePage) -> tuple[object, ...]:
    """A page with each event's date in its place: what comes before an event in its brief is not of the page."""
    years = [
        (year.id, [(month.date, [one.date for one in month.events]) for month in year.months]) for year in page.years
    ]
    return page.url, years, page.date, page.earlier, page.later, page.exports, page.strip, page.filters


def test_every_bar_leads_to_its_year() -> None:
    """On the page to the anchor alone, else to the part that has it; every part has the whole strip."""
    pages = timelines({**EVEN, "1998": 2})
    labels = [bar.label for bar in pages["timeline/"].strip]
    for page in pages.values():
        here = {year.id for year in page.years}
        assert [bar.label for bar in page.strip] == labels
        for bar in page.strip:
            url, _, anchor = bar.url.partition("#")
            assert (bar.url == "") == (bar.id in here or not bar.id)
            assert bool(bar.count) == (bar.id in here if page.date else bool(bar.id))
            assert not url or (anchor == bar.id and bar.id in {year.id for year in pages[url].years})


def test_parts_lead_to_one_another_and_the_exports_have_all() -> None:
    """Earlier and later, and from the newest to each; calendars are of the whole timeline, at its own address."""
    made = site_of(EVEN)
    pages = {page.url: page for page in made.timelines if page.filter == "all"}
    newest, *older = pages.values()
    ways = [page.earlier.url if page.earlier else None for page in pages.values()]
    assert ways == [*[page.url for page in older], None]
    assert [page.later.url if page.later else None for page in pages.values()] == [None, *[*pages][:-1]]
    assert [way.url for way in newest.parts] == [page.url for page in older]
    assert not any(page.parts for page in older)
    assert older[0].later is not None
    assert older[0].later.date is None
    assert len(every(made)) == len({*every(made)}) == 1000
    assert sum((page.events for page in pages.values()), ()) == every(made)
    assert [one.page for one in made.timeline_files] == [newest]
    assert newest.exports
    assert not any(page.exports for page in older)


def test_filters_and_subjects_have_parts_of_their_own() -> None:
    """The ways to other filters and subjects lead to the newest part, which alone counts everything."""
    made = collate.site([entry(events=events({**EVEN, "2029-05-03": 5}), tags=("Ferry",))], edition())
    pages = {page.url: page for page in made.timelines}
    part = pages["timeline/topics/ferry/2012/"]
    assert part.subject == Link("Ferry", "topics/ferry/", "topic")
    newest = pages["timeline/topics/ferry/"]
    assert [one.url for one in part.filters] == ["timeline/topics/ferry/", "timeline/topics/ferry/news/"]
    assert [[one.count for one in page.filters] for page in (newest, part)] == [[1005, 5], [0, 0]]
    assert [link.url for group in part.others for link in group.links] == ["timeline/topics/ferry/"]
    assert "timeline/2012/" in pages
    assert LONG_YEAR < ONE_PAGE
