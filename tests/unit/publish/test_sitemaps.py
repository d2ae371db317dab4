"""Sitemaps and robots.txt."""

import datetime as dt
from xml.etree import ElementTree

import pytest

from newsbrief.publish.sitemaps import LARGEST, MOST_NEWS, News, Place, news_sitemap, robots, sitemaps

ROOT = "https://news.example/brief/"
NOW = dt.datetime(2029, 5, 4, 12, tzinfo=dt.UTC)


def urls(xml: str) -> list[str]:
    return [row[0].text or "" for row in ElementTree.fromstring(xml)]  # noqa: S314  # it is our own


def test_parts_stay_below_the_most_that_one_may_have() -> None:
    """What is more goes on in a second part, and the index names both; no page is lost."""
    places = [Place(f"{ROOT}{number:06}/", part="2029") for number in range(LARGEST + 1)]
    files = dict(sitemaps(places, ROOT))
    assert urls(files["sitemap.xml"]) == [f"{ROOT}sitemap-2029.xml", f"{ROOT}sitemap-2029-2.xml"]
    assert [len(urls(files[name])) for name in ("sitemap-2029.xml", "sitemap-2029-2.xml")] == [LARGEST, 1]


def test_index_tells_when_a_part_changed() -> None:
    """It is the last change of its pages; without one known there is none."""
    files = dict(sitemaps([Place(f"{ROOT}a/", NOW, "2029"), Place(f"{ROOT}b/", part="pages")], ROOT))
    assert "sitemap-2029.xml</loc><lastmod>2029-05-04T12:00:00+00:00</lastmod>" in files["sitemap.xml"]
    assert "sitemap-pages.xml</loc></sitemap>" in files["sitemap.xml"]


@pytest.mark.parametrize(("hours", "told"), [(0, True), (-47, True), (-48, False), (1, False)])
def test_news_are_of_two_days(hours: int, told: bool) -> None:
    """Neither two days old at the build instant, nor still to come."""
    article = News(f"{ROOT}a/", "Ferry", NOW + dt.timedelta(hours=hours), "en")
    assert bool(urls(news_sitemap([article], "The Brief", NOW))) == told


def test_news_are_at_most_a_thousand_the_newest() -> None:
    """Of more the older ones are left out."""
    articles = [
        News(f"{ROOT}{second}/", "Ferry", NOW - dt.timedelta(seconds=second), "en") for second in range(MOST_NEWS + 5)
    ]
    found = urls(news_sitemap(articles, "The Brief", NOW))
    assert found == [f"{ROOT}{second}/" for second in range(MOST_NEWS)]


@pytest.mark.parametrize(("lang", "told"), [("en-GB", "en"), ("ko", "ko"), ("zh_TW", "zh-tw"), ("zh-Hant", "zh")])
def test_news_name_their_language_as_google_asks(lang: str, told: str) -> None:
    """Letters of ISO 639 without a country, but for Chinese."""
    xml = news_sitemap([News(f"{ROOT}a/", "Ferry", NOW, lang)], "The Brief", NOW)
    assert f"<news:language>{told}</news:language>" in xml


def test_titles_are_escaped() -> None:
    """Markup and signs that XML has no place for do not break the file."""
    xml = news_sitemap([News(f"{ROOT}a/", "<b>&\x07", NOW, "en")], "<i>", NOW)
    assert "<news:title>&lt;b&gt;&amp;�</news:title>" in xml
    assert len(urls(xml)) == 1


def test_robots_name_whole_addresses() -> None:
    """Nothing is forbidden."""
    assert robots(ROOT).splitlines() == [
        "User-agent: *",
        "Disallow:",
        "",
        f"Sitemap: {ROOT}sitemap.xml",
        f"Sitemap: {ROOT}news-sitemap.xml",
    ]
