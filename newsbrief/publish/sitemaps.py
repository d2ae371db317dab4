"""sitemap.xml and its parts (sitemaps.org), the sitemap for news search (Google's), and robots.txt (RFC 9309)."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape

from msgspec import Struct

from newsbrief.collate.due import IN_NEWS
from newsbrief.publish.feeds.forms import not_xml

HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
INDEX, OF_NEWS, ROBOTS = "sitemap.xml", "news-sitemap.xml", "robots.txt"
# The most that a sitemap may have, by either definition.
LARGEST, MOST_NEWS = 50_000, 1_000


class Place(Struct, frozen=True):
    """A page to be found: its address in full, when it last changed if that is known, and in which part it stands."""

    url: str
    changed: dt.datetime | None = None
    part: str = "pages"


class News(Struct, frozen=True):
    """An article for news search."""

    url: str
    title: str
    published: dt.datetime
    lang: str


def sitemaps(places: Iterable[Place], root: str) -> Iterable[tuple[str, str]]:
    """Name and text of the index and of each part. `root`: the site's address, with a slash at its end.

    Briefs stand by their year, so that the parts of past years stay as they are.
    """
    by_part: dict[str, list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda one: one.url):
        by_part[place.part].append(place)
    index = []
    for part, of_part in sorted(by_part.items()):
        for number in range(0, len(of_part), LARGEST):
            own = of_part[number : number + LARGEST]
            name = f"sitemap-{part}{f'-{number // LARGEST + 1}' if number else ''}.xml"
            yield name, _document("urlset", "url", own)
            index.append(Place(root + name, max((one.changed for one in own if one.changed), default=None)))
    yield INDEX, _document("sitemapindex", "sitemap", index)


def _document(kind: str, row: str, places: Iterable[Place]) -> str:
    rows = "".join(f"<{row}>{_loc(place.url)}{_lastmod(place.changed)}</{row}>\n" for place in places)
    return f'{HEAD}<{kind} xmlns="{SITEMAP}">\n{rows}</{kind}>\n'


def _loc(url: str) -> str:
    return f"<loc>{escape(url, quote=False)}</loc>"


def _lastmod(changed: dt.datetime | None) -> str:
    return f"<lastmod>{changed.isoformat()}</lastmod>" if changed else ""


def news_sitemap(articles: Iterable[News], site: str, now: dt.datetime) -> str:
    """What was published in the two days before the build instant; nothing older may stand in it."""
    new = [one for one in articles if now - IN_NEWS < one.published <= now]
    newest: Sequence[News] = sorted(new, key=lambda one: (one.published, one.url), reverse=True)[:MOST_NEWS]
    rows = "".join(
        f"<url>{_loc(one.url)}<news:news><news:publication><news:name>{_words(site)}</news:name>"
        f"<news:language>{_language(one.lang)}</news:language></news:publication>"
        f"<news:publication_date>{one.published.isoformat()}</news:publication_date>"
        f"<news:title>{_words(one.title)}</news:title></news:news></url>\n"
        for one in newest
    )
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:news="{NEWS}">\n{rows}</urlset>\n'


def _words(text: str) -> str:
    return escape(not_xml().sub("�", text), quote=False)


def _language(lang: str) -> str:
    """Two or three letters (ISO 639), but for the two ways in which Chinese is written."""
    whole = lang.lower().replace("_", "-")
    return whole if whole in ("zh-cn", "zh-tw") else escape(whole.split("-")[0], quote=False)


def robots(root: str) -> str:
    """Everything may be read; here is what there is."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {root}{INDEX}\nSitemap: {root}{OF_NEWS}\n"
