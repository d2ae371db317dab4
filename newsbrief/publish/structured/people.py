"""Pages about one person: those whom the briefs name, and those who wrote them."""

from __future__ import annotations

from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.views import Link
from newsbrief.publish.identity import Identity
from newsbrief.publish.structured.things import Data, author, person


def person_page(page: PersonPage, identity: Identity) -> Data:
    """Someone in the words of the briefs: the latest role, other ways to write the name."""
    role = page.roles[0].role if page.roles else ""
    return _profile({**person(Link(page.name, page.url), identity, role), "alternateName": list(page.also)})


def author_page(page: ListingPage, identity: Identity) -> Data:
    """Someone who writes here; it is where a brief's byline leads."""
    return _profile(author(Link(page.title, page.url), identity))


def _profile(subject: Data) -> Data:
    return {"@type": "ProfilePage", "mainEntity": subject}
