"""The kinds of pages, one module each: which pages exist, which views each shows, and what is made of them.

A module of this folder that has a function `plan`, or `plan_last` for a kind that needs to know all other pages, is a
kind; its name is `Page.kind`. A kind of pages that a template renders has `template(page)` and
`model(page, views, site)`; where one entry of the plan stands for several pages, it has `models(page, views, site)` and
`urls(page)` instead of `model`. A kind of other files has `files(page, views, site)`. Any kind may have
`refusals(index, site, pages)`, which says what of the content it leaves out and why.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from newsbrief.model.refusal import Refusal
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


class Kind(Protocol):
    """What nearly every kind has."""

    def plan(self, index: Index, site: Site) -> Iterable[Page]:
        """Return the pages of this kind."""


class LastKind(Protocol):
    """A kind that is planned when all other pages are: sitemaps, old addresses."""

    def plan_last(self, index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Page]:
        """Return the pages of this kind."""


class RefusingKind(Protocol):
    """A kind that leaves out what it cannot publish."""

    def refusals(self, index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Refusal]:
        """Return what is left out and why."""


class TemplateKind(Protocol):
    """A kind whose pages are rendered from the theme's templates."""

    def template(self, page: Page) -> str:
        """Return the name of the page's template, without its ending."""

    def model(self, page: Page, views: PageViews, site: Site) -> Any:
        """Return what the template knows as `model`."""


class SeveralKind(Protocol):
    """A template's kind of which one entry of the plan stands for several pages."""

    def template(self, page: Page) -> str:
        """Return the name of the pages' template, without its ending."""

    def models(self, page: Page, views: PageViews, site: Site) -> Iterable[Any]:
        """Return what the template knows as `model`, for each page; its `url` is the page's address."""

    def urls(self, page: Page) -> Iterable[str]:
        """Return the address of each page."""


class FileKind(Protocol):
    """A kind whose pages are files of other forms, one or several each."""

    def files(self, page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
        """Return the path below the output folder and the bytes of each file."""


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its name."""
    names = sorted(one.name for one in pkgutil.iter_modules(__path__) if not one.ispkg)
    modules = {name: import_module(f"{__name__}.{name}") for name in names}
    return {
        name: cast("Kind", module)
        for name, module in modules.items()
        if hasattr(module, "plan") or hasattr(module, "plan_last")
    }


def urls_of(page: Page) -> Iterable[str]:
    """Return the addresses of the pages that an entry of the plan stands for: nearly always its own."""
    kind: Any = kinds()[page.kind]
    return cast("Iterable[str]", kind.urls(page)) if hasattr(kind, "urls") else (page.url,)


def models_of(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, Any]]:
    """Return the address and the model of each page that an entry of the plan stands for."""
    kind: Any = kinds()[page.kind]
    if hasattr(kind, "models"):
        return ((model.url, model) for model in kind.models(page, views, site))
    return ((page.url, kind.model(page, views, site)),)
