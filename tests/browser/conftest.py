"""A real Chromium, and the site served under a project page's prefix."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.chromium import NARROW as NARROW
from tests.newsroom import Newsroom
from tests.serving import served as served
from tests.shared import once

PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """The project's content and, beside it, briefs of every status, as a preview and so with review banners."""

    def made(folder: Path) -> Newsroom:
        newsroom = Newsroom.open(folder / "site", project)
        shutil.copytree(project / "content", newsroom.content, dirs_exist_ok=True)
        for file in sorted((Path(__file__).parent / "briefs").glob("*.md")):
            shutil.copy(file, newsroom.content / "briefs")
        done = newsroom.build(SITEURL="http://localhost/brief")
        assert done.returncode == 0, done.stderr
        return newsroom

    return once(tmp_path_factory, "full", made)


@pytest.fixture(scope="session")
def site(full_site: Newsroom) -> Iterator[str]:
    """The address of the served site."""
    with served(full_site.output) as address:
        yield address


def follow(link: Locator) -> None:
    """Click, and wait for the page that the link leads to: a click alone waits for no more than its beginning."""
    with link.page.expect_navigation():
        link.click()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at phone width."""
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


@dataclass
class Tabs:
    """Pages for tests that only look at one address after another: to open one costs as much as several looks."""

    browser: Browser
    opened: dict[str, Page] = field(default_factory=dict)

    def look(self, address: str, **options: Any) -> Page:
        """The page that was opened with these options (Playwright's), at an address; earlier ones are forgotten."""
        key = repr(sorted(options.items()))
        if key not in self.opened:
            self.opened[key] = self.browser.new_context(**options).new_page()
        self.opened[key].goto(address)
        return self.opened[key]

    def forget(self) -> None:
        """What the site wrote down for its reader."""
        for page in self.opened.values():
            page.evaluate("localStorage.clear(), sessionStorage.clear()")


@pytest.fixture(scope="module")
def open_tabs(browser: Browser) -> Iterator[Tabs]:
    """Of all tests of a file."""
    tabs = Tabs(browser)
    yield tabs
    for page in tabs.opened.values():
        page.context.close()


@pytest.fixture
def tabs(open_tabs: Tabs) -> Iterator[Tabs]:
    """For a test that leaves nothing behind."""
    yield open_tabs
    open_tabs.forget()
