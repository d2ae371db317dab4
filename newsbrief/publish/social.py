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

    Readers take X's title, description and picture from Open Graph's.
    """
    url = identity.url(getattr(model, "url", None))
    if not url or (isinstance(model, BriefPage) and model.status != "published"):
        return ()
    picture = identity.cards.picture(model) if identity.cards else None
    told = (
        ("og:type", "article" if isinstance(model, BriefPage) else "website"),
        ("og:title", name_of(model, identity) or identity.name),
        ("og:url", url),
        ("og:site_name", identity.name),
        *(_picture(picture, identity) if picture else ()),
        *(_article(model) if isinstance(model, BriefPage) else ()),
    )
    large = Meta("name", "twitter:card", "summary_large_image" if picture else "summary")
    return (*(Meta("property", name, content) for name, content in told if content), large)


def _picture(picture: Picture, identity: Identity) -> tuple[tuple[str, str], ...]:
    return (("og:image", identity.url(picture.url)), ("og:image:alt", picture.alt))


def _article(page: BriefPage) -> tuple[tuple[str, str], ...]:
    changed = page.modified_at != page.published_at
    return (
        ("article:published_time", page.published_at.isoformat()),
        ("article:modified_time", page.modified_at.isoformat() if changed else ""),
        ("article:section", page.section.text if page.section else ""),
    )
