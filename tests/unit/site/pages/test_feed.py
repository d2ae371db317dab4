"""Which feeds a site has, what is in each, and what renders one again."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import feedparser
import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefPerson, BriefQuote, Note
from newsbrief.model.entry import Entry
from newsbrief.site.pages import feed
from newsbrief.site.pages.feed import NEWEST
from tests.unit.briefs import entry
from tests.unit.site.pages import content_site
from tests.unit.site.pages.models import page_keys, planned

MIRA = BriefPerson("Mira Solberg", "harbour master")
SAID = BriefQuote("q1", ("A tide is no clock",), "Mira Solberg")
ODD = BriefQuote("q2", ("Nor a calendar",), "Odd Vane")
WHOLE: dict[str, Any] = {
    "tags": ("Boats",),
    "story": "Night boat",
    "people": (MIRA,),
    "quotes": (SAID, ODD),
    "summary": "It sails.",
}


def ferry(path: str = "briefs/ferry.md", body: str = "Nobody rowed.", **fields: Any) -> Entry:
    made = entry(path, text=body, **{**WHOLE, **fields})
    return replace(made, brief=replace(made.brief, body=body))


def files(tmp_path: Path, *entries: Entry, static: Mapping[str, bytes] = {}, **settings: Any) -> dict[str, str]:
    """Every feed of such a site by path."""
    content_site.put(tmp_path, static)
    made = content_site.site(tmp_path, "https://tidings.example", publish=True, **settings)
    index, views = content_site.index_of(entries, made)
    found = content_site.written(feed, list(feed.plan(index, made)), views, made)
    return {path: data.decode() for path, data in found.items()}


def test_site_has_three_forms_and_each_topic_story_and_person_one() -> None:
    """A feed knows the page that it belongs to and links to itself by its media type."""
    pages = planned("feed", ferry())
    found = {page.values[0]: [link.url for link in page.values[1]] for page in pages.values()}
    assert found == {
        "": ["feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json"],
        "topics/boats/": ["feeds/topics/boats.atom.xml"],
        "stories/night-boat/": ["feeds/stories/night-boat.atom.xml"],
        "people/mira-solberg/": ["feeds/people/mira-solberg.atom.xml"],
        "corrections/": ["feeds/corrections.atom.xml"],
    }
    assert {link.detail for page in pages.values() for link in page.values[1]} == {
        "application/atom+xml",
        "application/rss+xml",
        "application/feed+json",
    }


def test_forms_and_kinds_are_settings() -> None:
    """Topics may have RSS and JSON Feed too, and a site may go without feeds of a kind."""
    pages = planned("feed", ferry(), site={"settings": {"NEWSBRIEF_FEED_FORMS": ("atom", "json")}})
    names = [(link.text, link.url) for link in pages["feeds/topics/boats"].values[1]]
    assert names == [("Boats (Atom)", "feeds/topics/boats.atom.xml"), ("Boats (JSON Feed)", "feeds/topics/boats.json")]
    assert set(planned("feed", ferry(), feeds=frozenset())) == {"feeds/all"}


@pytest.mark.parametrize("status", ["review", "retracted", "withdrawn"])
def test_topics_without_a_published_brief_have_no_feed(status: str) -> None:
    """Nor does a preview's."""
    assert not {"feeds/topics/boats", "feeds/stories/night-boat"} & set(planned("feed", ferry(status=status)))


def test_feeds_have_the_newest_entries(tmp_path: Path) -> None:
    """The site's as many as its setting says, a topic's a fixed number."""
    many = [
        ferry(f"briefs/{n}.md", date=f"2029-05-01T{n // 60:02}:{n % 60:02}", slug=f"s{n}") for n in range(NEWEST + 5)
    ]
    found = files(tmp_path, *many, NEWSBRIEF_FEED_ITEMS=2)
    ids = [item["id"].split("/")[-2] for item in json.loads(found["feeds/all.json"])["items"]]
    assert ids == [f"s{NEWEST + 4}", f"s{NEWEST + 3}"]
    topic = feedparser.parse(found["feeds/topics/boats.atom.xml"]).entries
    assert (len(topic), topic[0].id.split("/")[-2]) == (NEWEST, f"s{NEWEST + 4}")


