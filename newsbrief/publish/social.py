"""What a link to a page is shown with in networks and messengers: The Open Graph protocol (ogp.me), X's cards."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.model.pages import BriefPage
from newsbrief.publish.identity import Identity
from newsbrief.publish.trail import name_of


class Meta(Struct, frozen=True):
    """One line of a page's head; `attribute` is what the reader of it looks at: property, or name."""

    attribute: str
    name: str
    content: str


def metas(model: object, identity: Identity) -> tuple[Meta, ...]:
    """All but the description, which the page has already; () without the site's address, or for an unpublished brief.

    Readers take X's title, description and picture from Open Graph's; a brief's instants are in its JSON-LD.
    """
    url = identity.url(getattr(model, "url", None))
    if not url or (isinstance(model, BriefPage) and model.status != "published"):
        return ()
    title = name_of(model, identity) or identity.name
    # A brief's address is on its publisher's site, and its card is as large as they all are: both are known without.
    spare = isinstance(model, BriefPage)
    pictured = _picture(model, title, identity)
    told = (
        ("og:type", "article" if isinstance(model, BriefPage) else "website"),
        ("og:title", title),
        ("og:url", url),
        ("og:site_name", "" if spare else identity.name),
        *pictured,
    )
    large = Meta("name", "twitter:card", "summary_large_image" if pictured else "summary")
    return (*(Meta("property", name, content) for name, content in told if content), large)


def _picture(model: object, title: str, identity: Identity) -> tuple[tuple[str, str], ...]:
    """The photo of a brief that shows one, else the page's card."""
    if isinstance(model, BriefPage) and model.photo:
        photo = model.photo
        return (
            ("og:image", identity.url(photo.large.url)),
            ("og:image:width", str(photo.large.width)),
            ("og:image:height", str(photo.large.height)),
            ("og:image:alt", photo.alt or photo.caption),
        )
    card = identity.cards.picture(model) if identity.cards else None
    if card is None:
        return ()
    # A picture of nothing but the title needs no other words: the title stands beside it.
    size = () if isinstance(model, BriefPage) else (("width", str(card.width)), ("height", str(card.height)))
    return (
        ("og:image", identity.url(card.url)),
        *((f"og:image:{side}", length) for side, length in size),
        ("og:image:alt", card.alt if card.alt != title else ""),
    )
