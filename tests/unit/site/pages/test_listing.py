"""The lists of topics, sections, authors, places and organisations."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.site.options import FEEDS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

FULL: dict[str, Any] = {
    "tags": ("Gull",),
    "category": "Town",
    "authors": ("Ida Fenn",),
    "places": ("Skell",),
    "organisations": ("Port Trust",),
}
URLS = ("topics/gull/", "sections/town/", "authors/ida-fenn/", "places/skell/", "organisations/port-trust/")


def numbered(number: int) -> Entry:
    """One of many briefs about the ferry, the first on 1 January 2029."""
    date = f"2029-{number // 28 + 1:02d}-{number % 28 + 1:02d}"
    return entry(f"briefs/{number:03d}.md", title=f"Brief {number}", date=date, tags=("Ferry",))


@pytest.mark.parametrize(
    ("url", "kind", "title", "template"),
    [
        (URLS[0], "topic", "Gull", "tag"),
        (URLS[1], "section", "Town", "category"),
        (URLS[2], "author", "Ida Fenn", "author"),
        (URLS[3], "place", "Skell", "place"),
        (URLS[4], "organisation", "Port Trust", "organisation"),
    ],
)
def test_each_kind_of_list_has_its_page_and_template(url: str, kind: str, title: str, template: str) -> None:
    """Without the template there are the other kinds only."""
    briefs = [entry("briefs/a.md", title="A", **FULL), entry("briefs/b.md", title="B", **FULL)]
    page = models("listing", *briefs)[url]
    assert (page.kind, page.title, page.count) == (kind, title, 2)
    assert [teaser.headline for teaser in page.briefs] == ["B", "A"]
    assert planned("listing", *briefs, site={"without": (template,)}).keys() == set(URLS) - {url}


def test_spellings_with_one_address_are_one_list() -> None:
    """Under the newest brief's spelling. A brief with both stands there once."""
    page = models(
        "listing",
        entry("briefs/a.md", tags=("North-Harbour",), date="2029-05-01"),
        entry("briefs/b.md", tags=("North Harbour", "north harbour")),
    )["topics/north-harbour/"]
    assert (page.title, page.count, len(page.briefs)) == ("North Harbour", 2, 2)


@pytest.mark.parametrize(
    ("url", "fields", "feed"),
    [
        pytest.param(URLS[0], {}, "feeds/topics/gull.atom.xml", id="a topic"),
        pytest.param(URLS[1], {}, "", id="a section"),
        pytest.param(URLS[0], {"feeds": FEEDS - {"topics"}}, "", id="a site without feeds of topics"),
    ],
)
def test_topics_have_feeds(url: str, fields: dict[str, Any], feed: str) -> None:
    """Where the site has feeds of topics."""
    assert models("listing", entry(**FULL), **fields)[url].feed == feed


def test_topic_without_a_published_brief_has_no_feed() -> None:
    """Feeds have published briefs only."""
    assert models("listing", entry(tags=("Gull",), status="review"))["topics/gull/"].feed == ""


def test_retracted_brief_is_in_no_list() -> None:
    """Its headline is in the archive."""
    assert planned("listing", entry(tags=("Gull",), status="retracted")) == {}


def test_page_of_a_place_has_the_events_that_name_it() -> None:
    """Of the briefs that name the place, newest first."""
    events = (
        BriefEvent("e1", "2029-05-01", text="The ferry left Gull Rock."),
        BriefEvent("e2", "2029-05-02", text="The council met."),
        BriefEvent("e3", "2029-05-03", text="It sank.", label="Gull Rock light goes out"),
    )
    briefs = [entry("briefs/a.md", places=("Gull Rock",), events=events), entry("briefs/b.md", places=("Gull Rock",))]
    (page,) = models("listing", *briefs).values()
    assert [event.id for event in page.events] == ["e3", "e1"]


def test_list_with_enough_events_leads_to_its_timeline() -> None:
    """The link counts them; three are too few."""
    events = [BriefEvent(f"e{n}", f"2029-05-0{n}", text=f"Thing {n} fell.") for n in range(1, 5)]
    links = [
        models("listing", entry(tags=("Gull",), events=tuple(events[:n])))["topics/gull/"].timeline for n in (3, 4)
    ]
    assert [link and (link.url, link.count) for link in links] == [None, ("timeline/topics/gull/", 4)]


def test_author_that_is_an_organisation_is_marked() -> None:
    """A source signs as an organisation does."""
    page = models("listing", entry(authors=("Vennick Wire",), source=("Vennick Wire",)))["authors/vennick-wire/"]
    assert page.organisation


def test_long_list_has_older_pages_that_a_new_brief_leaves_alone() -> None:
    """Its feed has all of it."""
    briefs = [numbered(number) for number in range(121)]
    newest, older = models("listing", *briefs[:-1]).values()
    assert (newest.url, newest.count, len(newest.briefs)) == ("topics/ferry/", 120, 70)
    assert (older.url, older.count, len(older.briefs), older.feed) == ("topics/ferry/1/", 0, 50, newest.feed)
    assert older.briefs[-1].headline == "Brief 0"
    before, after = page_keys("listing", *briefs[:-1]), page_keys("listing", *briefs)
    assert {url for url in after if after[url] != before[url]} == {"topics/ferry/"}
