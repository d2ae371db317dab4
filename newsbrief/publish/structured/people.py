"""Pages about one person: those whom the briefs name, and those who wrote them."""

from __future__ import annotations

from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.views import Link
from newsbrief.publish.identity import Identity
from newsbrief.publish.structured.things import Data, author, person


def person_page(page: PersonPage, identity: Identity) -> Data:
    """Someone in the words of the briefs: the latest role, other ways to write the name.

    A profile page would say that they belong to the site (Google's "Profile page structured data").
    """
    role = page.roles[0].role if page.roles else ""
    about = {**person(Link(page.name, page.url), identity, role), "alternateName": list(page.also)}
    return {"@type": "WebPage", "mainEntity": about}


def author_page(page: ListingPage, identity: Identity) -> Data:
    """Someone who writes here; it is where a brief's byline leads."""
    link = Link(page.title, page.url, kind="organisation" if page.organisation else "")
    return {"@type": "ProfilePage", "mainEntity": author(link, identity)}
