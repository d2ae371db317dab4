"""A real Chromium, and the site served under a project page's prefix."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import NARROW as NARROW
from tests.newsroom import Newsroom
from tests.serving import served as served
from tests.shared import once


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


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page at phone width."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()
