"""The proof of a brief in a real browser: what is marked, what a click shows, and how soon a correction is seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from newsbrief.proof import Room, Shelf
from newsbrief.serve import Proofs, Server
from newsbrief.site.options import BRIEF_URL
from tests.barriers import barriers
from tests.chromium import NARROW
from tests.newsroom import Newsroom
from tests.site.test_devserver import running

SECOND = 1000
WIDE = {"width": 1280, "height": 900}
PROOF = ".newsbrief/proof/2029-05-04-ferry"
WORDS = """The council voted on 3 May 2029 to keep the ferry. Hob Merrin, the mayor, was not persuaded.

“We have found the money down the back of the sofa,” he said. “In spring we will look there again.”

Oona Pellisk, the harbour master, said: “We shall need a second boat.”

“Nobody asked the crew about any of this,” said a man on the quay.
"""
BRIEF = (
    """---
title: Ferry stays until spring
date: 2029-05-04
status: review
people:
- {name: Hob Merrin, role: mayor}
- {name: Oona Pellisk, role: harbour master}
quotes:
- id: q1
  speaker: Hob Merrin
  text:
  - We have found the money down the back of the sofa
  - In spring we will look there again.
- {id: q2, speaker: Oona Pellisk, text: We shall need a second boat.}
events:
- id: e1
  date: 2029-05-03
  when: on 3 May 2029
  text: The council voted on 3 May 2029 to keep the ferry.
raw: {file: ferry.txt}
---
"""
    + WORDS
)


@pytest.fixture
def brief(newsroom: Newsroom) -> Path:
    """The file of a brief that was made of a raw article."""
    newsroom.raw("ferry.txt", f"Ferry stays until spring\n\nBy Runa Holm\n\n{WORDS}")
    return newsroom.brief("2029-05-04-ferry.md", BRIEF)


@pytest.fixture
def desk(newsroom: Newsroom, brief: Path) -> Iterator[str]:
    """The address of a server of proofs, without the building of pages."""
    newsroom.output.mkdir()
    shelf = Shelf(Room(newsroom.content, dt.date(2029, 5, 5)), BRIEF_URL)
    server = Server(newsroom.output, "127.0.0.1", 0, Proofs(shelf))
    server.start()
    yield server.address
    server.close()


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """A page as wide as a desk's screen, on which no script may fail."""
    context = browser.new_context(viewport=WIDE, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    yield page
    assert failed == []
    context.close()


def test_corrected_speaker_shows_within_a_second(newsroom: Newsroom, brief: Path, wide: Page) -> None:
    """Under devserver, from saving the file to the name beside the quote, in both columns and in the lines shown."""
    with running(newsroom) as (address, _):
        wide.goto(address + PROOF)
        wide.locator("#brief .quote").first.click()
        expect(wide.locator("#chosen")).to_contain_text("speaker: Hob Merrin")
        brief.write_text(BRIEF.replace("speaker: Hob Merrin", "speaker: Oona Pellisk"), "utf-8")
        for place in ("#raw .quote", "#brief .quote"):
            expect(wide.locator(place).first).to_contain_text("q1 Oona Pellisk", timeout=SECOND)
        expect(wide.locator("#chosen")).to_contain_text("speaker: Oona Pellisk", timeout=SECOND)


def test_click_shows_the_lines_and_lights_the_partner(desk: str, wide: Page) -> None:
    """The quote's lines with their numbers, how the text names its speaker, and what to open in an editor."""
    wide.goto(desk + PROOF)
    wide.locator("#raw .quote").first.click()
    chosen = wide.locator("#chosen")
    assert chosen.locator(".number").all_inner_texts() == ["9", "10", "11", "12", "13"]
    expect(chosen).to_contain_text("“he”, by “said”")
    assert wide.locator("#brief .lit").count() == wide.locator("#raw .lit").count() >= 3
    chosen.get_by_role("button", name="Copy").click()
    expect(chosen.get_by_role("button", name="Copied")).to_be_visible()
    assert wide.evaluate("navigator.clipboard.readText()") == "content/briefs/2029-05-04-ferry.md:9"
    wide.keyboard.press("Escape")
    expect(chosen).to_be_hidden()


def test_partners_stand_side_by_side(desk: str, brief: Path, wide: Page) -> None:
    """Where the texts are longer than the screen, a click brings the other one to the same height."""
    for file in (brief, brief.parents[1] / "raw" / "ferry.txt"):
        file.write_text(file.read_text("utf-8") + "\nIt rained on the quay.\n" * 60, "utf-8")
    wide.goto(desk + PROOF)
    wide.locator("#raw .quote").first.click()
    # In one step: the page follows the files that were saved above, and may be made anew at any time.
    tops = wide.evaluate(
        "['raw', 'brief'].map(id => document.querySelector(`#${id} .quote`).getBoundingClientRect().y)"
    )
    assert abs(tops[0] - tops[1]) < 3


def test_keys_lead_from_doubt_to_doubt(desk: str, wide: Page) -> None:
    """N goes on, p goes back, and the reason is shown; what is sure is passed over."""
    wide.goto(desk + PROOF)
    shown = wide.locator("#chosen .fact:first-of-type")
    for key, words in (
        ("n", "Nobody asked"),
        ("n", "spring"),
        ("n", "Nobody asked"),
        ("p", "spring"),
        ("p", "Nobody asked"),
    ):
        wide.keyboard.press(key)
        expect(shown).to_contain_text(words)
    expect(shown).to_contain_text("nobody is named as the speaker")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_nobody_is_kept_out(desk: str, browser: Browser, size: dict[str, int], scheme: str) -> None:
    """Axe finds nothing on the list, on a proof, and with lines shown; nothing has to be scrolled sideways."""
    page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]  # Playwright's own literals
    for path in (".newsbrief/proof/", PROOF):
        page.goto(desk + path)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    page.keyboard.press("n")
    expect(page.locator("#chosen")).to_be_visible()
    assert barriers(page) == []
    page.close()


def test_marks_are_links_without_scripts(desk: str, browser: Browser) -> None:
    """Each leads to its partner in the other text, or to its lines, and no button is shown that would do nothing."""
    context = browser.new_context(java_script_enabled=False, viewport=NARROW)
    page = context.new_page()
    page.goto(desk + PROOF)
    for mark in page.locator("#raw [data-keys], #brief [data-keys], .ways a").all():
        target = mark.get_attribute("href") or ""
        assert page.locator(f'[id="{target[1:]}"]').count() == 1, target
    assert page.locator("#raw .quote").first.get_attribute("href") == "#b-q1"
    assert page.get_by_role("button").count() == 0
    context.close()


def test_list_follows_the_files(desk: str, brief: Path, wide: Page) -> None:
    """A new brief is in the list at once, with what is unsure in it."""
    wide.goto(desk + ".newsbrief/proof/")
    expect(wide.locator("tbody tr")).to_have_count(1)
    brief.with_name("2029-05-05-other.md").write_text(BRIEF.replace("Ferry stays", "Boat goes"), "utf-8")
    expect(wide.locator("tbody tr").first).to_contain_text("Boat goes until spring", timeout=SECOND)
    expect(wide.locator("tbody .flag")).to_have_text(["1", "1"])
