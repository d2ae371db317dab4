"""The pages of timelines."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link
from newsbrief.site.build.keys import encode
from newsbrief.site.build.plan import Page
from newsbrief.site.index.subjects import FEWEST_EVENTS
from newsbrief.site.options import PARTS
from newsbrief.site.pages import timeline
from newsbrief.site.render.links import Links
from newsbrief.site.render.site import Site
from newsbrief.site.render.translations import IN_ENGLISH
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry, options, views_of

Counts = Mapping[str, int]
EVEN: Counts = {str(year): 100 for year in range(2010, 2020)}


def site(has: tuple[str, ...] = ("timeline",), settings: Mapping[str, Any] | None = None, **fields: Any) -> Site:
    chosen = options(**fields)
    links = Links("https://harbour.example", files=False)
    return Site(chosen, "Harbour News", "", "en", links, IN_ENGLISH, has.__contains__, settings or {})


def planned(*entries: Entry, **fields: Any) -> dict[str, Page]:
    """The plan's pages by address."""
    return {page.url: page for page in timeline.plan(views_of(*entries).index, site(**fields))}


def made(*entries: Entry, **fields: Any) -> dict[str, TimelinePage]:
    """The page models by address."""
    views, own = views_of(*entries), site(**fields)
    pages = timeline.plan(views.index, own)
    return {page.url: timeline.model(page, PageViews(page.url, page.shows, views), own) for page in pages}


def event(number: int, date: str, **fields: Any) -> BriefEvent:
    return BriefEvent(f"e{number}", date, "then", f"Barge {number} sank.", **fields)


def days(count: int) -> tuple[BriefEvent, ...]:
    return tuple(event(number, f"2029-05-{number:02d}") for number in range(1, count + 1))


def events(counts: Counts) -> tuple[BriefEvent, ...]:
    dates = [date for date, count in counts.items() for _ in range(count)]
    return tuple(event(number, date) for number, date in enumerate(dates, 1))


def test_events_stand_under_years_and_months_newest_first() -> None:
    """Within a year, what is known to a month, a quarter or the year only has a heading below more precise dates."""
    dates = ("2028", "2029-03-01", "2029-35", "2029", "2029-07-03", "2029-03", "2029-03-02", "199X")
    page = made(entry(events=tuple(event(n, date) for n, date in enumerate(dates, 1))))["timeline/"]
    shown = [
        (year.id, [(month.date.short, [one.id for one in month.events]) for month in year.months])
        for year in page.years
    ]
    assert shown == [
        ("y2029", [("July", ["e5"]), ("third quarter", ["e3"]), ("March", ["e7", "e2", "e6"]), ("2029", ["e4"])]),
        ("y2028", [("2028", ["e1"])]),
        ("y1990-1999", [("the 1990s", ["e8"])]),
    ]
    assert {bar.id: bar.count for bar in page.strip if bar.count} == {"y2029": 6, "y2028": 1, "y1990-1999": 1}


def test_each_filter_is_a_page_of_each_timeline() -> None:
    """One filter leaves out background, the other shows what was announced; each page links to the others."""
    told = (event(1, "2022"), event(2, "2029-05-03"), event(3, "2029-06"), event(4, "2029-05-02"))
    pages = made(entry(events=told, tags=("Locks",), category="Canal"))
    every = {"": ["e3", "e2", "e4", "e1"], "news/": ["e3", "e2", "e4"], "announced/": ["e3"]}
    roots = ("", "sections/canal/", "topics/locks/")
    assert {url: [one.id for one in page.events] for url, page in pages.items()} == {
        f"timeline/{root}{name}": ids for root in roots for name, ids in every.items()
    }
    page = pages["timeline/topics/locks/news/"]
    assert (page.filter, page.subject) == ("news", Link("Locks", "topics/locks/", "topic"))
    assert [(one.kind, one.url, one.count) for one in page.filters] == [
        ("all", "timeline/topics/locks/", 4),
        ("news", "timeline/topics/locks/news/", 3),
        ("announced", "timeline/topics/locks/announced/", 1),
    ]


