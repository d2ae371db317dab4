"""A Pelican plugin: neighbours of each article, and the numbered pages of long lists, counted from the oldest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from pelican import signals
from pelican.generators import Generator

PER_PAGE = 50


def newest(articles: Sequence[Any]) -> int:
    """How many stand on the list's own page."""
    return len(articles) - max(len(articles) // PER_PAGE - 1, 0) * PER_PAGE


class Sheets(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Writes the pages that Pelican's own paging, which counts from the newest, does not know."""

    def generate_context(self) -> None:
        """Runs after articles were read and put in order."""
        for newer, older in pairwise(self.context["articles"]):
            newer.older, older.newer = older, newer

    def generate_output(self, writer: Any) -> None:
        """One file a numbered page."""
        template = self.get_template("sheet")
        for title, articles in [*self.context["tags"], *self.context["categories"]]:
            first = newest(articles)
            full = (len(articles) - first) // PER_PAGE
            for place in range(full):
                number = full - place
                url = f"{title.url}{number}/"
                start = first + place * PER_PAGE
                writer.write_file(
                    f"{url}index.html",
                    template,
                    self.context,
                    url=url,
                    title=title,
                    articles=articles[start : start + PER_PAGE],
                    newer=f"{title.url}{number + 1}/" if place else title.url,
                    older=f"{title.url}{number - 1}/" if number > 1 else "",
                )


def add_filter(pelican: Any) -> None:
    """`initialized`."""
    pelican.settings["JINJA_FILTERS"]["newest"] = newest


def add_generator(pelican: Any) -> type[Sheets]:
    """`get_generators`."""
    return Sheets


def register() -> None:
    """Pelican calls it; signals hold their receivers weakly."""
    signals.initialized.connect(add_filter)
    signals.get_generators.connect(add_generator)
