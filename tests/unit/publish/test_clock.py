"""Files for machines know no clock: they tell instants of the content, and change only when something comes due."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate import Edition, Entry
from newsbrief.export.ical import ical
from newsbrief.model.brief import BriefEvent, Note
from newsbrief.publish.feeds.entries import Said
from newsbrief.publish.feeds.plan import planned
from newsbrief.publish.feeds.write import Press
from newsbrief.publish.indexed import news, places
from newsbrief.publish.links import Links
from newsbrief.publish.sitemaps import news_sitemap, sitemaps
from tests.effort import examples
from tests.unit.briefs import edition, entry, moment
from tests.unit.collate.due_briefs import Shelf, moments_until, shelves

ROOT = "https://news.example/"
LINKS = Links(ROOT.rstrip("/"), files=False)


def feeds(entries: Sequence[Entry], build: Edition) -> dict[str, str]:
    press = Press("Port News", "", "en", ROOT.__add__, lambda page: page.summary, {}, Said(), 50, build.zone)
    return dict(press.files(planned(collate.site(entries, build), ("All",) * 3, "Corrections")))


def files(entries: Sequence[Entry], build: Edition) -> dict[str, str]:
    """Feeds, sitemaps and calendars of a build, by their names."""
    site = collate.site(entries, build)
    lists = (*site.listings, *site.story_pages, *site.timelines, *site.archives, site.front)
    calendars = {page.url: ical("Port News", page.events, ROOT.__add__) for page in site.timelines}
    told = {"news": news_sitemap(news(site, "en", LINKS), "Port News", build.now)}
    return {**feeds(entries, build), **calendars, **told, **dict(sitemaps(places(lists, site, LINKS), ROOT))}


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(shelves(), st.floats(0, 1))
def test_files_for_machines_stay_as_they_are_until_the_next_change(shelf: Shelf, part: float) -> None:
    """Whatever the briefs say, at every instant before it the same bytes are written."""
    written = files(shelf.entries, shelf.edition)
    due = collate.next_change(shelf.entries, shelf.edition, news=True)
    for later in moments_until(shelf, due, part):
        assert files(shelf.entries, replace(shelf.edition, now=later)) == written


NOTES = tuple(Note("correction", f"It was day {day}.", dt.date(2029, 6, day)) for day in (3, 7))
EVENTS = (BriefEvent("e1", "2029-05-03", "on Thursday", "The ferry came back."),)


@pytest.mark.parametrize(
    ("now", "updated"),
    [
        ("2029-05-05", "2029-05-04T00:00:00+00:00"),
        ("2029-06-05", "2029-06-03T00:00:00+00:00"),
        ("2029-06-07", "2029-06-07T00:00:00+00:00"),
    ],
)
def test_feed_is_dated_by_the_newest_change_that_has_come(now: str, updated: str) -> None:
    """A correction that is still to come dates neither the brief's feeds nor that of corrections."""
    made = feeds([entry(notes=NOTES)], edition(now=moment(now).at(dt.UTC)))
    for name in ("feeds/all.atom.xml", "feeds/corrections.atom.xml"):
        assert feedparser.parse(made[name]).feed.updated == updated


def test_feed_of_nothing_was_changed_before_anything_can_be() -> None:
    """RFC 4287 asks for an instant; the build's would be another each time."""
    made = feeds([], edition())
    for name in ("feeds/all.atom.xml", "feeds/corrections.atom.xml"):
        assert feedparser.parse(made[name]).feed.updated == "1970-01-01T00:00:00+00:00"
    assert "<lastBuildDate>Thu, 01 Jan 1970 00:00:00 +0000</lastBuildDate>" in made["feeds/all.rss.xml"]


def stamps(*entries: Entry, **build: Any) -> list[str]:
    (text, *_) = (ical("x", page.events, ROOT.__add__) for page in collate.site(entries, edition(**build)).timelines)
    return [line for line in text.split("\r\n") if line.startswith("DTSTAMP")]


def test_calendar_entry_is_stamped_with_the_last_change_of_its_briefs() -> None:
    """In UTC, as RFC 5545 asks; of an event that two briefs tell with the later one, and nothing that is to come."""
    one = entry(date="2029-05-04T09:00+02:00", events=EVENTS)
    assert stamps(one) == ["DTSTAMP:20290504T070000Z"]
    assert stamps(entry(events=EVENTS, modified=moment("2029-05-09 12:30"))) == ["DTSTAMP:20290509T123000Z"]
    assert stamps(entry(events=EVENTS, modified=moment("2031-01-01"))) == ["DTSTAMP:20290504T000000Z"]
    other = (replace(EVENTS[0], same=("ferry#e1",)),)
    assert stamps(one, entry("briefs/b.md", date="2029-05-06", events=other)) == ["DTSTAMP:20290506T000000Z"]


def test_note_s_day_begins_on_the_site_s_clock() -> None:
    """Though its brief is dated in another zone, the feed of corrections and the brief agree on the instant."""
    zone = dt.timezone(dt.timedelta(hours=9))
    made = feeds([entry(date="2029-05-04T09:00+02:00", notes=NOTES[:1])], edition(zone=zone))
    (item,) = feedparser.parse(made["feeds/corrections.atom.xml"]).entries
    (brief,) = feedparser.parse(made["feeds/all.atom.xml"]).entries
    assert item.published == item.updated == brief.updated == "2029-06-03T00:00:00+09:00"
