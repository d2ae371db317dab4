"""The older briefs that name a person, on pages below the person's own."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import ListingPage
from newsbrief.model.views import Link
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages.partition.lists import PER_PAGE
from newsbrief.site.pages.person import briefs_of
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "listing"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the pages. Their values are the person's name and address, and the page's place among the others."""
    if not (site.has("listing") and site.has("person")):
        return
    for person in index.lists.persons.values():
        for part in briefs_of(person)[1:] if len(person.briefs) > PER_PAGE else ():
            paths = tuple(facts.path for facts in part.entries)
            yield Page(part.url, "person_briefs", paths, (person.name, person.url, part.sheet))


def model(page: Page, views: PageViews, _site: Site) -> ListingPage:
    """Return the page."""
    name, url, sheet = page.values
    briefs = tuple(map(views.teaser, page.shows))
    return ListingPage(page.url, "person", name, briefs, subject=Link(name, url), sheet=sheet)
