"""The two forms of feeds that are XML, as feedgenerator writes them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from html import escape
from typing import Any

from feedgenerator import Atom1Feed, Rss201rev2Feed

from newsbrief.site.render.feeds.forms import NEVER, Channel, Item, printable


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


def atom(channel: Channel, items: Sequence[Item]) -> str:
    """RFC 4287."""
    return _xml(_Atom, channel, items)


def rss(channel: Channel, items: Sequence[Item]) -> str:
    """RSS 2.0.1."""
    return _xml(_Rss, channel, items)


def _xml(kind: type[_Atom] | type[_Rss], channel: Channel, items: Sequence[Item]) -> str:
    feed = kind(
        title=printable(channel.title),
        link=channel.url,
        description=printable(channel.subtitle),
        subtitle=printable(channel.subtitle) or None,
        feed_url=channel.feed_url,
        language=channel.lang,
        author_name=printable(channel.author) or None,
    )
    for item in items:
        feed.add_item(
            title=printable(item.title),
            link=item.url,
            unique_id=item.id,
            unique_id_is_permalink=item.id == item.url,
            description=_description(item, alone=kind is _Rss),
            content=printable(item.html) or None,
            author_name=", ".join(map(printable, item.authors)) or None,
            categories=[printable(topic) for topic in item.topics],
            pubdate=item.published,
            updateddate=item.updated,
            lang=item.lang,
        )
    out = io.StringIO()
    feed.write(out, "utf-8")
    return out.getvalue()


def _description(item: Item, alone: bool) -> str:
    """The summary as HTML, as which both forms read it; `alone`: no text of the item follows it."""
    summary = escape(printable(item.summary), quote=False)
    if not alone or not item.notes:
        return summary
    return printable(item.notes) + (f"<p>{summary}</p>" if summary else "")
