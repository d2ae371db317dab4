"""news-sitemap.xml: the briefs of the last two days, for news search."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.site.build.plan import Page
from newsbrief.site.index.due import IN_NEWS
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.render.sitemaps import MOST_NEWS, News, absolute, news_document
from newsbrief.site.views.resolve import PageViews

URL = "news-sitemap.xml"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the file of a site with an address. It shows the newest briefs first."""
    if not site.links.siteurl:
        return
    now = site.options.now.timestamp()
    first = now - IN_NEWS.total_seconds()
    new = [f for f in index.told if f.status == "published" and first < f.times.published <= now]
    new.sort(key=lambda facts: (facts.times.published, facts.url), reverse=True)
    yield Page(URL, "news_sitemap", tuple(facts.path for facts in new[:MOST_NEWS]))


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the file."""
    root = site.links.canonical("")
    briefs = map(views.outline, page.shows)
    news = (News(absolute(root, one.url), one.headline, one.published_at, one.lang or site.lang) for one in briefs)
    yield URL, news_document(news, site.name).encode()
