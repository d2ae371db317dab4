"""What networks and messengers show of a link to a page: the Open Graph protocol (ogp.me), and X's cards."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import QuotePage
from newsbrief.site.render.breadcrumbs import name_of
from newsbrief.site.render.identity import Identity


class Meta(Struct, frozen=True):
    """A `<meta>` of a page's head. `attribute` is "property" or "name"."""

    attribute: str
    name: str
    content: str


def metas(model: object, identity: Identity) -> tuple[Meta, ...]:
    """Return all but the description, which the page has already; () without the site's address or before publication.

    X takes title, description and picture from Open Graph. A brief's instants are in its JSON-LD. The small page of a
    quote leaves out the type, which is the default, and the address, which is in `<link rel="canonical">`.
    """
    url = identity.url(getattr(model, "url", None))
    if not url or (isinstance(model, BriefPage) and model.status != "published"):
        return ()
    title = name_of(model, identity) or identity.name
    is_brief, is_quote = isinstance(model, BriefPage), isinstance(model, QuotePage)
    pictured = _picture(model, title, identity)
    values = (
        ("og:type", "article" if is_brief else "" if is_quote else "website"),
        ("og:title", title),
        ("og:url", "" if is_quote else url),
        # The address of a brief says whose it is, and so does the title of a quote's page.
        ("og:site_name", "" if is_brief or is_quote else identity.name),
        *pictured,
    )
    card = Meta("name", "twitter:card", "summary_large_image" if pictured else "summary")
    return (*(Meta("property", name, content) for name, content in values if content), card)


def _picture(model: object, title: str, identity: Identity) -> tuple[tuple[str, str], ...]:
    """Return the photo of a brief that has one, else the page's card."""
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
    # All cards have one size, and the pages of briefs and quotes say no more than they must.
    is_small = isinstance(model, BriefPage | QuotePage)
    size = () if is_small else (("width", str(card.width)), ("height", str(card.height)))
    return (
        ("og:image", identity.url(card.url)),
        *((f"og:image:{side}", length) for side, length in size),
        ("og:image:alt", "" if card.alt == title or isinstance(model, QuotePage) else card.alt),
    )