@pytest.mark.parametrize("date", ["2029-05-03", "2022", "2029-06"])
def test_filter_that_leaves_nothing_or_everything_is_no_page(date: str) -> None:
    """No page is empty or the same as another."""
    (page,) = made(entry(events=(event(1, date),))).values()
    assert (page.url, page.filters) == ("timeline/", ())


@pytest.mark.parametrize(("has", "parts"), [((), PARTS), (("timeline",), PARTS - {"timelines"}), (("story",), PARTS)])
def test_site_without_the_template_or_the_part_has_no_timelines(has: tuple[str, ...], parts: frozenset[str]) -> None:
    """The theme must have the template, and the site the part "timelines"."""
    assert not planned(entry(events=days(5)), has=has, parts=parts)


def test_latest_is_the_newest_event_that_happened_below_announced_ones() -> None:
    """An announced event counts as happened only with an outcome; without announced ones above it, none is marked."""
    ahead, put_off, done = event(3, "2031"), event(2, "2029-07", outcome="It came."), event(1, "2029-05-01")
    brief = "2029/05/04/ferry/"
    assert made(entry(events=(done, ahead)))["timeline/"].latest == f"{brief}#e1"
    pages = made(entry(events=(done, put_off, ahead)))
    assert (pages["timeline/"].latest, pages["timeline/announced/"].latest) == (f"{brief}#e2", "")
    assert made(entry(events=(done,)))["timeline/"].latest == ""


def about(topic: str, count: int) -> Entry:
    told = tuple(BriefEvent(f"e{n}", f"2029-05-{n:02d}", "then", f"{topic} sank.") for n in range(1, count + 1))
    return entry(f"briefs/{topic}.md", events=told, title=topic, tags=(topic,))


def test_timeline_of_everything_links_to_those_with_most_events() -> None:
    """Of each kind it has the first, with their numbers, and a link to all if there are more."""
    count = timeline.SUBJECTS + 1
    quote = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
    told = tuple(BriefEvent(f"e{n}", f"2029-05-{n:02d}", "then", "Solberg sank.") for n in range(1, 6))
    person = entry("briefs/p.md", events=told, people=(BriefPerson("Mira Solberg", "a pilot"),), quotes=(quote,))
    page = made(person, *(about(f"Barge {n}", FEWEST_EVENTS + n) for n in range(count)))["timeline/"]
    topics, people = page.others
    assert [(group.kind, group.more, len(group.links)) for group in page.others] == [
        ("topic", "topics/", timeline.SUBJECTS),
        ("person", None, 1),
    ]
    assert topics.links[0] == Link(f"Barge {count - 1}", f"timeline/topics/barge-{count - 1}/", count=16)
    assert people.links == (Link("Mira Solberg", "timeline/people/mira-solberg/", count=5),)


def test_one_event_more_leaves_the_links_of_other_timelines_alone() -> None:
    """Elsewhere links have no numbers, and a subject needs twice as many events to come before others."""
    few, twice = FEWEST_EVENTS * 2, FEWEST_EVENTS * 4

    def links(count: int) -> tuple[list[str], list[tuple[str, int]]]:
        topics = {f"Barge {n}": few for n in range(timeline.SUBJECTS)} | {"Zoo": count}
        pages = made(*(about(topic, most) for topic, most in topics.items()))
        shown = (pages["timeline/"], pages["timeline/topics/barge-0/"])
        newest, elsewhere = (page.others[0].links for page in shown)
        return [link.text for link in newest], [(link.text, link.count) for link in elsewhere]

    was, more, most = links(few), links(few + 1), links(twice)
    assert more[0][0] == most[0][0] == "Zoo"
    assert more[1] == was[1] == sorted((f"Barge {n}", 0) for n in range(timeline.SUBJECTS))
    assert most[1][-1] == ("Zoo", 0)


