"""Atom, RSS and JSON Feed. Every address in them is absolute."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed
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
    return _xml(_Atom, channel, items)


def rss(channel: Channel, items: Sequence[Item]) -> str:
    """RSS 2.0.1."""
    return _xml(_Rss, channel, items)


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


class _Ours:
    """feedgenerator dates a feed without items by the clock, and knows one language in a feed only."""

    def latest_post_date(self) -> dt.datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)  # type: ignore[attr-defined]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        foreign = item["lang"] and item["lang"] != self.feed["language"]  # type: ignore[attr-defined]
        return {"xml:lang": item["lang"]} if foreign else {}


class _Atom(_Ours, Atom1Feed):  # type: ignore[misc]  # feedgenerator ships no types
    pass


class _Rss(_Ours, Rss201rev2Feed):  # type: ignore[misc]
    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(_Typed(handler))


class _Typed:
    """Says of the link to the feed itself what is there, as who reads RSS asks for."""

    def __init__(self, handler: Any) -> None:
        self.handler = handler

    def addQuickElement(self, name: str, contents: str | None = None, attrs: dict[str, str] | None = None) -> None:  # noqa: N802
        kind = {"type": "application/rss+xml"} if name == "atom:link" else {}
        self.handler.addQuickElement(name, contents, {**(attrs or {}), **kind})


def _xml(kind: type[_Atom] | type[_Rss], channel: Channel, items: Sequence[Item]) -> str:
    feed = kind(
        title=_clean(channel.title),
        link=channel.url,
        description=_clean(channel.subtitle),
        subtitle=_clean(channel.subtitle) or None,
        feed_url=channel.feed_url,
        language=channel.lang,
        author_name=_clean(channel.author) or None,
    )
    for item in items:
        feed.add_item(
            title=_clean(item.title),
            link=item.url,
            unique_id=item.id,
            unique_id_is_permalink=item.id == item.url,
            description=_description(item, alone=kind is _Rss),
            content=_clean(item.html) or None,
            author_name=", ".join(map(_clean, item.authors)) or None,
            categories=[_clean(topic) for topic in item.topics],
            pubdate=item.published,
            updateddate=item.updated,
            lang=item.lang,
        )
    out = io.StringIO()
    feed.write(out, "utf-8")
    return out.getvalue()


def _description(item: Item, alone: bool) -> str:
    """The summary as HTML, as which both forms read it; `alone`: no text of the item follows it."""
    summary = escape(_clean(item.summary), quote=False)
    if not alone or not item.notes:
        return summary
    return _clean(item.notes) + (f"<p>{summary}</p>" if summary else "")


@cache
def not_xml() -> re.Pattern[str]:
    """Signs for which XML 1.0 has no place, not even as entities (section 2.2). To compile it takes a while."""
    return re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    # What is printable XML has a place for, and so it has for these two.
    plain = text.replace("\n", "").replace("\xa0", "").isprintable()
    return text if plain else not_xml().sub("�", text)
