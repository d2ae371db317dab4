"""The forms of sitemaps (https://www.sitemaps.org/protocol.html), of Google's for news search, and of robots.txt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from msgspec import Struct

from newsbrief.site.render.feeds.forms import not_xml

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
# The most entries that either form allows.
LARGEST, MOST_NEWS = 50_000, 1_000
# Characters that an address may have as they are (RFC 3986), and the percent sign of one that is escaped already.
UNESCAPED = ":/?#[]@!$&'()*+,;=%~"


class Place(Struct, frozen=True):
    """A page: its whole address, and when it last changed if that is known."""

    url: str
    changed: dt.datetime | None = None


class News(Struct, frozen=True):
    """An article for news search."""

    url: str
    title: str
    published: dt.datetime
    lang: str


def absolute(root: str, url: str) -> str:
    """Return a whole address, escaped. `root` is the site's, with a slash at its end."""
    return quote(f"{root}{url}", safe=UNESCAPED)


def sitemap_document(places: Iterable[Place]) -> str:
    """Return a sitemap of pages."""
    return _document("urlset", "url", places)


def index_document(parts: Iterable[Place]) -> str:
    """Return a list of sitemaps."""
    return _document("sitemapindex", "sitemap", parts)


def _document(kind: str, row: str, places: Iterable[Place]) -> str:
    rows = "".join(f"<{row}>{_loc(place.url)}{_lastmod(place.changed)}</{row}>\n" for place in places)
    return f'{HEAD}<{kind} xmlns="{SITEMAP}">\n{rows}</{kind}>\n'


def _loc(url: str) -> str:
    return f"<loc>{escape(url, quote=False)}</loc>"


def _lastmod(changed: dt.datetime | None) -> str:
    return f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""


def news_document(articles: Iterable[News], site: str) -> str:
    """Return the sitemap for news search."""
    rows = "".join(
        f"<url>{_loc(one.url)}<news:news><news:publication><news:name>{_words(site)}</news:name>"
        f"<news:language>{_language(one.lang)}</news:language></news:publication>"
        f"<news:publication_date>{one.published.isoformat()}</news:publication_date>"
        f"<news:title>{_words(one.title)}</news:title></news:news></url>\n"
        for one in articles
    )
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:news="{NEWS}">\n{rows}</urlset>\n'


def _words(text: str) -> str:
    return escape(not_xml().sub("�", text), quote=False)


def _language(lang: str) -> str:
    """Return two or three letters (ISO 639), but for the two ways in which Chinese is written."""
    whole = lang.lower().replace("_", "-")
    return whole if whole in ("zh-cn", "zh-tw") else escape(whole.split("-")[0], quote=False)


def robots(root: str) -> str:
    """Return robots.txt: everything may be read."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {root}sitemap.xml\nSitemap: {root}news-sitemap.xml\n"
