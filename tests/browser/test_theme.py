"""Light and dark, and what is new in a story, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.newsroom import Newsroom

DARK, LIGHT = "rgb(22, 21, 19)", "rgb(251, 250, 246)"


def paper(page: Page) -> str:
    colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    return colour


@pytest.mark.parametrize(("wish", "first", "then"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_reader_chooses_colours(browser: Browser, site: str, wish: str, first: str, then: str) -> None:
    """The system's wish holds until the reader presses the button; the choice holds on the next page, too."""
    with browser.new_context(color_scheme=wish) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(site)
        assert paper(page) == first
        button = page.get_by_role("button", name="Dark colours")
        pressed = button.get_attribute("aria-pressed")
        button.press("Enter")
        assert paper(page) == then
        assert button.get_attribute("aria-pressed") != pressed
        page.goto(f"{site}timeline/")
        assert paper(page) == then
        page.get_by_role("button", name="Dark colours").click()
        assert page.evaluate("localStorage.length") == 0


def test_without_a_script_nothing_is_there_that_does_nothing(browser: Browser, site: str) -> None:
    """The button for light and dark is neither seen nor reached where no script runs."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site)
        assert not page.locator(".nb-theme").is_visible()


def brief(day: int, title: str) -> str:
    return (
        f"---\ntitle: {title}\ndate: 2029-05-{day:02d}\nstatus: published\nstory: Pier\nsummary: Of the pier.\n"
        f"events:\n- {{id: e1, date: 2029-05-{day:02d}, when: that day, text: '{title} that day.'}}\n---\n"
        f"{title} that day.\n"
    )


def test_what_is_new_in_a_story_is_marked(browser: Browser, newsroom: Newsroom) -> None:
    """On the first visit nothing is new; a brief that came since is marked with its dates, once."""
    newsroom.brief("2029-05-01-a.md", brief(1, "The pier is closed"))
    assert newsroom.build().returncode == 0
    with served(newsroom.output) as site, browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{site}stories/pier/")
        assert page.locator(".nb-new").count() == 0
        assert page.locator(".nb-since").inner_text() == ""
        newsroom.brief("2029-05-02-b.md", brief(2, "The pier opens"))
        assert newsroom.build().returncode == 0
        page.reload()
        assert page.locator(".nb-since").inner_text() == "1 new brief since you last read this"
        marked = page.locator(".nb-new").all_inner_texts()
        assert len(marked) == 2
        assert all("The pier opens" in words and words.startswith("New") for words in marked)
        page.reload()
        assert page.locator(".nb-new").count() == 0
        assert page.locator(".nb-since").inner_text() == "Nothing new since you last read this"