def test_parts_of_a_timeline_link_to_one_another() -> None:
    """Each part links to the ones beside it, the newest to all; each has exports, the newest alone has counts."""
    told = {**EVEN, "2029-05-03": 5}
    pages = made(entry(events=events(told), tags=("Locks",)))
    urls = [f"timeline/{name}" for name in ("", "2018/", "2015/", "2012/")]
    newest, *older = (pages[url] for url in urls)
    assert [page.date.text for page in older if page.date] == ["2016 to 2018", "2013 to 2015", "2010 to 2012"]
    assert [page.earlier and page.earlier.url for page in (newest, *older)] == [*urls[1:], None]
    assert [page.later and page.later.url for page in (newest, *older)] == [None, *urls[:-1]]
    assert [[part.url for part in page.parts] for page in (newest, *older)] == [urls[1:], [], [], []]
    assert [{link.url and link.url.rpartition("/")[0] for link in page.exports} for page in (newest, *older)] == [
        {url.rstrip("/")} for url in urls
    ]
    assert [one.count for one in newest.filters] == [1005, 5]
    assert [one.count for one in older[0].filters] == [0, 0]
    assert pages["timeline/topics/locks/2012/"].subject == Link("Locks", "topics/locks/", "topic")


def test_bars_of_years_on_other_parts_link_there() -> None:
    """Every part has the whole strip. The newest counts all events, an older one its own."""
    months = {f"2024-{month:02d}": 100 for month in range(1, 10)}
    pages = made(entry(events=events({"1998": 2, **months, "2025": 200})))
    assert list(pages) == [f"timeline/{name}" for name in ("", "2024-09/", "2024-06/", "2024-03/", "1998/")]
    shown = {url: [(bar.id, bar.count, bar.url) for bar in page.strip if bar.id] for url, page in pages.items()}
    # The year 2024 has parts of its own; its link leads to the newest part with some of it.
    elsewhere = {"y1998": "timeline/1998/#y1998", "y2024": "timeline/2024-09/#y2024", "y2025": "timeline/#y2025"}
    assert shown["timeline/"] == [
        ("y1998", 2, elsewhere["y1998"]), ("y2024", 900, elsewhere["y2024"]), ("y2025", 200, "")
    ]  # fmt: skip
    assert shown["timeline/2024-03/"] == [
        ("y1998", 0, elsewhere["y1998"]), ("y2024", 300, ""), ("y2025", 0, elsewhere["y2025"])
    ]  # fmt: skip
    assert shown["timeline/1998/"][0] == ("y1998", 2, "")


@pytest.mark.parametrize(
    ("after", "changed"),
    [
        ({**EVEN, "2019": 101}, {"timeline/"}),
        # The strip of every part has the new year.
        ({**EVEN, "2020": 1}, {"timeline/", "timeline/2018/", "timeline/2015/", "timeline/2012/"}),
    ],
)
def test_older_parts_keep_their_plan(after: Counts, changed: set[str]) -> None:
    """A new event changes the plan of the newest part alone, unless it is of a new year."""
    before, now = (planned(entry(events=events(counts))) for counts in (EVEN, after))
    assert {url for url, page in now.items() if encode(page.values) != encode(before[url].values)} == changed


@pytest.mark.parametrize(
    ("chosen", "exported"),
    [
        (None, {"timeline/", "timeline/stories/the-lock/"}),
        ((), set()),
        ("topics", {"timeline/topics/locks/"}),
        (("site", "sections"), {"timeline/", "timeline/sections/canal/"}),
    ],
)
def test_setting_says_which_timelines_have_exports(chosen: Any, exported: set[str]) -> None:
    """Without NEWSBRIEF_EXPORTS they are the timeline of everything and those of stories."""
    settings = {} if chosen is None else {"NEWSBRIEF_EXPORTS": chosen}
    pages = made(entry(events=days(4), tags=("Locks",), category="Canal", story="The lock"), settings=settings)
    assert {url for url, page in pages.items() if page.exports} == exported
    assert {link.url for url in exported for link in pages[url].exports} == {
        f"{url}{file}" for url in exported for file in ("events.ics", "timelinejs.json", "events.json")
    }


def test_site_without_events_has_an_empty_timeline() -> None:
    """The page that menus link to exists, without exports."""
    (page,) = made(entry()).values()
    assert (page.url, page.years, page.strip, page.exports) == ("timeline/", (), (), ())
