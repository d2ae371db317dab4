"""The list of everyone who has a page, with the latest role."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import PeopleGroup, PeoplePage
from newsbrief.model.views import Link, PersonLine
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.letters import by_letter
from newsbrief.site.index.lists import Person
from newsbrief.site.index.roles import latest
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "people"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the list. Its values are (name, latest role, number of quotes, number of briefs) of everyone."""
    if site.has("people"):
        everyone = sorted(index.lists.persons.values(), key=lambda one: one.name)
        yield Page("people/", "people", (), tuple(map(_line, everyone)))


def _line(person: Person) -> tuple[str, str, int, int]:
    said = sum(not quote.source for quote in person.quotes)
    return person.name, latest([role for role in person.roles if role]), said, len(person.briefs)


def model(page: Page, _views: PageViews, _site: Site) -> PeoplePage:
    """Return the list, under letters if it is long."""
    lines = [
        PersonLine(Link(name, addresses.named_url("people", name)), role, said, briefs)
        for name, role, said, briefs in page.values
    ]
    by_name = by_letter(lines, lambda one: one.person.text)
    return PeoplePage(page.url, tuple(PeopleGroup(heading, those) for heading, those in by_name))
