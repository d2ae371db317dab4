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


def test_an_announcement_stands_before_what_became_of_it(page: Page, demo: str) -> None:
    """On a story's page the outcome follows, and says that it is one."""
    page.goto(f"{demo}stories/vennick-ferry/")
    entry = page.locator("section:has(#happened) li", has_text="3,118 names").inner_text()
    assert re.search(r"will begin to collect signatures[^\n]*\n+Outcome: It had 3,118 names on 3 May\.", entry)


def test_timeline_leads_to_the_latest_that_happened(browser: Browser, demo: str) -> None:
    """Past all that is announced, without a script, and not hidden below the month."""
    with browser.new_context(viewport=PHONE, java_script_enabled=False) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{demo}timeline/")
        page.get_by_role("link", name="To the latest that happened").click()
        latest = page.locator("#latest")
        assert "Thursday 27 September" in latest.inner_text()
        assert "nb-announced" not in (latest.get_attribute("class") or "")
        box = latest.bounding_box()
        assert box
        assert 40 < box["y"] < PHONE["height"] / 2
        page.goto(f"{demo}timeline/announced/")
        assert page.locator("#latest, [href='#latest']").count() == 0
        assert page.locator("main > p").first.inner_text().startswith("What briefs announced, and what became of it")
        assert page.locator(".nb-legend li").all_inner_texts() == ["month or season", "year or decade", "announced"]


def test_roles_stand_before_their_days(page: Page, demo: str) -> None:
    """A role is what briefs call somebody, from a day on; it does not say what he is on that day."""
    page.goto(f"{demo}people/enoch-lythe/")
    first = page.locator(".nb-roles li").first
    assert " ".join(first.inner_text().split()) == "lock keeper in briefs from 25 August 2029"


def test_paper_has_no_words_that_only_lead_somewhere(page: Page, demo: str) -> None:
    """Neither permalinks nor feeds; the busiest year says its number, and folded dates keep their distance."""
    page.goto(f"{demo}stories/vennick-ferry/")
    page.emulate_media(media="print")
    for words in ("Permalink", "Feed of this story"):
        assert page.get_by_text(words, exact=True).count()
        assert not page.get_by_text(words, exact=True).first.is_visible()
    lists = page.locator("section:has(#announced) ol").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect().toJSON())"
    )
    assert lists[1]["top"] - lists[0]["bottom"] > 10
    page.goto(f"{demo}timeline/")
    assert page.locator(".nb-most + text").is_visible()
