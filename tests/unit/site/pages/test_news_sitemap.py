"""The sitemap for news search."""

from __future__ import annotations

import datetime as dt

import pytest

from newsbrief.site.pages import news_sitemap
from newsbrief.site.render.sitemaps import MOST_NEWS, News, news_document
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import NOW, entry
from tests.unit.site.pages.models import planned, shown_views, site_of


@pytest.mark.parametrize(
    ("hours", "status", "shown"),
    [(0, "published", True), (-47, "published", True), (-48, "published", False), (1, "published", False),
     (-1, "review", False), (-1, "retracted", False)],
)  # fmt: skip
def test_news_are_published_briefs_of_two_days(hours: int, status: str, shown: bool) -> None:
    """Neither two days old at the build instant, nor still to come."""
    when = (NOW + dt.timedelta(hours=hours)).isoformat()
    (page,) = planned("news_sitemap", entry(date=when, status=status)).values()
    assert bool(page.shows) == shown


def test_news_are_the_newest_and_no_more_than_google_reads() -> None:
    """The newest first."""
    days = [(NOW - dt.timedelta(seconds=seconds)).isoformat() for seconds in range(MOST_NEWS + 2)]
    briefs = [entry(f"briefs/{place}.md", date=day, slug=f"s{place}") for place, day in enumerate(days)]
    (page,) = planned("news_sitemap", *briefs).values()
    assert page.shows == tuple(f"briefs/{place}.md" for place in range(MOST_NEWS))


@pytest.mark.parametrize(("lang", "named"), [("en-GB", "en"), ("ko", "ko"), ("zh_TW", "zh-tw"), ("zh-Hant", "zh")])
def test_news_name_their_language_as_google_asks(lang: str, named: str) -> None:
    """Letters of ISO 639 without a country, but for Chinese."""
    xml = news_document([News("https://harbour.example/a/", "Ferry", NOW, lang)], "Harbour News")
    assert f"<news:language>{named}</news:language>" in xml


def test_titles_are_escaped() -> None:
    """Markup and signs that XML has no place for do not break the file."""
    views = shown_views(entry(date="2030-02-28", title="<b>&\x07"))
    made = site_of(views.index.options)
    (page,) = news_sitemap.plan(views.index, made)
    ((_, data),) = news_sitemap.files(page, PageViews(page.url, page.shows, views), made)
    assert "<news:title>&lt;b&gt;&amp;\ufffd</news:title>" in data.decode()
