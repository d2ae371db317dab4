"""Every kind of page that is made of a page model: its template, and where the models are."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from newsbrief.model.pages import Site

# Of listings by their kind.
LISTINGS = {
    "topic": "tag",
    "section": "category",
    "author": "author",
    "place": "place",
    "organisation": "organisation",
    "person": "listing",
}
INDEXES = {
    "topic": "tags",
    "section": "categories",
    "author": "authors",
    "place": "places",
    "organisation": "organisations",
}
# Pelican renders these two; a theme is none without them.
ALWAYS = ("article", "index")
NAMES = (
    *("article", "page", "404", "moved", "index", "timeline", "quotes", "stories", "story", "people", "archives"),
    *("corrections", "search", "quote", "person", "period_archives", *LISTINGS.values(), *INDEXES.values()),
)


def parts(has: Callable[[str], bool], reads: Collection[str], publish: bool) -> frozenset[str]:
    """What has to be collated for a theme: `has` its templates, `reads` the names of all that they read of anything."""
    wanted = {
        "timelines": has("timeline"),
        "quotes": has("quotes") or has("quote"),
        "stories": has("story") or has("stories") or not {"story", "stories"}.isdisjoint(reads),
        # A preview proposes stories by what is near to what.
        "related": "related" in reads or (has("stories") and not publish),
        "search": has("search"),
    }
    return frozenset(part for part, is_wanted in wanted.items() if is_wanted)


def pages(site: Site, has: Callable[[str], bool]) -> Iterable[tuple[str, Any]]:
    """Each page's template and model, without briefs and old addresses.

    `has`: whether the theme has a template; one that has none for a kind of page goes without those pages.
    """
    return ((template, model) for template, model in _pages(site) if template in ALWAYS or has(template))


def _pages(site: Site) -> Iterable[tuple[str, Any]]:
    yield "index", site.front
    yield from (("timeline", page) for page in site.timelines)
    yield "quotes", site.quotes
    yield "stories", site.stories
    yield from (("story", page) for page in site.story_pages)
    yield from (("quotes", page) for page in site.speakers)
    yield "people", site.people
    yield "archives", site.archive
    yield "corrections", site.corrections
    yield "search", site.search
    yield from (("quote", page) for page in site.quote_pages)
    yield from (("person", page) for page in site.person_pages)
    yield from (("period_archives", page) for page in site.archives)
    yield from ((LISTINGS[page.kind], page) for page in site.listings)
    # Nothing leads to a list of nothing.
    yield from ((INDEXES[page.kind], page) for page in site.indexes if page.groups)
