"""The site itself, its lists of briefs, and breadcrumbs."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from newsbrief.model.pages import ListingPage
from newsbrief.model.stories import StoriesPage, StoryPage
from newsbrief.site.render.breadcrumbs import breadcrumbs, name_of, shortened
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.structured.things import Data, named, publisher

# JSON-LD names the newest entries of a list; the page has all.
LONGEST_LIST = 20


def website(identity: Identity) -> Data:
    """Return the site, for its front page."""
    return {
        **named("WebSite", identity.name, identity.url("")),
        "description": identity.tagline,
        "inLanguage": identity.lang,
        "publisher": publisher(identity),
        "potentialAction": _search(identity),
    }


def _search(identity: Identity) -> Data:
    """Return how to search the site; {} without its address."""
    if not identity.url(""):
        return {}
    target = {"@type": "EntryPoint", "urlTemplate": f"{identity.url('search/')}?q={{search_term_string}}"}
    return {"@type": "SearchAction", "target": target, "query-input": "required name=search_term_string"}


def collection(page: ListingPage | StoryPage, identity: Identity) -> Data:
    """Return the briefs under one heading, newest first; {} without the site's address."""
    briefs = (brief for brief in page.briefs if brief.status == "published")
    rows = _rows(((brief.headline, identity.url(brief.url)) for brief in islice(briefs, LONGEST_LIST)), "url")
    return _collection(page.title, page.url, rows, identity)


def stories(page: StoriesPage, identity: Identity) -> Data:
    """Return every story, the one with the newest brief first."""
    lines = (line.story for line in page.stories if line.latest.status == "published")
    rows = _rows(((story.text, identity.url(story.url)) for story in islice(lines, LONGEST_LIST)), "url")
    return _collection(name_of(page, identity), page.url, rows, identity)


def _collection(title: str, url: str, rows: list[Data], identity: Identity) -> Data:
    if not rows or not identity.url(url):
        return {}
    whole = {"@type": "ItemList", "itemListElement": rows}
    return {**named("CollectionPage", title, identity.url(url)), "mainEntity": whole}


def breadcrumb_list(model: object, identity: Identity) -> Data:
    """Return the breadcrumbs of a page below the front page; {} without the site's address, which they need."""
    steps = breadcrumbs(model, identity)
    if not steps or not identity.url(""):
        return {}
    # The page itself needs no address.
    own = getattr(model, "url", "")
    pairs = [(step.text, "" if step.url == own else identity.url(step.url)) for step in steps]
    return {"@type": "BreadcrumbList", "itemListElement": _rows(pairs, "item")}


def _rows(pairs: Iterable[tuple[str, str]], address: str) -> list[Data]:
    return [
        {"@type": "ListItem", "position": place, "name": shortened(name), address: url}
        for place, (name, url) in enumerate(pairs, start=1)
    ]
