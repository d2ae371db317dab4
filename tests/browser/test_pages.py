"""Every kind of page in a real browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.barriers import barriers
from tests.browser.conftest import NARROW, PHONE, Tabs, follow
from tests.effort import sample
from tests.newsroom import Newsroom

SEED = "2023/09/21/south-korean-leader-warns-russia/"
KINDS = {
    "front": "",
    "brief": SEED,
    "brief with notes": "2029/05/04/ferry/",
    "review": "2029/05/05/review/",
    "retracted": "2029/05/06/retracted/",
    "withdrawn": "2029/05/07/withdrawn/",
    "timeline": "timeline/",
    "quotes": "quotes/",
    "quote": "quotes/2029-05-04-ferry-q2/",
    "people": "people/",
    "person": "people/yoon-suk-yeol/",
    "topics": "topics/",
    "topic": "topics/ferry/",
    "section": "sections/harbour/",
    "places": "places/",
    "place": "places/port-ellery/",
    "organisations": "organisations/",
    "corrections": "corrections/",
    "author": "authors/staff/",
    "archive": "archive/",
    "month": "2029/05/",
    "about": "about/",
    "search": "search/",
    "results": "search/?q=ferry",
    "missing": "no/such/page/",
}
SCHEMES = ("light", "dark")
MOVED = b'<meta http-equiv="refresh"'
every_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS.keys())


@every_kind
def test_page_asks_nobody_else_and_breaks_no_rule_of_its_own(page: Page, site: str, path: str) -> None:
    """No request leaves the site, nothing is blocked by the Content-Security-Policy, nothing fails."""
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on(
        "console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(site + path)
    assert all(request.startswith(site) for request in requests)
    expected = 1 if path == KINDS["missing"] else 0  # the browser itself reports the 404
    assert len(complaints) == expected, complaints
    # A search has its own script, the list of its index, and what its words need.
    assert len(requests) <= (4 if not path.startswith("search/") else 30)


@every_kind
@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_has_no_barrier(tabs: Tabs, site: str, path: str, scheme: str) -> None:
    """The accessibility rules of axe find nothing, in light and dark."""
    page = tabs.look(site + path, color_scheme=scheme)
    assert page.evaluate("scheme => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)
    assert barriers(page) == []


def test_every_page_is_free_of_barriers_and_fits(page: Page, site: str, full_site: Newsroom) -> None:
    """Not only the kinds above: in an audit every page of the site, otherwise a sample."""
    # An old address leaves for the new one before it can be looked at.
    names = sorted(
        name for name, text in full_site.pages().items() if name.endswith("index.html") and MOVED not in text
    )
    page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    for name in sample(names):
        page.goto(site + name.removesuffix("index.html"))
        assert barriers(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], name


@every_kind
def test_page_fits_a_narrow_phone(tabs: Tabs, site: str, path: str) -> None:
    """At 320 pixels nothing is wider than the screen."""
    page = tabs.look(site + path, viewport=NARROW)
    assert page.evaluate("innerWidth") == NARROW["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@every_kind
def test_page_has_one_headline_and_is_styled(tabs: Tabs, site: str, path: str) -> None:
    """One h1, and the style sheet arrived."""
    page = tabs.look(site + path, viewport=PHONE)
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"


@pytest.mark.parametrize("path", ["", SEED, "timeline/", "quotes/", "people/yoon-suk-yeol/"])
def test_page_reads_without_javascript(browser: Browser, site: str, path: str) -> None:
    """All words are there and all links work without scripts; controls that need one are not shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + path)
    without = page.locator("main").inner_text()
    assert page.locator("button:visible").count() == 0
    context.close()
    assert len(without) > 100


def test_everything_is_reached_by_keyboard(page: Page, site: str) -> None:
    """The first stop skips to the content; focus is visible."""
    page.goto(site + SEED)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "nb-skip"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_quote_page_leads_to_the_words(page: Page, site: str) -> None:
    """The quote's own page has words and speaker; a click arrives at the quote's place in the brief."""
    page.goto(site + "quotes/2029-05-04-ferry-q2/")
    told = page.locator("main").inner_text()
    assert "We asked for a timetable" in told
    assert "and we were given a proverb" in told
    assert "Ansel Quay" in told
    follow(page.locator("main a[href$='2029/05/04/ferry/#q2']").first)
    assert page.locator("#q2").inner_text() == "“We asked for a timetable,”"


def test_timeline_entry_leads_to_the_words(page: Page, site: str) -> None:
    """From the timeline a click arrives at the date's place in the brief."""
    page.goto(site + "timeline/")
    follow(page.locator("main a[href$='#e1']").first)
    assert page.url.endswith("#e1")
    assert page.locator("#e1").inner_text() == "on Thursday"


def test_site_opens_from_disk(browser: Browser, full_site: Newsroom, tmp_path: Path) -> None:
    """Built with RELATIVE=1 the site works from a folder: style, links and anchors."""
    folder = tmp_path / "disk"
    shutil.copytree(full_site.folder, tmp_path / "site")
    own = Newsroom(tmp_path / "site", full_site.project)
    assert own.build("-o", str(folder), "--relative-urls").returncode == 0
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    follow(page.get_by_role("link", name="Timeline").first)
    assert page.locator("h1").inner_text() == "Timeline"
    follow(page.locator("main a[href$='#e1']").first)
    assert page.locator("#e1").count() == 1
    page.close()


def test_print_shows_the_text_and_not_the_navigation(page: Page, site: str) -> None:
    """On paper the words are there and the menu is not."""
    page.emulate_media(media="print")
    page.goto(site + SEED)
    assert page.get_by_role("navigation", name="Main").count() == 0
    assert page.locator("#q1").is_visible()


def test_old_address_leads_to_the_brief(page: Page, site: str) -> None:
    """The browser goes there by itself, and nothing is blocked on the way."""
    page.goto(site + "2029/05/08/cake/")
    page.wait_for_url(f"{site}2029/05/08/same-event/")
    assert page.locator("h1").inner_text() == "Councillors are thanked for the ferry"
