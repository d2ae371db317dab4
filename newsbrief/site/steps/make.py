"""Make the files of a page, from its plan and the views that it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from markupsafe import Markup

from newsbrief.site.build.plan import Page
from newsbrief.site.pages import kinds, models_of
from newsbrief.site.render.links import file_of
from newsbrief.site.render.pages import Renderer
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews, Views

# Called with the file of a page below the output folder, and the variables of its template, after it was written.
Written = Callable[[str, Mapping[str, Any]], None]


class Maker:
    """Makes pages of every kind."""

    def __init__(
        self, views: Views, site: Site, renderer: Renderer, context: Mapping[str, Any], written: Written | None = None
    ) -> None:
        """`context` has Pelican's `articles`, where Pelican read them."""
        self._views, self._site, self._renderer, self._kinds = views, site, renderer, kinds()
        self._articles, self._written = _articles(context), written

    def files(self, page: Page) -> Iterable[tuple[str, bytes]]:
        """Yield the path below the output folder, and the bytes, of each file of a page."""
        kind: Any = self._kinds[page.kind]
        views = PageViews(page.url, page.shows, self._views)
        if hasattr(kind, "files"):
            yield from kind.files(page, views, self._site)
            return
        for url, model in models_of(page, views, self._site):
            variables = {"model": model}
            if hasattr(kind, "variables"):
                variables |= kind.variables(page, views, self._site, model)
            article = self._articles.get(page.values[0]) if page.kind == "brief" else None
            if article is not None:  # another plugin may have changed it
                body = Markup(article.content)  # noqa: S704  # our reader cleaned it
                variables |= {"article": article, "body": body}
            file = file_of(url)
            yield file, self._renderer.page(kind.template(page), file, variables)
            if self._written:
                self._written(file, variables)


def _articles(context: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return Pelican's articles of briefs by the briefs' paths."""
    every = (one for listed in context.get("articles", ()) for one in (listed, *listed.translations))
    return {one.model.source_file: one for one in every if hasattr(one, "model")}
