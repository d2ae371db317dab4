"""The list of everyone who has a page, with the latest role."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.model.pages import PeopleGroup, PeoplePage
from newsbrief.model.views import Link, PersonLine
from newsbrief.site.build.plan import Page
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.letters import by_letter
from newsbrief.site.index.roles import in_time
from newsbrief.site.pages.person import Person, gather
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "people"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the list. Its values are (name, address, role, number of quotes, number of briefs) of everyone."""
    if site.has("people"):
        yield Page("people/", "people", (), tuple(_line(person) for person in gather(index).values()))


def _line(person: Person) -> tuple[str, str, str, int, int]:
    own = sum(not quote.source for quote in person.quotes)
    return person.name, person.url, _role(person), own, len(person.briefs)


def _role(person: Person) -> str:
    given = in_time(reversed(person.roles))
    return given[0][0] if given else ""


def model(page: Page, _views: PageViews, _site: Site) -> PeoplePage:
    """Return the list, under letters if it is long."""
    lines = [PersonLine(Link(name, url), role, said, briefs) for name, url, role, said, briefs in page.values]
    parted = by_letter(lines, lambda one: one.person.text)
    return PeoplePage(page.url, tuple(PeopleGroup(heading, those) for heading, those in parted))
