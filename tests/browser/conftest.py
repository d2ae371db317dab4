"""A real Chromium, and the site served under a project page's prefix."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.newsroom import Newsroom

PREFIX = "/brief/"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A phone's width on which nothing may have to be scrolled sideways.
NARROW = {"width": 320, "height": 640}


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder under the prefix, with the site's own 404 page, and logs nothing."""

    def translate_path(self, path: str) -> str:
        """The file for an address below the prefix; any other address has none."""
        inside = path.removeprefix(PREFIX) if path.startswith(PREFIX) else "missing"
        return super().translate_path(f"/{inside}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer as GitHub Pages does."""
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is http.server's
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's or the user's own browser, else the one that Playwright's installer brings."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    arguments = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=found, args=arguments)
        except Error as error:
            # On CI a missing browser is a failure; at home the other tests are still worth running.
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no browser: run .venv/bin/playwright install chromium ({str(error).splitlines()[0]})")
        yield started
        started.close()


@pytest.fixture(scope="session")
def full_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Newsroom:
    """The project's content and, beside it, briefs of every status, as a preview and so with review banners."""
    newsroom = Newsroom.open(tmp_path_factory.mktemp("full") / "site", project)
    shutil.copytree(project / "content", newsroom.content, dirs_exist_ok=True)
    for file in sorted((Path(__file__).parent / "briefs").glob("*.md")):
        shutil.copy(file, newsroom.content / "briefs")
    done = newsroom.build(SITEURL="http://localhost/brief")
    assert done.returncode == 0, done.stderr
    return newsroom


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
