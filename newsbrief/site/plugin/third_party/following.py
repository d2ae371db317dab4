"""Follow what other plugins do to articles.

Our pages are planned from all published briefs before Pelican reads the first. A plugin may then take an article out of
the lists or make a draft of it, as `i18n_subsites` does with articles in another language than the site's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pelican.generators import ArticlesGenerator

from newsbrief.site.pages import urls_of
from newsbrief.site.plugin.third_party import addresses
from newsbrief.site.plugin.third_party.body_links import WRITTEN
from newsbrief.site.plugin.third_party.reader import RUN
from newsbrief.site.render.foreign_text import Escaped

LISTED = ("articles", "translations")
OTHERS = ("hidden_articles", "hidden_translations", "drafts", "drafts_translations")


def set_addresses(settings: dict[str, Any]) -> None:
    """Let links lead to what this run writes."""
    run = settings[RUN]
    pages = (*run.planned.pages, *run.planned.briefs.values())
    exports = (
        f"{page.url.removesuffix('exports')}{name}" for page in pages if page.kind == "timeline_files" for name in FILES
    )
    settings[WRITTEN] = frozenset((*(url for page in pages for url in urls_of(page)), *exports))
    run.escaped = Escaped(partial(addresses.resolve, settings=settings, written=settings[WRITTEN]))


FILES = ("events.ics", "timelinejs.json", "events.json")


def follow(generators: Iterable[Any]) -> None:
    """Take what is in no list of the site's any more from our pages, too. At `all_generators_finalized`."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            _follow(generator)


def _follow(generator: ArticlesGenerator) -> None:
    settings, run = generator.settings, generator.settings[RUN]
    listed = {article.get_relative_source_path() for article in _briefs(generator, LISTED)}
    models = run.planned.models
    # Withdrawn briefs are in no list in any case; our pages know what to say about them.
    kept = frozenset(path for path, page in models.items() if path in listed or page.status == "withdrawn")
    if len(kept) == len(models):
        return
    run.planned = run.planned.only(kept)
    set_addresses(settings)
    for article in _briefs(generator, (*LISTED, *OTHERS)):
        path = article.get_relative_source_path()
        article.model = article.metadata["model"] = run.escaped(run.planned.models.get(path) or models[path])
        if article.status == "draft":
            # A draft stands where the site's drafts stand.
            for name in ("override_url", "override_save_as"):
                vars(article).pop(name, None)


def _briefs(generator: ArticlesGenerator, lists: Iterable[str]) -> Iterator[Any]:
    return (one for name in lists for one in getattr(generator, name) if hasattr(one, "model"))
