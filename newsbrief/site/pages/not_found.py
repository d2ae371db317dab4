"""The page for addresses that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.links import NOT_FOUND
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "404"


def plan(_index: Index, site: Site) -> Iterable[Page]:
    """Return the page, if the theme has one."""
    if site.has("404"):
        yield Page(NOT_FOUND, "not_found")


def model(_page: Page, _views: PageViews, _site: Site) -> None:
    """Return nothing: the page says the same on every site."""
