"""Briefs and own pages as Pelican's articles and pages, for templates and plugins that ask for them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from newsbrief.site import settings as own_settings
from newsbrief.site.pages import brief as brief_kind
from newsbrief.site.plugin.metadata import Metadata, metadata_of, skipped
from newsbrief.site.static.checks import SOURCES
from newsbrief.site.steps.build import Planned
from newsbrief.site.views.resolve import PageViews

# Pelican's settings have the planned build here.
PLANNED = "NEWSBRIEF_PLANNED"


def read_ours_only(readers: Any) -> None:
    """Read Markdown with our reader, and nothing else: what another reader returns was never cleaned."""
    for ending in readers.reader_classes:
        if ending != "static":
            readers.reader_classes[ending] = None
    for ending in SOURCES:
        readers.reader_classes[ending] = PlannedReader


class PlannedReader(BaseReader):  # type: ignore[misc]  # Pelican ships no types
    """Returns what was read before Pelican began: briefs that the build shows, and the pages that people wrote."""

    enabled = True
    # Pelican gives files with these endings to every reader that it knows.
    file_extensions = ()

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """Return HTML and metadata of a file; the status "skip" keeps a file out of the site."""
        content = own_settings.content_folder(self.settings)
        above = f"{content}{os.sep}"
        if source_path.startswith(above):
            path = source_path.removeprefix(above).replace(os.sep, "/")
        else:  # Pelican may call a folder that a link leads to by its own name
            path = Path(source_path).relative_to(content.resolve()).as_posix()
        planned: Planned = self.settings[PLANNED]
        page = planned.site.own_pages.get(path)
        if page:
            return page.html, dict(page.metadata)
        return _brief(path, planned, self.settings)


def _brief(path: str, planned: Planned, settings: Any) -> tuple[str, Metadata]:
    facts = planned.index.by_path.get(path)
    page = (
        next((one for one in planned.pages if one.kind == "brief" and one.values[0] == path), None) if facts else None
    )
    if page is None:
        return "", skipped()
    views = PageViews(page.url, page.shows, planned.views)
    model = brief_kind.model(page, views, planned.site)
    body = brief_kind.variables(page, views, planned.site, model)["body"]
    metadata = metadata_of(planned.views.entry(path).brief, model, settings)
    return str(body), {**metadata, "model": model}
