"""The page of the search."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import SearchPage
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "search"


def plan(_index: Index, site: Site) -> Iterable[Page]:
    """Return the page, if the theme has one."""
    if site.has("search"):
        yield Page("search/", "search_page")


def model(_page: Page, _views: PageViews, _site: Site) -> SearchPage:
    """Return the page."""
    return SearchPage()
