"""A timeline of five hundred events in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.barriers import barriers
from tests.browser import long_timeline
from tests.browser.conftest import NARROW, follow, served
from tests.newsroom import Newsroom

HEAVIEST = 150_000
ENTRIES = ".nb-timeline > li"
PERSON = "people/mira-solberg/"
# What has the focus: its words or accessible name, the part of the page it stands in, whether it is outlined, and
# whether its first line can be seen, if only a part of it.
FOCUSED = """() => {
  const link = document.activeElement, box = link.getClientRects()[0];
  const at = x => document.elementFromPoint(x, box.y + box.height / 2);
  return {
    name: link.getAttribute("aria-label") || link.innerText,
    part: (link.closest("nav, ol") || document.body).className,
    outlined: getComputedStyle(link).outlineStyle != "none",
    seen: [box.left + 4, box.left + box.width / 2, box.right - 4].some(x => link.contains(at(x))),
  };
}"""
# The luminance contrast (WCAG 2, 1.4.11) of each bar of the strip against the page.
CONTRASTS = """() => {
  const light = words => {
    const [r, g, b] = words.match(/[\\d.]+/g).map(n => (n / 255 + .055) / 1.055).map(n => n ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b + .05;
  };
  const paper = light(getComputedStyle(document.documentElement).backgroundColor);
  return [...document.querySelectorAll(".nb-strip a rect, .nb-strip path")].map(shape => {
    const style = getComputedStyle(shape), ink = light(style.fill == "none" ? style.stroke : style.fill);
    return Math.max(ink, paper) / Math.min(ink, paper);
  });
}"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """Five hundred distinct events, built once."""
    made = Newsroom.open(tmp_path_factory.mktemp("long") / "site", project)
    long_timeline.write(made)
    done = made.build("--publish", SITEURL="http://localhost/brief")
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture(scope="module")
def site(newsroom: Newsroom) -> Iterator[str]:
    """The address of the served site."""
    with served(newsroom.output) as address:
        yield address


@pytest.fixture
def timeline(page: Page, site: str) -> Page:
    """The timeline of everything, at phone width."""
    page.goto(f"{site}timeline/")
    return page


def test_five_hundred_events_are_one_light_page(timeline: Page, newsroom: Newsroom) -> None:
    """Every event is there once, and the page weighs less than 150 kB before any compression."""
    texts = timeline.locator(f"{ENTRIES} a").all_inner_texts()
    assert len(texts) == len(set(texts)) == long_timeline.EVENTS
    assert (newsroom.output / "timeline" / "index.html").stat().st_size < HEAVIEST


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["timeline/", f"timeline/{PERSON}"])
def test_timeline_has_no_barrier(browser: Browser, site: str, path: str, scheme: str) -> None:
    """The accessibility rules of axe find nothing, in light and dark, with all lists of other timelines open."""
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]  # the values are Playwright's
    page = context.new_page()
    page.goto(site + path)
    for summary in page.locator("summary").all():
        summary.click()
    found = barriers(page)
    shapes = page.evaluate(CONTRASTS)
    context.close()
    assert found == []
    assert min(shapes) >= 3


def test_strip_says_in_words_what_it_draws(timeline: Page) -> None:
    """Each bar is a link named by year and count, as it shows them, which add up to all events; so is a break."""
    strip = timeline.get_by_role("navigation", name="Years")
    names = [link.get_attribute("aria-label") or "" for link in strip.get_by_role("link").all()]
    assert sum(int(re.sub(r".*: (\d+) events?$", r"\1", name)) for name in names) == long_timeline.EVENTS
    assert {"1650: 7 events", "the 1990s: 7 events", "2019 or 2020, 19/20: 6 events", "2023: 1 event"} <= set(names)
    for link, name in zip(strip.get_by_role("link").all(), names, strict=True):
        label, count = (link.text_content() or "").split()
        assert re.search(rf"{re.escape(label)}\W+{count}\b", name)
    assert strip.get_by_role("img", name="1651 to 1989: no events").count() == 1


def test_strip_of_many_years_begins_with_the_latest_on_a_phone(timeline: Page) -> None:
    """At 320 pixels the page does not scroll sideways; the strip does, and shows its latest year first."""
    timeline.set_viewport_size(NARROW)  # type: ignore[arg-type]
    timeline.reload()
    assert timeline.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    bars = timeline.get_by_role("navigation", name="Years").get_by_role("link")
    first, last = (bar.bounding_box() or {"x": 0, "width": 0} for bar in (bars.first, bars.last))
    assert first["x"] < -NARROW["width"]
    assert 0 < last["x"] < last["x"] + last["width"] <= NARROW["width"]


def test_timeline_works_by_keyboard(timeline: Page) -> None:
    """Tab goes through filters, other timelines and years to the entries, always visibly; a year leads to its own."""
    passed: dict[str, list[str]] = {}
    while "nb-timeline" not in passed:
        timeline.keyboard.press("Tab")
        stop = timeline.evaluate(FOCUSED)
        assert stop["outlined"], stop
        assert stop["seen"], stop
        passed.setdefault(stop["part"], []).append(stop["name"])
    assert [*passed][-4:] == ["nb-chips", "nb-others", "nb-strip", "nb-timeline"]
    assert [name.split()[0] for name in passed["nb-chips"]] == ["Everything", "Without", "Announced"]
    assert len(passed["nb-strip"]) == timeline.locator(".nb-strip a").count()

    timeline.locator(".nb-strip a[href='#y2025']").focus()
    timeline.keyboard.press("Enter")
    expect(timeline.locator("#y2025")).to_be_in_viewport()
    timeline.keyboard.press("Tab")
    first = timeline.locator("section:has(#y2025) .nb-timeline a").first
    expect(first).to_be_focused()


def test_entry_that_gets_the_focus_is_not_hidden_by_its_month(timeline: Page) -> None:
    """Going backwards, a link never stays below the month that is stuck to the top."""
    timeline.locator("section:has(#y2026) .nb-timeline a").nth(30).focus()
    for _ in range(25):
        timeline.keyboard.press("Shift+Tab")
        stop = timeline.evaluate(FOCUSED)
        assert stop["seen"], stop


def test_other_timelines_open_by_keyboard(timeline: Page) -> None:
    """The list of topics opens with the space bar, and its links lead to the topics' timelines."""
    timeline.locator("summary", has_text="Topics").focus()
    timeline.keyboard.press("Space")
    timeline.get_by_role("link", name="Cannery").press("Enter")
    expect(timeline.locator("h1")).to_have_text("Timeline: Cannery")


def test_month_stays_in_view_with_its_year(timeline: Page) -> None:
    """In the middle of a long month a phone's first line says which month and year it is."""
    timeline.evaluate("window.scrollTo(0, document.body.scrollHeight / 2)")
    words = timeline.evaluate("document.elementFromPoint(60, 16).closest('.nb-month')?.innerText")
    assert re.fullmatch(r"[A-Z][a-z]+ 202\d", words)


def test_paper_has_every_entry_and_no_control(timeline: Page) -> None:
    """Printed, all events and the strip are there and fit; menus, filters and exports are not, links look like text."""
    timeline.set_viewport_size({"width": 700, "height": 1000})  # the width between the margins of A4
    timeline.emulate_media(media="print")
    shown = f"[...document.querySelectorAll('{ENTRIES}')].filter(entry => entry.getBoundingClientRect().height > 20)"
    assert timeline.evaluate(f"{shown}.length") == long_timeline.EVENTS
    for control in ("body > header nav", ".nb-chips", ".nb-others", ".nb-exports", ".nb-skip"):
        expect(timeline.locator(control)).to_be_hidden()
    assert timeline.evaluate("document.documentElement.scrollWidth") <= 700
    assert timeline.locator(".nb-strip").evaluate("strip => strip.scrollWidth <= strip.clientWidth")
    labels = [
        box for label in timeline.locator(".nb-strip text[y='90']:visible").all() if (box := label.bounding_box())
    ]
    assert len(labels) > 5
    assert all(left["x"] + left["width"] <= right["x"] for left, right in pairwise(labels))
    entry = timeline.locator(f"{ENTRIES} a").first
    assert entry.evaluate("link => getComputedStyle(link).textDecorationLine") == "none"
    assert entry.evaluate("link => getComputedStyle(link, '::after').content") == "none"
    assert timeline.locator(".nb-month").first.evaluate("month => getComputedStyle(month).position") == "static"


def test_timeline_works_without_scripts(browser: Browser, site: str) -> None:
    """The strip jumps, one click leaves background out, and lists of other timelines open, all without JavaScript."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}timeline/")
    page.locator(".nb-strip a[href='#y2024']").click()
    expect(page.locator("#y2024")).to_be_in_viewport()
    assert page.locator(".nb-timeline .nb-background").count() > 50
    page.get_by_role("link", name="Without background").click()
    expect(page.locator("h1")).to_have_text("Timeline without background")
    assert page.locator(".nb-timeline .nb-background").count() == 0
    page.locator("summary", has_text="People").click()
    page.get_by_role("link", name="Mira Solberg").click()
    expect(page.locator("h1")).to_have_text("Timeline: Mira Solberg")
    context.close()


def test_person_s_page_leads_to_what_happened(page: Page, site: str) -> None:
    """The latest dates stand on the page itself, all of them one click away, and the way back is there too."""
    page.goto(site + PERSON)
    assert page.locator(ENTRIES).count() == 8
    follow(page.get_by_role("link", name=f"Timeline of {long_timeline.BRIEFS} dates"))
    assert page.locator(ENTRIES).count() == long_timeline.BRIEFS
    page.locator("main").get_by_role("link", name="Mira Solberg").first.click()
    expect(page.locator("h1")).to_have_text("Mira Solberg")
