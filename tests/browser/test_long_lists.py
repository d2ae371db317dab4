"""Long lists and indexes in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.barriers import barriers
from tests.browser.conftest import NARROW, Tabs, follow, served
from tests.newsroom import Newsroom

BRIEFS = 160
LETTERS = "ABCDEFGHIJKLMNOPRSTUVWYZ"
KINDS = ["topics/", "people/", "quotes/", "quotes/m/", "topics/ferry/", "topics/ferry/1/", "people/mira-solberg/"]
# Pages that list much stay light: what a phone loads before any compression.
HEAVIEST = 100_000


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """A hundred and sixty briefs with as many topics and speakers, one topic and one speaker in each of them."""
    made = Newsroom.open(tmp_path_factory.mktemp("lists") / "site", project)
    for number in range(BRIEFS):
        day = f"20{10 + number // 28:02d}-05-{number % 28 + 1:02d}"
        made.brief(f"{day}-{number}.md", brief(number, day))
    done = made.build("--publish", SITEURL="http://localhost/brief")
    assert done.returncode == 0, done.stderr
    return made


def brief(number: int, day: str) -> str:
    name = f"{LETTERS[number % len(LETTERS)]}ra Solberg-{number}"
    said = [f"The tide of day {number} keeps no calendar at all", f"Nobody asked the tide about day {number}"]
    return f"""---
title: Ferry number {number} leaves
date: {day}
status: published
tags: [Ferry, {LETTERS[-number % len(LETTERS)]}arbour {number}]
people: [{{name: {name}, role: the owner}}, {{name: Mira Solberg, role: the harbour master}}]
quotes:
- {{id: q1, speaker: Mira Solberg, text: {said[0]}}}
- {{id: q2, speaker: {name}, text: {said[1]}}}
---
“{said[0]},” Mira Solberg said. “{said[1]},” {name} said.
"""


@pytest.fixture(scope="module")
def site(newsroom: Newsroom) -> Iterator[str]:
    """The address of the served site."""
    with served(newsroom.output) as address:
        yield address


@pytest.mark.parametrize("path", KINDS)
def test_long_page_has_no_barrier_fits_and_is_light(tabs: Tabs, site: str, newsroom: Newsroom, path: str) -> None:
    """In light and dark, on the narrowest phone."""
    for scheme in ("light", "dark"):
        page = tabs.look(site + path, viewport=NARROW, color_scheme=scheme)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    assert (newsroom.output / path / "index.html").stat().st_size < HEAVIEST


def test_letter_leads_to_its_names(page: Page, site: str) -> None:
    """In an index to their place, of the quotes to a page."""
    page.goto(f"{site}people/")
    follow(page.get_by_role("navigation", name="Letters").get_by_role("link", name="M", exact=True))
    assert page.locator(":target h2").inner_text() == "M"
    page.goto(f"{site}quotes/")
    follow(page.get_by_role("navigation", name="Speakers by letter").get_by_role("link", name="M", exact=True))
    assert page.url == f"{site}quotes/m/"
    follow(page.get_by_role("link", name=f"All {BRIEFS} quotes"))
    assert page.url == f"{site}people/mira-solberg/"


def test_older_pages_are_walked_to_the_oldest_and_back(page: Page, site: str) -> None:
    """Each brief is met once on the way, and the newest page leads to any of the others."""
    page.goto(f"{site}topics/ferry/")
    met = []
    while True:
        met += page.locator(".nb-teaser h2").all_inner_texts()
        older = page.locator(".nb-pager [rel=prev]")
        if not older.count():
            break
        follow(older)
    assert met == [f"Ferry number {number} leaves" for number in range(BRIEFS - 1, -1, -1)]
    assert page.url == f"{site}topics/ferry/1/"
    while page.locator(".nb-pager [rel=next]").count():
        follow(page.locator(".nb-pager [rel=next]"))
    assert page.url == f"{site}topics/ferry/"
    page.locator(".nb-sheets summary").click()
    follow(page.locator(".nb-sheets a").last)
    assert page.url == f"{site}topics/ferry/1/"
