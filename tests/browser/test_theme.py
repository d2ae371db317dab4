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
        assert not page.locator("body > header button").is_visible()


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
        assert len(marked) == 3, "the latest brief, its line among all, and its date"
        assert all("The pier opens" in words and words.startswith("New") for words in marked)
        page.locator(".nb-briefs a").first.click()
        page.go_back()
        assert page.locator(".nb-new").count() == 3, "what is new stays so for the visit"
        with context.new_page() as later:
            later.goto(f"{site}stories/pier/")
            assert later.locator(".nb-new").count() == 0
            assert later.locator(".nb-since").inner_text() == "Nothing new since you last read this"


def test_new_entry_of_a_brief_that_was_read_is_marked(browser: Browser, newsroom: Newsroom) -> None:
    """An updated brief is no new one; the date and the quote that it has now are."""
    first = brief(1, "The pier is closed")
    newsroom.brief("2029-05-01-a.md", first)
    assert newsroom.build().returncode == 0
    with served(newsroom.output) as site, browser.new_context(viewport={"width": 390, "height": 844}) as context:
        with context.new_page() as page:
            page.goto(f"{site}stories/pier/")
        said = "We waited for a long time, all of us, and nobody came to tell us why it was shut"
        more = "- {id: e2, date: 2029-05-03, when: two days later, text: It opens two days later.}\n"
        more += "people: [{name: Mira Solberg, role: mayor}]\n"
        more += f"quotes:\n- {{id: q1, speaker: Mira Solberg, text: '{said}'}}\n"
        updated = (
            first.replace("---\nThe", f"{more}---\nThe", 1)
            + f"\nIt opens two days later. “{said},” said Mira Solberg.\n"
        )
        newsroom.brief("2029-05-01-a.md", updated)
        assert newsroom.build().returncode == 0
        page = context.new_page()
        page.goto(f"{site}stories/pier/")
        assert page.locator(".nb-since").inner_text() == "2 new entries since you last read this"
        assert page.locator(".nb-timeline > .nb-new").all_inner_texts()[0].endswith("It opens two days later.")
        quote = page.locator(".nb-quote.nb-new")
        assert quote.evaluate(COVERED) == []


# The lines of a quote that the badge lies upon.
COVERED = """(quote) => {
  const mark = quote.querySelector(".nb-mark").getBoundingClientRect()
  const range = document.createRange()
  const text = document.createTreeWalker(quote.querySelector("blockquote p"), NodeFilter.SHOW_TEXT)
  range.selectNode(text.nextNode())
  return [...range.getClientRects()]
    .filter(line => line.right > mark.left && line.left < mark.right)
    .filter(line => line.bottom > mark.top && line.top < mark.bottom)
    .map(line => [line.left, line.top])
}"""
