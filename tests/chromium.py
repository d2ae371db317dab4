"""A real Chromium: Debian's or the user's own, else the one that Playwright's installer brings."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A phone's width on which nothing may have to be scrolled sideways.
NARROW = {"width": 320, "height": 640}
# Chromium's sandbox does not start for root.
ARGUMENTS = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def found() -> str | None:
    """The path of an installed browser."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def started() -> Iterator[Browser]:
    """A browser; without one the test is skipped at home and fails on CI."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=found(), args=ARGUMENTS)
        except Error as error:
            # On CI a missing browser is a failure; at home the other tests are still worth running.
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no browser: run .venv/bin/playwright install chromium ({str(error).splitlines()[0]})")
        yield browser
        browser.close()
