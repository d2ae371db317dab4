"""Sitemaps: which pages search engines are told of, and when these changed."""

from __future__ import annotations

import datetime as dt
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from newsbrief.model.entry import Entry
from newsbrief.site.build.plan import Page
from newsbrief.site.pages import sitemap
from newsbrief.site.render.links import Links
from newsbrief.site.render.sitemaps import LARGEST
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry
from tests.unit.site.pages.every_kind import pages_of
from tests.unit.site.pages.models import shown_views, site_of

SOLBERG = BriefPerson("Mira Solberg", "harbour master")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
TIDES = tuple(BriefEvent(f"e{day}", f"2029-04-{day}", "then", f"Tide {day} came in.") for day in range(11, 16))
CLOSING = BriefEvent("e1", "2031-06", "", "The pier will close.")
OLD: dict[str, Any] = {"people": (SOLBERG,), "quotes": (QUOTE,), "events": TIDES, "story": "Tide", "tags": ("Sea",)}


def parts_of(*entries: Entry, **fields: Any) -> dict[str, dict[str, str]]:
    """The parts of the sitemap by name: the day of the last change of each page, "" for none, by its address."""
    views = shown_views(*entries, **fields)
    made = site_of(views.index.options)
    pages = sitemap.plan_last(views.index, made, pages_of(views, made))
    named = (page.values for page in pages if page.values[0])
    return {name: {url: _day(when) for url, when in places} for name, places in named}


def _day(when: float) -> str:
    return dt.datetime.fromtimestamp(when, dt.UTC).date().isoformat() if when else ""


def test_briefs_and_quotes_stand_in_the_part_of_their_year() -> None:
    """All other pages are in one part."""
    parts = parts_of(entry(date="2029-05-01", **OLD), entry("briefs/b.md", date="2028-05-01", slug="b"))
    assert parts["2028"] == {"2028/05/01/b/": "2028-05-01"}
    assert set(parts["2029"]) == {"2029/05/01/ferry/", "quotes/2029-05-01-ferry-q1/"}
    assert {"", "archive/", "people/mira-solberg/", "topics/sea/", "search/"} <= set(parts["pages"])


def test_pages_changed_when_the_last_of_their_briefs_did() -> None:
    """Lists of lists change with the lists; a correction of the future has changed nothing yet."""
    notes = tuple(Note("correction", "Four.", dt.date(year, 5, 12)) for year in (2029, 2031))
    pages = parts_of(
        entry("briefs/a.md", date="2029-05-01", **OLD), entry("briefs/b.md", date="2029-05-09", slug="b", notes=notes)
    )["pages"]
    old = ("stories/", "stories/tide/", "people/", "people/mira-solberg/", "quotes/", "timeline/", "topics/")
    assert {pages[url] for url in old} == {"2029-05-01"}
    assert {pages[url] for url in ("", "archive/", "corrections/")} == {"2029-05-12"}


def test_timeline_changes_with_every_brief_that_tells_its_events() -> None:
    """Also with those whose telling does not lead."""
    both = [entry(f"briefs/{day}.md", date=f"2029-05-0{day}", slug=f"s{day}", **OLD) for day in (1, 7)]
    assert parts_of(*both)["pages"]["timeline/"] == "2029-05-07"


@pytest.mark.parametrize("status", ["review", "retracted", "withdrawn"])
def test_briefs_that_are_not_published_are_left_out(status: str) -> None:
    """With their quotes and the lists that show nothing else; they date no page."""
    waiting = entry("briefs/a.md", date="2029-05-20", status=status, **OLD)
    parts = parts_of(waiting, entry("briefs/b.md", date="2029-05-09", slug="b"))
    assert parts["2029"] == {"2029/05/09/b/": "2029-05-09"}
    assert not {"topics/sea/", "stories/tide/", "people/mira-solberg/"} & set(parts["pages"])
    if status == "review":
        assert parts["pages"][""] == "2029-05-09"


def test_filtered_timelines_are_left_out() -> None:
    """They are parts of others. A section called News or Announced has a timeline and an address like theirs."""
    named = [
        entry(
            f"briefs/{place}.md",
            slug=f"s{place}",
            category=name,
            organisations=("News",),
            events=(*TIDES, CLOSING) if place < 2 else (),
        )
        for place, name in enumerate(("News", "Announced"))
    ]
    pages = parts_of(*named)["pages"]
    assert {"organisations/news/", "timeline/sections/news/", "timeline/sections/announced/"} <= set(pages)
    assert not [url for url in pages if url.startswith("timeline/") and url.count("/") not in (1, 3)]


def test_moved_pages_feeds_and_files_are_left_out() -> None:
    """An old address, a feed and the files of the search are no pages."""
    pages = parts_of(entry(aliases=("old-ferry",), **OLD))["pages"]
    assert not [url for url in pages if url.startswith(("old-ferry", "feeds", "search/index", "404"))]


def written(*pages: Page) -> dict[str, str]:
    views = shown_views()
    made = site_of(views.index.options)
    return {
        path: data.decode()
        for page in pages
        for path, data in sitemap.files(page, PageViews(page.url, (), views), made)
    }


def urls(xml: str) -> list[str]:
    return [row[0].text or "" for row in ElementTree.fromstring(xml)]  # noqa: S314  # it is our own


def test_parts_stay_below_the_most_that_one_may_have() -> None:
    """What is more goes on in a second part, which the list of parts names too; a hidden page is in none."""
    views = shown_views(entry())
    made = site_of(views.index.options)
    pages = [Page(f"{number:06}/", "own_page", (), ("", False)) for number in range(LARGEST + 1)]
    hidden = Page("hidden/", "own_page", (), ("", True))
    planned = {page.url: page for page in sitemap.plan_last(views.index, made, [*pages, hidden])}
    assert [len(planned[url].values[1]) for url in ("sitemap-pages.xml", "sitemap-pages-2.xml")] == [LARGEST, 1]
    listed = written(planned["sitemap.xml"])["sitemap.xml"]
    assert [url.rpartition("/")[2] for url in urls(listed)] == ["sitemap-pages.xml", "sitemap-pages-2.xml"]


def test_addresses_are_whole_and_escaped() -> None:
    """And instants have the site's zone; an unknown one is left out."""
    noon = dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC).timestamp()
    page = Page("sitemap-pages.xml", "sitemap", (), ("pages", (("über/&/", noon), ("about/", 0.0))))
    xml = written(page)["sitemap-pages.xml"]
    assert urls(xml) == ["https://harbour.example/%C3%BCber/&/", "https://harbour.example/about/"]
    assert xml.count("<lastmod>2029-05-04T12:00:00+00:00</lastmod>") == xml.count("<lastmod>") == 1


def test_preview_without_an_address_has_no_sitemap() -> None:
    """Every address in a sitemap is absolute."""
    views = shown_views(entry())
    made = site_of(views.index.options)
    local = replace(made, links=Links("", files=False))
    assert not list(sitemap.plan_last(views.index, local, pages_of(views, made)))
