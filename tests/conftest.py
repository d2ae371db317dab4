"""Shared by all tests: the project's folder, and a copy of a small site that a test may change as it likes."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from tests import chromium, hostile
from tests.hostile.attack import Attack, mount
from tests.newsroom import Newsroom
from tests.shared import once

# How long an example takes says how busy the machine is; speed is looked at in `make bench`.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PROJECT = Path(__file__).parent.parent


def pytest_configure(config: pytest.Config) -> None:
    """Builds keep compiled templates in the user's cache: here in one of the run's own, which all its workers share."""
    if not hasattr(config, "workerinput"):
        own = tempfile.TemporaryDirectory(prefix="newsbrief-cache-")
        if sys.platform == "linux":  # elsewhere Playwright has its browsers in another place
            cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
            os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(Path(cache, "ms-playwright")))
        os.environ["XDG_CACHE_HOME"] = own.name
        config.add_cleanup(own.cleanup)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project itself; never written to."""
    return PROJECT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Started once, and for all: Playwright does not run twice in one process."""
    with chromium.started() as browser:
        yield browser


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    """An empty site with the project's settings and theme."""
    return Newsroom.open(tmp_path / "site", PROJECT)


@pytest.fixture
def seed_newsroom(newsroom: Newsroom) -> Newsroom:
    """A site with the project's own content."""
    shutil.copytree(PROJECT / "content", newsroom.content, dirs_exist_ok=True)
    return newsroom


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attack:
    """A site into which every hostile string was put by every way there is; built once, never changed."""

    def made(folder: Path) -> Attack:
        attack = mount(Newsroom.open(folder / "site", PROJECT), hostile.strings())
        attack.build()
        return attack

    return once(tmp_path_factory, "attacked", made)


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on variables of the machine it runs on."""
    for name in ("SITEURL", "SOURCE_DATE_EPOCH", *(key for key in os.environ if key.startswith("NEWSBRIEF_"))):
        monkeypatch.delenv(name, raising=False)
