"""Make the files of a page, from its plan and the views that it names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsbrief.site.build.plan import Page
from newsbrief.site.pages import kinds
from newsbrief.site.render.links import file_of
from newsbrief.site.render.pages import Renderer
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews, Views


class Maker:
    """Makes pages of every kind."""

    def __init__(self, views: Views, site: Site, renderer: Renderer) -> None:
        self._views, self._site, self._renderer, self._kinds = views, site, renderer, kinds()

    def files(self, page: Page) -> Iterable[tuple[str, bytes]]:
        """Yield the path below the output folder, and the bytes, of each file of a page."""
        kind: Any = self._kinds[page.kind]
        views = PageViews(page.url, page.shows, self._views)
        if hasattr(kind, "files"):
            yield from kind.files(page, views, self._site)
            return
        model = kind.model(page, views, self._site)
        variables = {"model": model}
        if hasattr(kind, "variables"):
            variables |= kind.variables(page, views, self._site, model)
        file = file_of(page.url)
        yield file, self._renderer.page(kind.template(page), file, variables)
