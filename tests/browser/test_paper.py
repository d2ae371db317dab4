"""What is printed, and what a letter about a missing page says, in a real browser."""

from __future__ import annotations

from urllib.parse import unquote

from playwright.sync_api import Browser

from tests.browser.conftest import served
from tests.newsroom import Newsroom

AHEAD = "".join(
    f"- {{id: e{n}, date: 2030-06-{n:02d}, when: 'on {n} June', text: 'The pier opens on {n} June.'}}\n"
    for n in range(1, 8)
)
BRIEF = f"""---
title: The pier
date: 2029-05-04
status: published
story: Pier
link: https://news.example/pier
events:
{AHEAD}---
{" ".join(f"The pier opens on {n} June." for n in range(1, 8))}
"""


def test_paper_has_what_a_screen_folds_away_and_says_where_it_is_from(browser: Browser, newsroom: Newsroom) -> None:
    """All announced dates of a story, the page's address, and the article's; on the screen nothing changes."""
    newsroom.brief("2029-05-04-pier.md", BRIEF)
    assert newsroom.build().returncode == 0
    with served(newsroom.output) as site, browser.new_page() as page:
        page.goto(f"{site}stories/pier/")
        last = page.get_by_text("The pier opens on 7 June.")
        assert not last.is_visible()
        page.emulate_media(media="print")
        assert last.is_visible()
        page.emulate_media(media="screen")
        assert not last.is_visible()
        page.goto(f"{site}2029/05/04/pier/")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.get_by_text(f"{site}2029/05/04/pier/").count() == 1
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.get_by_text(site).count() == 0
        page.emulate_media(media="print")
        after = "getComputedStyle(document.querySelector('.nb-byline [rel]'), '::after').content"
        assert "https://news.example/pier" in page.evaluate(after)


def test_letter_about_a_missing_page_names_what_was_asked_for(browser: Browser, newsroom: Newsroom) -> None:
    """Pages are made before anybody asks: the script puts the address into the letter."""
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nNEWSBRIEF_REPORT = 'desk@tidings.example'\n")
    assert newsroom.build(SITEURL="http://localhost/brief").returncode == 0
    with served(newsroom.output) as site, browser.new_page() as page:
        page.goto(f"{site}no/such/page/?q=1")
        letter = page.get_by_role("link", name="Report a mistake").get_attribute("href") or ""
        assert unquote(letter).endswith(f"&body={site}no/such/page/?q=1\r\n\r\n")
        page.goto(site)
        assert "no/such" not in (page.get_by_role("link", name="Report a mistake").get_attribute("href") or "")
