"""Pages about one person: those whom briefs name, and those who write briefs."""

from __future__ import annotations

from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.views import Link
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.structured.things import Data, author, person


def person_page(page: PersonPage, identity: Identity) -> Data:
    """Return a person as the briefs describe them: the latest role, other spellings of the name.

    It is no ProfilePage: that would say that they belong to the site (Google's "Profile page structured data").
    """
    role = page.roles[0].role if page.roles else ""
    about = {**person(Link(page.name, page.url), identity, role), "alternateName": list(page.also)}
    return {"@type": "WebPage", "mainEntity": about}


def author_page(page: ListingPage, identity: Identity) -> Data:
    """Return somebody who writes here. A brief's byline links to this page."""
    link = Link(page.title, page.url, kind="organisation" if page.organisation else "")
    return {"@type": "ProfilePage", "mainEntity": author(link, identity)}
