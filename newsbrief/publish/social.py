"""What a link to a page is shown with in networks and messengers: The Open Graph protocol (ogp.me), X's cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbrief.model.pages import BriefPage
from newsbrief.publish.identity import Identity
from newsbrief.publish.trail import name_of

if TYPE_CHECKING:
    from newsbrief.publish.cards import Picture


@dataclass(frozen=True, slots=True)
class Meta:
    """One line of a page's head; `attribute` is what the reader of it looks at: property, or name."""

    attribute: str
    name: str
    content: str


def metas(model: object, identity: Identity) -> tuple[Meta, ...]:
    """All but the description, which the page has already; () without the site's address, or for an unpublished brief.

    Readers take X's title, description and picture from Open Graph's; a brief's address is in its `canonical`, and its
    instants and section are in its JSON-LD.
    """
    url = identity.url(getattr(model, "url", None))
    if not url or (isinstance(model, BriefPage) and model.status != "published"):
        return ()
    picture = identity.cards.picture(model) if identity.cards else None
    title = name_of(model, identity) or identity.name
    told = (
        ("og:type", "article" if isinstance(model, BriefPage) else "website"),
        ("og:title", title),
        *(() if isinstance(model, BriefPage) else (("og:url", url),)),
        ("og:site_name", identity.name),
        *(_picture(picture, title, identity) if picture else ()),
    )
    large = Meta("name", "twitter:card", "summary_large_image" if picture else "summary")
    return (*(Meta("property", name, content) for name, content in told if content), large)


def _picture(picture: Picture, title: str, identity: Identity) -> tuple[tuple[str, str], ...]:
    # A picture of nothing but the title needs no other words: the title stands beside it.
    return (("og:image", identity.url(picture.url)), ("og:image:alt", picture.alt if picture.alt != title else ""))
