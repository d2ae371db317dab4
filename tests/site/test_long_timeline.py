"""A timeline that is too long for one page."""

import json
import re
from pathlib import Path

import pytest

from tests.newsroom import Newsroom
from tests.site.reading import Page, broken_addresses, broken_links, read

SITE = "https://news.example/brief"
NEWEST, OLDER, OLDEST = "timeline/index.html", "timeline/2015/index.html", "timeline/2012/index.html"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, project: Path) -> dict[str, bytes]:
    """A site with ten years of lamps, as `make publish` builds it for a project page."""
    return built(Newsroom.open(tmp_path_factory.mktemp("long") / "site", project))


def test_no_link_between_parts_is_broken(files: dict[str, bytes]) -> None:
    """Under a prefix every link, anchor and absolute address arrives, and every bar at its own year."""
    pages = read(files)
    assert broken_links(files, "/brief/", pages=pages)[0] == []
    assert broken_addresses(files, SITE, pages)[0] == []
    assert bars(pages[NEWEST])["2010"] == "../timeline/2012/#y2010"
    assert bars(pages[OLDEST])["2010"] == "#y2010"
    assert bars(pages[OLDEST])["2019"] == "../../timeline/#y2019"
    assert [*bars(pages[OLDEST])] == [*bars(pages[NEWEST])] == [str(year) for year in range(2010, 2020)]


def test_parts_work_from_a_folder(newsroom: Newsroom) -> None:
    """Opened as files, each bar names the part's file."""
    fill(newsroom)
    assert newsroom.build("--relative-urls").returncode == 0
    files = newsroom.pages()
    assert broken_links(files, "/", from_disk=True)[0] == []
    assert bars(Page(files[NEWEST].decode()))["2010"] == "../timeline/2012/index.html#y2010"


def test_old_address_of_a_year_arrives_at_its_bar(files: dict[str, bytes]) -> None:
    """“timeline/#y2010” was the year's heading while all was one page: now it is the way to it, and there only once."""
    pages = read(files)
    for name in (NEWEST, OLDER, OLDEST):
        assert sorted(one for one in pages[name].ids if re.fullmatch(r"y\d+", one)) == [
            f"y{n}" for n in range(2010, 2020)
        ]


def test_part_says_what_it_is(files: dict[str, bytes]) -> None:
    """Title, description, canonical address, the way to it for machines, and the parts beside it for everyone."""
    page = files[OLDER].decode()
    assert "<title>Timeline: 2013 to 2015 · " in page
    assert 'content="Timeline: 2013 to 2015. What happened when' in page
    assert f'<link rel="canonical" href="{SITE}/timeline/2015/">' in page
    assert '<link rel="prev" href="../../timeline/2012/">' in page
    assert '<link rel="next" href="../../timeline/2018/">' in page
    text = Page(page).text
    assert "Earlier 2010 to 2012" in text
    assert "Later 2016 to 2018" in text
    assert "Later The latest" in Page(files["timeline/2018/index.html"].decode()).text
    assert "<title>Timeline · " in files[NEWEST].decode()
    assert f"<loc>{SITE}/timeline/2015/</loc>" in files["sitemap-pages.xml"].decode()
    assert "timeline/announced/2015/" not in files["sitemap-pages.xml"].decode()


def test_trail_of_a_subject_s_part_goes_through_its_timeline(files: dict[str, bytes]) -> None:
    """Front page, timeline, the topic's timeline, and the part itself."""
    (block,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', files["timeline/topics/lamps/2015/index.html"].decode()
    )
    steps = [(step["name"], step.get("item", "")) for step in json.loads(block)["itemListElement"]][1:]
    assert steps == [
        ("Timeline", f"{SITE}/timeline/"),
        ("Timeline: Lamps", f"{SITE}/timeline/topics/lamps/"),
        ("Timeline: Lamps, 2013 to 2015", ""),
    ]


def test_exports_of_the_parts_are_the_whole(files: dict[str, bytes]) -> None:
    """Each part has a calendar and JSON with its own events, and leads to them; together they have every event once."""
    folders = [
        name.removesuffix("index.html") for name in files if re.fullmatch(r"timeline/(\d{4}/)?index\.html", name)
    ]
    events = [event["id"] for folder in folders for event in json.loads(files[f"{folder}events.json"])["events"]]
    assert len(folders) > 2
    assert len(set(events)) == len(events) == 850
    assert sum(files[f"{folder}events.ics"].count(b"BEGIN:VEVENT") for folder in folders) == 850
    for folder in folders:
        assert f'href="{up(folder)}{folder}events.ics"' in files[f"{folder}index.html"].decode()


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_new_brief_leaves_older_parts_as_they_are(newsroom: Newsroom, lang: str) -> None:
    """To the byte: their strips count their own events only, and the newest alone says how many there are in all."""
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write(f"\nDEFAULT_LANG = {lang!r}\n")
    before = built(newsroom)
    newsroom.brief("2029-12-01-new.md", lamps(2019, "2029-12-01", 20))
    assert newsroom.build("--publish", SITEURL=SITE).returncode == 0
    after = newsroom.pages()
    for name in (OLDER, OLDEST):
        assert before[name] == after[name]
    assert before[NEWEST] != after[NEWEST]


def up(folder: str) -> str:
    """The way from a page in a folder to the front page."""
    return "../" * folder.count("/")


def bars(page: Page) -> dict[str, str]:
    """Where each bar of the strip leads, by its year."""
    named = ((attributes.get("aria-label", ""), attributes) for tag, attributes in page.tags if tag == "a")
    return {words[:4]: attributes["href"] for words, attributes in named if re.match(r"\d{4}(: |$)", words)}


def fill(newsroom: Newsroom) -> None:
    """Ten years with 85 events each, all of one topic and one person."""
    for year in range(2010, 2020):
        newsroom.brief(f"2029-05-04-lamps-{year}.md", lamps(year, "2029-05-04", 85))


def built(newsroom: Newsroom) -> dict[str, bytes]:
    fill(newsroom)
    done = newsroom.build("--publish", SITEURL=SITE)
    assert done.returncode == 0, done.stderr
    return newsroom.pages()


def lamps(year: int, day: str, count: int) -> str:
    """A brief that tells of so many things of a year."""
    told = [f"Lamp {place} of the list of {day} was lit in {year}." for place in range(count)]
    rows = "\n".join(
        f"- {{id: e{place}, date: '{year}', when: in {year}, text: {text}}}" for place, text in enumerate(told, 1)
    )
    body = "\n\n".join(told)
    return f"""---
title: The lamps of {year}, listed on {day}
date: {day}
status: published
tags: [Lamps]
events:
{rows}
---
{body}
"""