def test_topics_have_summaries_unless_asked_for_texts(tmp_path: Path) -> None:
    """The site's feed has the text in either case."""
    for has_text in (False, True):
        found = files(tmp_path, ferry(), NEWSBRIEF_FEED_FULL=has_text)
        assert "Nobody rowed." in found["feeds/all.atom.xml"]
        for path in ("feeds/topics/boats.atom.xml", "feeds/stories/night-boat.atom.xml"):
            assert ("Nobody rowed." in found[path]) == has_text
            assert "It sails." in found[path]


def test_person_has_own_quotes_only(tmp_path: Path) -> None:
    """With their permalinks; another speaker's words and the text are left out."""
    (item,) = feedparser.parse(files(tmp_path, ferry())["feeds/people/mira-solberg.atom.xml"]).entries
    html = item.content[0].value
    assert "https://tidings.example/quotes/2029-05-04-ferry-q1/" in html
    assert "Nor a calendar" not in html
    assert "rowed" not in html


def test_corrections_tell_what_was_set_right(tmp_path: Path) -> None:
    """Dated corrections, the newest first; an update is none."""
    notes = (
        Note("correction", "It was Friday.", dt.date(2029, 5, 6)),
        Note("update", "More.", dt.date(2029, 5, 8)),
        Note("clarification", "At noon.", dt.date(2029, 5, 7)),
        Note("correction", "Undated."),
    )
    found = feedparser.parse(files(tmp_path, ferry(notes=notes))["feeds/corrections.atom.xml"]).entries
    assert [item.title for item in found] == ["Clarification: Ferry returns", "Correction: Ferry returns"]


def test_retracted_brief_stays_in_the_sites_feed_without_its_text(tmp_path: Path) -> None:
    """Whoever has the entry learns that it was retracted; a withdrawn brief is in no feed."""
    gone = ferry("briefs/b.md", slug="b", status="withdrawn", title="Withdrawn")
    found = files(tmp_path, ferry(status="retracted"), gone)["feeds/all.json"]
    (item,) = json.loads(found)["items"]
    assert item["title"] == "Retracted: Ferry returns"
    assert "rowed" not in found


def test_links_of_a_text_lead_to_the_site(tmp_path: Path) -> None:
    """To a picture and to another brief, absolutely; a link to what is not published leads nowhere."""
    body = "![Quay]({static}/images/quay.jpg) [Other]({filename}other.md) [Draft]({filename}draft.md)"
    other, draft = ferry("briefs/other.md", slug="other"), ferry("briefs/draft.md", slug="draft", status="review")
    found = files(tmp_path, ferry(body=body), other, draft, static={"images/quay.jpg": b"x"})
    html = {item["id"].split("/")[-2]: item["content_html"] for item in json.loads(found["feeds/all.json"])["items"]}
    assert 'src="https://tidings.example/images/quay.jpg"' in html["ferry"]
    assert 'href="https://tidings.example/2029/05/04/other/"' in html["ferry"]
    assert '<a href="#" rel="noopener noreferrer">Draft</a>' in html["ferry"]


def changed(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> set[str]:
    old, new = page_keys("feed", *before), page_keys("feed", *after)
    return {url for url in new if old.get(url) != new[url]}


def test_edited_text_renders_the_sites_feed_alone() -> None:
    """Feeds of summaries do not show it. A new summary renders all that have it."""
    edited, summed = changed((ferry(),), (ferry(body="Somebody rowed."),)), changed((ferry(),), (ferry(summary="No."),))
    assert edited == {"feeds/all"}
    assert summed == {"feeds/all", "feeds/topics/boats", "feeds/stories/night-boat", "feeds/people/mira-solberg"}


def test_moved_target_of_a_link_renders_the_feed() -> None:
    """The address of a linked brief stands in the entry, though the brief itself may be too old for the feed."""
    linking = ferry(body="[Other]({filename}other.md)")
    old = [
        ferry("briefs/other.md", date="2020-01-01", slug=slug, tags=(), story="", people=(), quotes=()) for slug in "ab"
    ]
    assert "feeds/all" in changed((linking, old[0]), (linking, old[1]))
