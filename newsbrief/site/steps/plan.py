"""Relate the briefs and plan every page of the site."""

from __future__ import annotations

from collections.abc import Callable, Collection, MutableMapping, Sequence

from newsbrief.model.brief import Brief
from newsbrief.model.refusal import Refusal
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import clashes
from newsbrief.site.index.gathering import Index, gather
from newsbrief.site.index.visible import is_shown
from newsbrief.site.options import BuildOptions
from newsbrief.site.pages import kinds
from newsbrief.site.render.site import Site

Load = Callable[[str], Brief]


def relate(
    every: Sequence[Facts], options: BuildOptions, load: Load, memo: MutableMapping[bytes, bytes], content: str
) -> tuple[Index, tuple[Refusal, ...]]:
    """Return the index of the briefs that this build shows, and those that cannot have their addresses.

    `content` is the name of the content folder, for messages.
    """
    shown = [facts for facts in every if is_shown(facts, options)]
    lost = clashes.clashes(shown)
    hidden = [facts for facts in every if facts.path in lost or not is_shown(facts, options)]
    index = gather([facts for facts in shown if facts.path not in lost], options, load, memo, hidden)
    return index, tuple(_clash(path, *taken, load(path), content) for path, taken in lost.items())


def _clash(path: str, url: str, other: str, brief: Brief, content: str) -> Refusal:
    line = brief.lines.get("slug") or brief.lines.get("title", 0)
    reason = f"the address /{url} is taken by {other}; give this brief another slug or date"
    return Refusal(f"{content}/{path}", line, reason)


def plan(index: Index, site: Site, names: Collection[str] | None = None) -> tuple[list[Page], tuple[Refusal, ...]]:
    """Return every page of the site, and what of the content the kinds leave out. `names`: the kinds, None for all."""
    wanted = [kind for name, kind in kinds().items() if names is None or name in names]
    pages: list[Page] = []
    for kind in wanted:
        if hasattr(kind, "plan"):
            pages += kind.plan(index, site)
    for kind in wanted:
        if hasattr(kind, "plan_last"):
            pages += kind.plan_last(index, site, tuple(pages))
    refusals = (one for kind in wanted if hasattr(kind, "refusals") for one in kind.refusals(index, site, pages))
    return pages, tuple(refusals)
