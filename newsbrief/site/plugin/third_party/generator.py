"""Writes the pages that the site's theme has our templates for, and the timelines' exports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican.generators import Generator

from newsbrief.site.pages import kinds
from newsbrief.site.plugin.third_party.addresses import file_of
from newsbrief.site.plugin.third_party.reader import RUN
from newsbrief.site.render.frame import frame_of
from newsbrief.site.views.resolve import PageViews


class BriefsGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Every page of ours that the site's theme has a template for; a theme without any gets none."""

    def generate_context(self) -> None:
        """Give all templates our variable `nb`; the site's own variables stay as they are."""
        planned = self.settings[RUN].planned
        self.context["nb"] = frame_of(planned.site, planned.pages)

    def generate_output(self, writer: Any) -> None:
        """Let Pelican write the pages as it writes its own: other plugins hear of each."""
        run = self.settings[RUN]
        for page in run.planned.pages:
            kind: Any = kinds()[page.kind]
            if hasattr(kind, "files"):
                views = PageViews(page.url, page.shows, run.planned.views)
                for path, data in kind.files(page, views, run.planned.site):
                    target = Path(self.output_path) / path
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(data)
                continue
            for url, model in run.planned.models_of(page):
                writer.write_file(
                    file_of(url),
                    self.get_template(kind.template(page)),
                    self.context,
                    relative_urls=self.settings["RELATIVE_URLS"],
                    url=url,
                    model=run.escaped(model),
                )
