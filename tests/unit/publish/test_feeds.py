"""Feeds."""

import datetime as dt
import json

import feedparser
import pytest

from newsbrief.publish.feeds import Channel, Item, atom, json_feed, rss

DAY = dt.datetime(2029, 5, 4, tzinfo=dt.UTC)
CHANNEL = Channel(
    "Port News", "From the quay", "https://news.example/", "https://news.example/feeds/all.xml", "en", DAY
)
ITEM = Item(
    "https://news.example/2029/05/04/ferry/", "Ferry <b>& co</b>", "Late <i>again</i> & again", "<p>Body</p>",
    DAY, DAY + dt.timedelta(days=1), ("Staff",), ("Ferry",),
)  # fmt: skip


@pytest.mark.parametrize("form", [atom, rss])
def test_feed_names_absolute_addresses(form: object) -> None:
    """Links and ids of feed and item are absolute."""
    feed = feedparser.parse(form(CHANNEL, [ITEM]))  # type: ignore[operator]
    assert not feed.bozo
    assert feed.feed.link == CHANNEL.url
    assert [(entry.link, entry.id) for entry in feed.entries] == [(ITEM.url, ITEM.url)]


@pytest.mark.parametrize("form", [atom, rss])
def test_plain_text_stays_text(form: object) -> None:
    """A title or summary with angle brackets shows them; it is not read as HTML."""
    xml = form(CHANNEL, [ITEM])  # type: ignore[operator]
    assert "Late &amp;lt;i&amp;gt;again&amp;lt;/i&amp;gt; &amp;amp; again" in xml


@pytest.mark.parametrize("form", [atom, rss])
def test_signs_that_xml_forbids_are_replaced(form: object) -> None:
    """A control character in a headline does not break the feed."""
    item = Item(ITEM.url, "Bell\x07 rings", "", "", DAY, DAY, (), ())
    feed = feedparser.parse(form(CHANNEL, [item]))  # type: ignore[operator]
    assert not feed.bozo
    assert feed.entries[0].title == "Bell� rings"


def test_empty_feed_is_dated_by_the_build() -> None:
    """Without items the build instant stands in, never the clock."""
    assert "<updated>2029-05-04T00:00:00+00:00</updated>" in atom(CHANNEL, [])


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    """version, title, and for each item id, url, content and dates."""
    feed = json.loads(json_feed(CHANNEL, [ITEM]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["id"] == item["url"] == ITEM.url
    assert item["date_modified"] == "2029-05-05T00:00:00+00:00"
    assert item["content_html"] == "<p>Body</p>"
