"""What a host's articles and our pages tell of briefs, and how what other plugins do to articles is followed.

Our pages are made of all published briefs before Pelican reads the first. A plugin may then take an article out of the
lists or make a draft of it, as `i18n_subsites` does with what is in another language than the site's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from pelican.generators import ArticlesGenerator

from newsbrief.publish import press
from newsbrief.publish.escaped import Escaped
from newsbrief.publish.guest import place
from newsbrief.publish.guest.press import collated
from newsbrief.publish.press import Press

# Pelican's settings have the run's `Escaped` here, and the addresses of all our pages and briefs.
ESCAPED, WRITTEN = "NEWSBRIEF_ESCAPED", "NEWSBRIEF_WRITTEN"
LISTED = ("articles", "translations")
OTHERS = ("hidden_articles", "hidden_translations", "drafts", "drafts_translations")


def ways(settings: dict[str, Any], done: Press) -> None:
    """Let links lead to what is written in this run. What was escaped in an earlier one belongs to other briefs."""
    models = [*(model for _, model in done.others), *done.briefs.values()]
    exports = (link.url or "" for name, page in done.others if name == "timeline" for link in page.exports)
    settings[WRITTEN] = frozenset((*(one.url for one in models), *exports))
    settings[ESCAPED] = Escaped(partial(place.way, settings=settings, written=settings[WRITTEN]))


def follow(generators: Iterable[Any]) -> None:
    """`all_generators_finalized`: what is in no list of the host's any more is on no page of ours, either."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            _follow(generator)


def _follow(generator: ArticlesGenerator) -> None:
    settings = generator.settings
    done = press.of(settings)
    listed = {article.get_relative_source_path() for article in _briefs(generator, LISTED)}
    # Withdrawn ones are in no list in any case; our pages know what to say of them.
    kept = [entry for path, entry in done.entries.items() if path in listed or entry.brief.status == "withdrawn"]
    if len(kept) == len(done.entries):
        return
    now = settings[press.KEY] = collated(done, kept, settings)
    ways(settings, now)
    for article in _briefs(generator, (*LISTED, *OTHERS)):
        path = article.get_relative_source_path()
        article.model = article.metadata["model"] = settings[ESCAPED](now.briefs.get(path) or done.briefs[path])
        if article.status == "draft":
            _as_draft(article)


def _as_draft(article: Any) -> None:
    """A draft stands where the host's drafts stand."""
    for name in ("override_url", "override_save_as"):
        vars(article).pop(name, None)


def _briefs(generator: ArticlesGenerator, lists: Iterable[str]) -> Iterator[Any]:
    return (one for name in lists for one in getattr(generator, name) if hasattr(one, "model"))
