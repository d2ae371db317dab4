"""What a reader of the demo stumbled over, in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, served
from tests.newsroom import Newsroom
from tests.shared import once

WIDTHS = (320, 360, 390, 430, 700, 1000, 1280)
# Where each way to a quote stands, against the last sign before it: how many pixels their middles are apart.
MARKS = """() => [...document.querySelectorAll('.nb-body p [aria-label]')].map(link => {
  const walk = document.createTreeWalker(link.closest('p'), NodeFilter.SHOW_TEXT);
  let before = null, node;
  while ((node = walk.nextNode()) && !link.contains(node))
    for (let place = 0; place < node.data.length; place += 1)
      if (node.data[place].trim()) before = [node, place];
  const range = document.createRange();
  range.setStart(before[0], before[1]); range.setEnd(before[0], before[1] + 1);
  const middle = box => (box.top + box.bottom) / 2;
  return Math.abs(middle(range.getBoundingClientRect()) - middle(link.getBoundingClientRect()));
})"""


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """The demo, on its own day."""

    def made(folder: Path) -> Newsroom:
        newsroom = Newsroom.open(folder / "site", project)
        shutil.copytree(project / "examples" / "port-ellery" / "content", newsroom.content, dirs_exist_ok=True)
        day = re.search(r"^DEMO_DAY := (\d+)$", (project / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert day
        done = newsroom.build(SOURCE_DATE_EPOCH=day[1])
        assert done.returncode == 0, done.stderr
        return newsroom

    return once(tmp_path_factory, "demo-reading", made)


@pytest.fixture(scope="session")
def demo(demo_site: Newsroom) -> Iterator[str]:
    """The address of the served demo."""
    with served(demo_site.output) as address:
        yield address


def test_the_way_to_a_quote_never_begins_a_line(page: Page, demo: str, demo_site: Newsroom) -> None:
    """However wide the page is, the mark stands on the line of the words that it is about."""
    briefs = [file.parent.relative_to(demo_site.output) for file in demo_site.output.glob("20*/*/*/*/index.html")]
    assert len(briefs) > 20
    seen = 0
    for brief in briefs:
        page.goto(f"{demo}{brief.as_posix()}/")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            apart = page.evaluate(MARKS)
            seen += len(apart)
            assert [pixels for pixels in apart if pixels > 10] == [], (brief, width)
    assert seen > 500


def test_a_summary_that_is_cut_says_so(browser: Browser, demo: str) -> None:
    """On a phone two lines of a summary are shown, with dots; on paper all that the list has of it."""
    with browser.new_context(viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(demo)
        cut = page.locator(".nb-teaser:not(.nb-lead) > .nb-summary")
        one = cut.nth(0).evaluate(
            "e => [e.clientHeight / parseFloat(getComputedStyle(e).lineHeight), e.scrollHeight > e.clientHeight,"
            " getComputedStyle(e).webkitLineClamp]"
        )
        assert one == [pytest.approx(2, abs=0.1), True, "2"]
        page.emulate_media(media="print")
        assert cut.nth(0).evaluate("e => e.scrollHeight <= e.clientHeight")


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("Vennick ferry", "stories/vennick-ferry/"),
        ("Runa Holm", "authors/runa-holm/"),
        ("Skell Rock", "places/skell-rock/"),
        ("Haldersay County Council", "organisations/haldersay-county-council/"),
    ],
)
def test_things_are_found(page: Page, demo: str, words: str, first: str) -> None:
    """A story, an author, a place and an organisation come first when their names are typed."""
    page.goto(f"{demo}search/")
    page.locator("input").press_sequentially(words)
    page.wait_for_load_state("networkidle")
    assert page.locator(".nb-search li a").first.evaluate("a => a.href") == demo + first
