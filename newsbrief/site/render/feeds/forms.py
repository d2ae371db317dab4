"""Atom, RSS and JSON Feed. Every address in them is absolute."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Sequence
from functools import cache

from msgspec import Struct

# When a feed changed that has told nothing yet. RFC 4287 asks for an instant; the build's would be another each time,
# and whatever comes first is newer than this one.
NEVER = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


class Item(Struct, frozen=True):
    """One entry. `id` stays the same for good; `html` is clean; `published` and `updated` have a zone.

    `image`: the address of its photo, or "". `lang`: its language (BCP 47), "" for the feed's. `notes`: what `html` has
    of corrections, for the form that has no `html`.
    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: dt.datetime
    updated: dt.datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    image: str = ""
    lang: str = ""
    notes: str = ""


class Channel(Struct, frozen=True):
    """A feed's head. `url`: the page it belongs to; `feed_url`: its own address.

    `author` is the site: an entry without a byline is its work.
    """

    title: str
    subtitle: str
    url: str
    feed_url: str
    lang: str
    author: str = ""


def atom(channel: Channel, items: Sequence[Item]) -> str:
    """RFC 4287."""
    from newsbrief.site.render.feeds import in_xml  # it loads half of what Python knows of the network

    return in_xml.atom(channel, items)


def rss(channel: Channel, items: Sequence[Item]) -> str:
    """RSS 2.0.1."""
    from newsbrief.site.render.feeds import in_xml  # as above

    return in_xml.rss(channel, items)


def json_feed(channel: Channel, items: Sequence[Item]) -> str:
    """JSON Feed 1.1 (jsonfeed.org)."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.subtitle,
        "home_page_url": channel.url,
        "feed_url": channel.feed_url,
        "language": channel.lang,
        "authors": [{"name": channel.author}] if channel.author else "",
        "items": [_json_item(item, channel.lang) for item in items],
    }
    text = json.dumps({key: found for key, found in feed.items() if found != ""}, ensure_ascii=False, indent=1) + "\n"
    return text.replace("<", "\\u003c")  # the same to every reader, and harmless to one that takes it for HTML


def _json_item(item: Item, lang: str) -> dict[str, object]:
    found = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        # One of the two must be there, and an excerpt has no body.
        "content_text": "" if item.html else item.summary or item.title,
        "image": item.image,
        "date_published": item.published.isoformat(),
        "date_modified": item.updated.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics),
        "language": item.lang if item.lang != lang else "",
    }
    return {key: value for key, value in found.items() if value}


@cache
def not_xml() -> re.Pattern[str]:
    """Signs for which XML 1.0 has no place, not even as entities (section 2.2). To compile it takes a while."""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """A text without what XML has no place for."""
    # What is printable XML has a place for, and so it has for these two.
    plain = text.replace("\n", "").replace("\xa0", "").isprintable()
    return text if plain else not_xml().sub("�", text)
