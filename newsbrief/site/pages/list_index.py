"""The list of all topics, sections, authors, places or organisations."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import IndexPage
from newsbrief.model.views import Letter, Link
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.letters import by_letter, order
from newsbrief.site.pages.listing import FOLDERS
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

TEMPLATES = {
    "topic": "tags",
    "section": "categories",
    "author": "authors",
    "place": "places",
    "organisation": "organisations",
}
# Where a list is grouped by letters, so many of the entries with most briefs stand before them.
MOST = 12


def template(page: Page) -> str:
    """Return the name of the template of the kind of list."""
    return TEMPLATES[page.values[0]]


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each kind of list that has entries. Its values are the kind and (name, address, count) each."""
    entries: dict[str, list[tuple[str, str, int]]] = {kind: [] for kind in FOLDERS}
    for of_it in index.lists.headings:
        entries[of_it.kind].append((of_it.name, of_it.url, len(of_it.briefs)))
    for kind, folder in FOLDERS.items():
        if entries[kind] and site.has(TEMPLATES[kind]):
            yield Page(f"{folder}/", "list_index", (), (kind, tuple(entries[kind])))


def model(page: Page, _views: PageViews, _site: Site) -> IndexPage:
    """Return the list, under letters if it is long."""
    kind, entries = page.values
    links = [Link(name, url, count=count) for name, url, count in entries]
    parted = by_letter(links, lambda link: link.text)
    often = sorted(links, key=lambda link: (-link.count, order(link.text)))[:MOST] if len(parted) > 1 else []
    return IndexPage(page.url, kind, tuple(Letter(heading, those) for heading, those in parted), tuple(often))
