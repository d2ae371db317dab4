"""The seed site, built once for all tests that only read it; a host's site for each test that changes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.newsroom import Newsroom
from tests.shared import once
from tests.site.hosting import Host, open_host


@pytest.fixture(scope="session")
def seed_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """The project's own content as `make publish` builds it for a project page."""

    def made(folder: Path) -> Newsroom:
        newsroom = Newsroom.open(folder / "site", project)
        shutil.copytree(project / "content", newsroom.content, dirs_exist_ok=True)
        done = newsroom.build("--publish", SITEURL="https://news.example/brief")
        assert done.returncode == 0, done.stderr
        return newsroom

    return once(tmp_path_factory, "seed", made)


@pytest.fixture
def host(tmp_path: Path, project: Path) -> Host:
    """The harbour's log, without newsbrief."""
    return open_host(tmp_path / "site", project)
