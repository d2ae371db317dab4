"""What the demo's pages and files say to machines, as `make publish` builds it for a project page."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest

from tests.newsroom import Newsroom
from tests.site.reading import Page
from tests.site.schema import faults
from tests.site.test_leaks import brief, hidden

ROOT = "https://news.example/ellery/"
# 28 September 2029, the demo's day.
INSTANT = "1885269600"
BLOCK = re.compile(r'<script type="application/ld\+json">([^<]*)</script>')
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
FORMS = {"atom.xml": "application/atom+xml", "rss.xml": "application/rss+xml", "json": "application/feed+json"}
LARGEST_CARD = 25_000


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """Port Ellery, built for readers; one brief was retracted, and a brief with all that a brief can have was added."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("ellery") / "site", project)
    shutil.copytree(project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
    newsroom.brief("2029-09-27-parade.md", FULL)
    newsroom.brief("2029-09-26-taken-back.md", RETRACTED)
    done = newsroom.build("--publish", SITEURL=ROOT.rstrip("/"), SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    return newsroom


FULL = brief(
    "status: published\nmodified: 2029-09-28\nauthors: [Una Wick, Staff]\nsource: [Harbour News, Tidal Press]\n"
    "link: https://harbour.example/1\ncategory: Harbour\nnotes:\n"
    "- {kind: correction, date: 2029-09-28, text: The lamps were green.}\n"
    "- {kind: update, date: 2029-09-28, text: The lamps are lit.}",
    "Lantern parade moves inland & <b>uphill</b>, " + "as it has done before " * 6,
).replace("2029-05-04", "2029-09-27 14:30:00+02:00")
RETRACTED = """---
title: Cannery said to close
date: 2029-09-26
status: retracted
tags: [Cannery]
notes:
- {kind: retraction, date: 2029-09-27, text: The account could not be confirmed.}
---
The cannery was said to close.
"""


@pytest.fixture(scope="module")
def files(demo: Newsroom) -> dict[str, bytes]:
    return demo.pages()


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, Page]:
    """Every page by its address in full; the page for missing ones is none."""
    return {
        ROOT + name.removesuffix("index.html"): Page(data.decode("utf-8"))
        for name, data in files.items()
        if name.endswith(".html") and name != "404.html"
    }


def blocks(page: Page) -> list[dict[str, object]]:
    """The things that a page tells of."""
    found = [json.loads(unescape(text)) for text in BLOCK.findall(page.source)]
    return [thing for block in found for thing in block.get("@graph", [block])]


def metas(page: Page) -> list[tuple[str, str]]:
    found = [attributes for tag, attributes in page.tags if tag == "meta"]
    return [(one[kind], one["content"]) for one in found for kind in ("property", "name") if kind in one]


def is_noindex(page: Page) -> bool:
    return ("robots", "noindex") in metas(page)


def test_every_block_is_schema_org_and_has_what_search_needs(pages: dict[str, Page]) -> None:
    """Each block parses, has only properties that its types have, and those that Google asks for."""
    found = {url: [json.loads(text) for text in BLOCK.findall(page.source)] for url, page in pages.items()}
    assert [fault for url, blocks in found.items() for block in blocks for fault in faults(block, url)] == []
    assert all(len(blocks) <= 1 for blocks in found.values())


def test_every_kind_of_page_says_what_it_is(pages: dict[str, Page]) -> None:
    """Each kind has its type; every page below the front page its way to it, but for what nothing stands above."""
    kinds = {
        "": "WebSite",
        "2029/09/27/parade/": "NewsArticle",
        "quotes/2029-09-27-parade-q1/": "Quotation",
        "people/rufus-okell/": "WebPage",
        "authors/una-wick/": "ProfilePage",
        "topics/parade/": "CollectionPage",
        "sections/harbour/": "CollectionPage",
        "stories/vennick-ferry/": "CollectionPage",
        "stories/": "CollectionPage",
    }
    assert {url: blocks(pages[ROOT + url])[0]["@type"] for url in kinds} == kinds
    without = {url for url, page in pages.items() if "BreadcrumbList" not in {one["@type"] for one in blocks(page)}}
    alone = ("/taken-back/", "/harbour-master-acting-mayor/", "-in-dock/", "/oldest-eight-rowed-again/")
    assert without == {ROOT} | {url for url in pages if url.endswith(alone)}


def test_article_names_all_that_the_brief_has(pages: dict[str, Page]) -> None:
    """Instants with their zone, days as days, authors and their pages, corrections, sources, a headline cut short."""
    article = blocks(pages[ROOT + "2029/09/27/parade/"])[0]
    assert article["datePublished"] == "2029-09-27T14:30:00+02:00"
    assert article["dateModified"] == "2029-09-28"
    assert article["author"] == [
        {"@type": "Person", "name": "Una Wick", "url": ROOT + "authors/una-wick/"},
        {"@type": "Organization", "name": "Staff", "url": ROOT + "authors/staff/"},
    ]
    assert article["correction"] == [
        {"@type": "CorrectionComment", "text": "The lamps were green.", "datePublished": "2029-09-28"}
    ]
    assert article["citation"] == "https://harbour.example/1"
    assert str(article["headline"]).startswith("Lantern parade moves inland & <b>uphill</b>, as it")
    assert str(article["headline"]).endswith(" …")


def test_networks_get_title_and_picture(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    """A brief is an article with a card of its own; other pages have the site's; all addresses are whole."""
    told = metas(pages[ROOT + "2029/09/27/parade/"])
    expected = {
        "og:type": "article",
        "og:url": ROOT + "2029/09/27/parade/",
        "og:description": "The parade will not pass the harbour.",
        "twitter:card": "summary_large_image",
    }
    assert {name: dict(told)[name] for name in expected} == expected
    assert dict(metas(pages[ROOT + "timeline/"]))["og:url"] == ROOT + "timeline/"
    pictures = {url: dict(metas(page)).get("og:image", "") for url, page in pages.items()}
    assert all(picture.removeprefix(ROOT) in files for url, picture in pictures.items() if picture)
    assert {url for url, picture in pictures.items() if not picture} == {ROOT + "2029/09/26/taken-back/"}
    assert pictures[ROOT] == pictures[ROOT + "about/"]
    own = [pictures[ROOT + url] for url in ("", "2029/09/27/parade/", "stories/vennick-ferry/")]
    assert len(set(own)) == len(own)
    named = {picture.removeprefix(ROOT) for picture in pictures.values() if picture}
    assert len({name for name in named if name.startswith("photos/")}) == 2
    assert {name for name in named if not name.startswith("photos/")} == {
        name for name in files if name.startswith("cards/")
    }


def test_cards_are_small_pictures_of_the_asked_size(files: dict[str, bytes]) -> None:
    """Each is a PNG of 1200 by 630 pixels and at most 25 kB, with nothing in it but pixels."""
    cards = [data for name, data in files.items() if name.startswith("cards/")]
    assert len(cards) > 20
    for data in cards:
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (1200, 630)
        assert len(data) <= LARGEST_CARD


def test_every_indexable_page_names_its_own_address(pages: dict[str, Page]) -> None:
    """Each page has one canonical address, and it is that of the page."""
    for url, page in pages.items():
        found = [a["href"] for tag, a in page.tags if tag == "link" and a.get("rel") == "canonical"]
        assert found == [url]


def located(files: dict[str, bytes], name: str) -> Iterator[tuple[str, str]]:
    for row in ElementTree.fromstring(files[name]):  # noqa: S314  # it is our own
        yield row.findtext(f"{SITEMAP}loc") or "", row.findtext(f"{SITEMAP}lastmod") or ""


def test_sitemap_has_every_page_that_may_be_found(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    """All pages but those that ask not to be indexed, retracted ones, and timelines with a filter, which are parts."""
    parts = [url.removeprefix(ROOT) for url, _ in located(files, "sitemap.xml")]
    assert parts == ["sitemap-2029.xml", "sitemap-pages.xml"]
    found = [row for part in parts for row in located(files, part)]
    left_out = {url for url, page in pages.items() if is_noindex(page)}
    left_out |= {url for url in pages if re.search(r"/timeline/.*(news|announced)/$", url)}
    left_out |= {ROOT + "2029/09/26/taken-back/"}
    assert {url for url, _ in found} == set(pages) - left_out
    assert len(found) == len(dict(found))
    assert all(dt.datetime.fromisoformat(changed).tzinfo for _, changed in found if changed)
    assert dict(found)[ROOT + "2029/09/27/parade/"] == "2029-09-28T00:00:00+00:00"
    undated = {url.removeprefix(ROOT) for url, changed in found if not changed}
    assert undated == {"about/", "corrections-policy/", "search/"}


def test_news_sitemap_has_two_days(files: dict[str, bytes]) -> None:
    """Only what was published in the two days before the build, with the name and language that Google asks for."""
    rows = list(ElementTree.fromstring(files["news-sitemap.xml"]))  # noqa: S314  # it is our own
    told = [
        (row.findtext(f"{SITEMAP}loc"), row.findtext(f".//{NEWS}publication_date"), row.findtext(f".//{NEWS}title"))
        for row in rows
    ]
    assert [(url, when) for url, when, _ in told] == [
        (ROOT + "2029/09/28/jorun-raske-profile/", "2029-09-28T00:00:00+00:00"),
        (ROOT + "2029/09/27/parade/", "2029-09-27T14:30:00+02:00"),
        (ROOT + "2029/09/27/county-takes-over-ferry/", "2029-09-27T00:00:00+00:00"),
    ]
    assert "& <b>uphill</b>" in str(told[1][2])
    assert {(row.findtext(f".//{NEWS}name"), row.findtext(f".//{NEWS}language")) for row in rows} == {
        ("The Brief", "en")
    }


def test_robots_lead_to_the_sitemaps(files: dict[str, bytes]) -> None:
    """robots.txt forbids nothing and names both sitemaps, which are there."""
    lines = files["robots.txt"].decode().splitlines()
    assert "Disallow:" in lines
    named = [line.removeprefix("Sitemap: ") for line in lines if line.startswith("Sitemap: ")]
    assert [url.removeprefix(ROOT) for url in named] == ["sitemap.xml", "news-sitemap.xml"]


def test_feeds_are_named_by_their_pages(files: dict[str, bytes], pages: dict[str, Page]) -> None:
    """A topic, a person and a story have one; every feed is there, and every feed is named by some page."""
    alternates = {
        url: [(a["type"], a["href"]) for tag, a in page.tags if tag == "link" and a.get("rel") == "alternate"]
        for url, page in pages.items()
    }
    assert alternates[ROOT] == [(kind, f"feeds/all.{ending}") for ending, kind in FORMS.items()]
    assert [(kind, href) for kind, href in alternates[ROOT + "topics/parade/"] if "parade" in href] == [
        (FORMS["atom.xml"], "../../feeds/topics/parade.atom.xml")
    ]
    assert alternates[ROOT + "people/rufus-okell/"][3:] == [
        (FORMS["atom.xml"], "../../feeds/people/rufus-okell.atom.xml")
    ]
    assert (FORMS["atom.xml"], "../../feeds/stories/vennick-ferry.atom.xml") in alternates[
        ROOT + "stories/vennick-ferry/"
    ]
    named = {"feeds/" + href.partition("feeds/")[2] for found in alternates.values() for _, href in found}
    feeds = {name for name in files if name.startswith("feeds/")}
    assert named <= feeds
    assert feeds - named <= {"feeds/corrections.atom.xml"}


def test_xml_feeds_are_read_and_are_whole(files: dict[str, bytes]) -> None:
    """Each has an id, a title, an instant, an author and its own address; all addresses are whole."""
    for name in (name for name in files if name.startswith("feeds/") and name.endswith(".xml")):
        feed = feedparser.parse(files[name])
        assert not feed.bozo, name
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == ROOT + name
        assert links["alternate"].startswith(ROOT)
        if name.endswith(".atom.xml"):
            assert feed.feed.id.startswith(ROOT)
            assert feed.feed.author
            assert dt.datetime.fromisoformat(feed.feed.updated).tzinfo
        ids = [entry.id for entry in feed.entries]
        assert len(set(ids)) == len(ids), name
        for entry in feed.entries:
            assert entry.id.startswith(ROOT)
            assert entry.link.startswith(ROOT)
            assert entry.title
            assert not re.search(
                r'(?:src|href)="(?!https?:|mailto:)', entry.get("content", [{"value": ""}])[0]["value"]
            )


def test_json_feed_keeps_the_rules_of_version_1_1(files: dict[str, bytes]) -> None:
    """Version, title, whole addresses; each item has a string for an id, content, and dates as in RFC 3339."""
    names = [name for name in files if name.startswith("feeds/") and name.endswith(".json")]
    assert names == ["feeds/all.json"]
    for name in names:
        feed = json.loads(files[name])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["title"]
        assert feed["feed_url"] == ROOT + name
        assert feed["home_page_url"].startswith(ROOT)
        assert set(feed) <= {
            *("version", "title", "description", "home_page_url", "feed_url", "language", "authors", "items")
        }
        for item in feed["items"]:
            assert isinstance(item["id"], str)
            assert item["url"].startswith(ROOT)
            assert "content_html" in item or "content_text" in item
            assert all(dt.datetime.fromisoformat(item[key]).tzinfo for key in ("date_published", "date_modified"))
            assert all(isinstance(tag, str) for tag in item.get("tags", []))
            assert all(author["name"] for author in item.get("authors", []))


def test_persons_feed_has_their_words(files: dict[str, bytes]) -> None:
    """Its entries are the briefs that quote or name the person, and each has what they say there."""
    feed = feedparser.parse(files["feeds/people/tove-lind.atom.xml"])
    (entry,) = feed.entries
    assert entry.link == ROOT + "2029/09/27/parade/"
    assert "“We carry the lamps up the hill this year”" in entry.content[0].value
    assert f'href="{ROOT}quotes/2029-09-27-parade-q1/"' in entry.content[0].value


def test_corrections_have_a_feed(files: dict[str, bytes]) -> None:
    """Dated corrections and retractions are in it, newest first, each with an id of its own; updates are not."""
    feed = feedparser.parse(files["feeds/corrections.atom.xml"])
    told = [(entry.title[:35], entry.id.removeprefix(ROOT), entry.summary) for entry in feed.entries]
    assert told[0] == (
        "Correction: Lantern parade moves in",
        "2029/09/27/parade/#correction-2029-09-28",
        "The lamps were green.",
    )
    assert told[1][1:] == ("2029/09/26/taken-back/#retraction-2029-09-27", "The account could not be confirmed.")
    assert not [one for one in told if "lamps are lit" in one[2]]


def test_preview_without_an_address_says_only_what_it_can(newsroom: Newsroom) -> None:
    """Without SITEURL there is no card, no sitemap, no robots.txt and no Open Graph; feeds name the local server."""
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build().returncode == 0
    files = newsroom.pages()
    assert not [name for name in files if name.startswith("cards/") or "sitemap" in name or name == "robots.txt"]
    page = Page(newsroom.page("2029/05/04/parade/index.html"))
    assert not [name for name, _ in metas(page) if name.startswith(("og:", "article:")) and name != "og:description"]
    assert all(not str(value).startswith("/") for value in blocks(page)[0].values())
    assert b"http://localhost:8000/2029/05/04/parade/" in files["feeds/all.atom.xml"]


def test_what_nobody_may_find_is_told_to_no_machine(newsroom: Newsroom) -> None:
    """In a preview a brief in review is in no sitemap, feed, card or JSON-LD, nor is who is protected."""
    newsroom.brief("2029-05-04-parade.md", brief())
    newsroom.brief("2029-05-05-secret.md", hidden("status: review"))
    (newsroom.content / "people.yaml").write_text("Tove Lind: {page: no}\n", "utf-8")
    assert newsroom.build(SITEURL="https://news.example").returncode == 0
    files = newsroom.pages()
    told = b"".join(data for name, data in files.items() if name.endswith(".xml") or name.startswith("feeds/"))
    assert b"secret" not in told
    assert b"Zyxwo" not in told
    assert not [name for name in files if name.startswith("feeds/people/")]
    assert len([name for name in files if name.startswith("cards/")]) == 2
    review = Page(newsroom.page("2029/05/04/secret/index.html"))
    assert not [name for name, _ in metas(review) if name.startswith(("og:t", "og:i", "article:"))]
    assert b"Tove Lind" not in b"".join(re.findall(rb"<script type=[^<]*", files["2029/05/04/parade/index.html"]))


def test_new_headline_gets_a_new_card(newsroom: Newsroom) -> None:
    """And the old one goes; one that was damaged in the output is drawn again."""
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build(SITEURL="https://news.example").returncode == 0
    drawn = newsroom.pages()
    for card in (name for name in drawn if name.startswith("cards/")):
        (newsroom.output / card).write_bytes(b"as it lies")
    assert newsroom.build(SITEURL="https://news.example").returncode == 0
    assert newsroom.pages() == drawn
    newsroom.brief("2029-05-04-parade.md", brief(title="Another headline"))
    before = {name for name in newsroom.pages() if name.startswith("cards/")}
    assert newsroom.build(SITEURL="https://news.example").returncode == 0
    after = {name for name in newsroom.pages() if name.startswith("cards/")}
    assert len(after) == len(before) == 2
    assert len(after & before) == 1


def test_cards_can_be_left_out(newsroom: Newsroom) -> None:
    """With NEWSBRIEF_CARDS off no card is drawn, and pages name none."""
    settings = newsroom.folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + "\nNEWSBRIEF_CARDS = False\n", "utf-8")
    newsroom.brief("2029-05-04-parade.md", brief())
    assert newsroom.build(SITEURL="https://news.example").returncode == 0
    assert not [name for name in newsroom.pages() if name.startswith("cards/")]
    told = dict(metas(Page(newsroom.page("2029/05/04/parade/index.html"))))
    assert "og:image" not in told
    assert told["twitter:card"] == "summary"


def test_font_that_is_none_is_named(newsroom: Newsroom) -> None:
    """A NEWSBRIEF_CARD_FONT that cannot be read ends the build with what to put there."""
    settings = newsroom.folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8") + '\nNEWSBRIEF_CARD_FONT = "no/such.ttf"\n', "utf-8")
    done = newsroom.build(SITEURL="https://news.example")
    assert done.returncode != 0
    assert 'NEWSBRIEF_CARD_FONT is "no/such.ttf"' in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
