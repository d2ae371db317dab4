"""Atom, RSS and JSON Feed."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

import feedparser
import pytest
from msgspec.structs import replace

from newsbrief.site.render.feeds import Channel, Item, atom, json_feed, rss

DAY = dt.datetime(2029, 5, 4, tzinfo=dt.UTC)
CHANNEL = Channel(
    "Port News", "From the quay", "https://news.example/", "https://news.example/feeds/all.xml", "en", "Port News"
)
URL = "https://news.example/2029/05/04/ferry/"
ITEM = Item(
    URL, URL, "Ferry <b>& co</b>", "Late <i>again</i> & again", "<p>Body</p>",
    DAY, DAY + dt.timedelta(days=1), ("Staff",), ("Ferry",),
)  # fmt: skip
Form = Callable[[Channel, Sequence[Item]], str]
XML = pytest.mark.parametrize("form", [atom, rss])


@XML
def test_feed_names_absolute_addresses(form: Form) -> None:
    """Links and ids of feed and item are absolute."""
    feed = feedparser.parse(form(CHANNEL, [ITEM]))
    assert not feed.bozo
    assert feed.feed.link == CHANNEL.url
    assert [(entry.link, entry.id) for entry in feed.entries] == [(ITEM.url, ITEM.url)]


@XML
def test_plain_text_stays_text(form: Form) -> None:
    """A title or summary with angle brackets shows them; a sign that XML forbids is replaced."""
    xml = form(CHANNEL, [replace(ITEM, title="Bell\x07 rings")])
    assert "Late &amp;lt;i&amp;gt;again&amp;lt;/i&amp;gt; &amp;amp; again" in xml
    assert feedparser.parse(xml).entries[0].title == "Bell\ufffd rings"


@XML
def test_entry_may_have_another_id_than_its_address(form: Form) -> None:
    """Who reads a person's feed beside the site's gets the brief in both; RSS says that the id leads nowhere."""
    item = replace(ITEM, id="https://news.example/people/una-wick/#2029/05/04/ferry/")
    xml = form(CHANNEL, [item])
    (entry,) = feedparser.parse(xml).entries
    assert (entry.id, entry.link) == (item.id, item.url)
    assert form is atom or 'isPermaLink="false"' in xml


def test_feed_is_dated_by_its_newest_item() -> None:
    """By the last change of any, never by the clock."""
    older = replace(ITEM, updated=DAY)
    assert "<updated>2029-05-05T00:00:00+00:00</updated>" in atom(CHANNEL, [older, ITEM, older]).partition("<entry>")[0]
    assert "<lastBuildDate>Sat, 05 May 2029 00:00:00 +0000</lastBuildDate>" in rss(CHANNEL, [older, ITEM, older])


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    """version, title, and for each item id, url, content and dates; without a text the summary."""
    feed = json.loads(json_feed(CHANNEL, [ITEM, replace(ITEM, html="")]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    item, short = feed["items"]
    assert item["id"] == item["url"] == ITEM.url
    assert item["date_modified"] == "2029-05-05T00:00:00+00:00"
    assert item["content_html"] == "<p>Body</p>"
    assert short["content_text"] == ITEM.summary


def test_entry_without_a_byline_is_the_sites() -> None:
    """RFC 4287: an entry has an author, or its feed has one."""
    assert feedparser.parse(atom(CHANNEL, [replace(ITEM, authors=())])).feed.author == "Port News"


@pytest.mark.parametrize(("lang", "named"), [("ko", "ko"), ("en", None), ("", None)])
def test_entry_in_another_language_than_the_feed_says_so(lang: str, named: str | None) -> None:
    """By xml:lang in Atom and RSS, by `language` in JSON Feed."""
    item = replace(ITEM, lang=lang)
    for form, tag in ((atom, "{http://www.w3.org/2005/Atom}entry"), (rss, "item")):
        (entry,) = ElementTree.fromstring(form(CHANNEL, [item])).iter(tag)  # noqa: S314  # it is our own
        assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == named
    assert json.loads(json_feed(CHANNEL, [item]))["items"][0].get("language") == named


def test_link_of_a_feed_to_itself_has_its_type() -> None:
    """The RSS Advisory Board asks for it."""
    root = ElementTree.fromstring(rss(CHANNEL, [ITEM]))  # noqa: S314  # it is our own
    (link,) = root.iter("{http://www.w3.org/2005/Atom}link")
    assert link.attrib == {"rel": "self", "href": CHANNEL.feed_url, "type": "application/rss+xml"}


def test_rss_has_the_notes_beside_the_summary() -> None:
    """It has no text of a brief; Atom has the notes in the text already."""
    noted = replace(ITEM, notes="<p>It was Friday.</p>")
    assert "<description>&lt;p&gt;It was Friday.&lt;/p&gt;&lt;p&gt;Late &amp;lt;i&amp;gt;again" in rss(CHANNEL, [noted])
    assert "It was Friday" not in atom(CHANNEL, [noted])
