"""`newsbrief devserver` in a real browser: many pages at once, each loaded again soon after a save."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.newsroom import Newsroom
from tests.site.test_devserver import BRIEF, PAGE, running

# A browser keeps six lines open to one server; it is busy with eight pages at once.
TABS, SECONDS, PATIENCE = 8, 4, 30_000
# A page that nobody sees until the test says so.
HIDDEN = """
let seen = false;
Object.defineProperty(document, "hidden", {get: () => !seen});
window.show = () => { seen = true; document.dispatchEvent(new Event("visibilitychange")); };
"""
NO_SHARING = "delete window.SharedWorker;"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context()
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def brief(newsroom: Newsroom) -> Path:
    return newsroom.brief("2029-05-04-parade.md", BRIEF)


def test_eight_pages_at_once(newsroom: Newsroom, brief: Path, context: BrowserContext) -> None:
    """Each loads, each shows what was saved soon after, again and again, and a ninth is in nobody's way."""
    with running(newsroom) as (address, _):
        pages = [context.new_page() for _ in range(TABS)]
        for page in pages:
            page.goto(address + PAGE)
        for words in ("ferries", "gulls"):
            brief.write_text(BRIEF.replace("lamps", words), "utf-8")
            start = time.monotonic()
            for page in pages:
                expect(page.locator("body")).to_contain_text(f"It rained on the {words}.", timeout=PATIENCE)
            assert time.monotonic() - start < SECONDS
        pages.pop().close()
        context.new_page().goto(address)


def test_eight_proofs_at_once(newsroom: Newsroom, brief: Path, context: BrowserContext) -> None:
    """They listen to saves, as the others do to builds, and hold no more lines than one."""
    with running(newsroom) as (address, _):
        pages = [context.new_page() for _ in range(TABS)]
        for page in pages:
            page.goto(f"{address}.newsbrief/proof/2029-05-04-parade")
        brief.write_text(BRIEF.replace("lamps", "ferries"), "utf-8")
        for page in pages:
            expect(page.locator("#brief")).to_contain_text("It rained on the ferries.", timeout=PATIENCE)


@pytest.mark.parametrize("way", ["", NO_SHARING], ids=["shared", "alone"])
def test_page_that_nobody_sees_waits(newsroom: Newsroom, brief: Path, context: BrowserContext, way: str) -> None:
    """It is loaded when somebody turns to it, not before."""
    with running(newsroom) as (address, _):
        seen, unseen = context.new_page(), context.new_page()
        seen.add_init_script(way)
        unseen.add_init_script(way + HIDDEN)
        for page in (seen, unseen):
            page.goto(address + PAGE)
        unseen.evaluate("show()")
        brief.write_text(BRIEF.replace("lamps", "ferries"), "utf-8")
        expect(unseen.locator("body")).to_contain_text("ferries", timeout=PATIENCE)
        expect(seen.locator("body")).to_contain_text("ferries", timeout=PATIENCE)
        # Loaded again, it is unseen again.
        brief.write_text(BRIEF.replace("lamps", "gulls"), "utf-8")
        expect(seen.locator("body")).to_contain_text("gulls", timeout=PATIENCE)
        assert "ferries" in unseen.locator("body").inner_text()
        unseen.evaluate("show()")
        expect(unseen.locator("body")).to_contain_text("gulls", timeout=PATIENCE)
