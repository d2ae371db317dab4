"""Timelines for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from icalendar import Calendar

from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.site.options import PARTS
from newsbrief.site.pages import timeline_files
from newsbrief.site.render.links import Links
from newsbrief.site.render.site import Site
from newsbrief.site.render.translations import IN_ENGLISH
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry, options, views_of

PREVIEW = "http://preview.example"


def site(
    siteurl: str = "", has: tuple[str, ...] = ("timeline",), parts: frozenset[str] = PARTS, **settings: Any
) -> Site:
    links = Links(siteurl, files=False)
    ours = {"NEWSBRIEF_FEED_SITEURL": f"{PREVIEW}/", **settings}
    return Site(options(parts=parts), "Harbour News", "", "en", links, IN_ENGLISH, has.__contains__, ours)


def written(*entries: Entry, **fields: Any) -> Mapping[str, bytes]:
    """All files by path."""
    views, own = views_of(*entries), site(**fields)
    pages = timeline_files.plan(views.index, own)
    return dict(
        file for page in pages for file in timeline_files.files(page, PageViews(page.url, page.shows, views), own)
    )


def titles(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: json.loads(data)["title"] for path, data in files.items() if path.endswith("/events.json")}


def told(*dates: str) -> tuple[BriefEvent, ...]:
    return tuple(BriefEvent(f"e{n}", date, "then", f"Barge {n} sank.") for n, date in enumerate(dates, 1))


DATES = ("2022", "2029-05-01", "2029-05-02", "2029-05-03")


def test_everything_and_stories_are_written_for_other_programs() -> None:
    """Each has three files, whole and filtered, with the timeline's title."""
    files = written(entry(events=told(*DATES), tags=("Locks",), category="Canal", story="The lock"))
    assert titles(files) == {
        "timeline/events.json": "Harbour News: Timeline",
        "timeline/news/events.json": "Harbour News: Timeline without background",
        "timeline/stories/the-lock/events.json": "Harbour News: Timeline: The lock",
        "timeline/stories/the-lock/news/events.json": "Harbour News: Timeline: The lock, without background",
    }
    names = ("events.ics", "timelinejs.json", "events.json")
    assert set(files) == {path.replace("events.json", name) for path in titles(files) for name in names}


def test_setting_adds_other_kinds_of_subjects() -> None:
    """NEWSBRIEF_EXPORTS names kinds by the folders of their pages."""
    brief = entry(events=told(*DATES[1:], "2029-05-04"), tags=("Locks",), category="Canal")
    assert set(titles(written(brief, NEWSBRIEF_EXPORTS=("topics", "sections")))) == {
        "timeline/topics/locks/events.json",
        "timeline/sections/canal/events.json",
    }


@pytest.mark.parametrize("missing", [{"has": ()}, {"parts": PARTS - {"timelines"}}, {"NEWSBRIEF_EXPORTS": ()}])
def test_nothing_is_written_without_timelines(missing: Mapping[str, Any]) -> None:
    """The theme needs the template, the site the part, and the setting a kind."""
    assert not written(entry(events=told(*DATES)), **missing)


def test_site_without_events_has_no_files() -> None:
    """No page links to them."""
    assert not written(entry())


def test_all_forms_have_the_events_in_the_order_of_the_timeline() -> None:
    """The newest event is first."""
    files = written(entry(events=told(*(f"{1400 + n}" for n in range(100)))))
    texts = [f"Barge {n} sank." for n in range(100, 0, -1)]
    assert [row["text"] for row in json.loads(files["timeline/events.json"])["events"]] == texts
    calendar = Calendar.from_ical(files["timeline/events.ics"].decode())
    assert [str(event["summary"]) for event in calendar.walk("VEVENT")] == texts
    slides = json.loads(files["timeline/timelinejs.json"])["events"]
    assert [slide["text"]["headline"] for slide in slides] == texts


def test_each_part_of_a_long_timeline_has_files_of_its_own() -> None:
    """An event that changes leaves the files of the other parts as they are."""
    files = written(entry(events=told(*(f"{1400 + n}" for n in range(600)))))
    parts = {path: json.loads(files[path])["events"] for path in titles(files)}
    assert len(parts) > 1
    years = [{int(row["date"]) for row in rows} for rows in parts.values()]
    assert sorted(year for part in years for year in part) == list(range(1400, 2000))


def test_preview_gives_other_programs_published_events_only() -> None:
    """An event of a brief in review is on the page, not in the files."""
    published = entry(events=told("2029-05-01"))
    review = entry("briefs/b.md", events=told("2029-05-02"), title="Not yet", status="review")
    rows = json.loads(written(published, review)["timeline/events.json"])["events"]
    assert [row["date"] for row in rows] == ["2029-05-01"]


@pytest.mark.parametrize(("siteurl", "root"), [("https://harbour.example", "https://harbour.example"), ("", PREVIEW)])
def test_links_are_absolute(siteurl: str, root: str) -> None:
    """A preview without an address of its own has that of feeds."""
    files = written(entry(events=told("2029-05-01")), siteurl=siteurl)
    (row,) = json.loads(files["timeline/events.json"])["events"]
    assert row["url"] == f"{root}/2029/05/04/ferry/#e1"
