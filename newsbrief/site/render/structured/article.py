"""NewsArticle (schema.org), with the fields of news search that a brief has.

The fields: Google's "Article structured data" and schema.org/NewsArticle.
"""

from __future__ import annotations

from newsbrief.model.address import is_web_address
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import NoteView
from newsbrief.site.render.breadcrumbs import shortened
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.structured.things import Data, author, named, stated

CORRECTIONS = ("correction", "clarification")


def news_article(page: BriefPage, identity: Identity) -> Data:
    """Return a brief. Dates are instants with their zone, or days for a brief that says no more.

    Left out is what the page's head has already (address, language, topics, summary), and the publisher's address and
    logo, which the front page has: readers wait for each byte.
    """
    return {
        "@type": "NewsArticle",
        "headline": shortened(page.headline),
        "image": _image(page, identity),
        "datePublished": page.published_iso,
        "dateModified": page.modified_iso,
        "dateline": page.dateline,
        # A brief without a byline is the newsroom's work.
        "author": [author(one, identity) for one in page.authors]
        or [named("Organization", identity.name, identity.url(""))],
        "publisher": named("Organization", identity.name),
        "isBasedOn": _originals(page),
        # With several sources, nobody knows whose address it is.
        "citation": page.link if len(page.source) > 1 else "",
        "correction": [_correction(note) for note in page.notes if note.kind in CORRECTIONS],
        "articleSection": page.section.text if page.section else "",
    }


def _image(page: BriefPage, identity: Identity) -> Data | str:
    """Return the photo with its owner, else the address of the brief's card. An address as rights is a licence."""
    photo = page.photo
    if photo is None:
        card = identity.cards.picture(page) if identity.cards else None
        return identity.url(card.url) if card else ""
    url = identity.url(photo.large.url)
    licensed = is_web_address(photo.rights)
    whole = {
        "@type": "ImageObject",
        "url": url,
        "width": photo.large.width,
        "height": photo.large.height,
        "caption": photo.caption,
        "creditText": photo.credit,
        "copyrightNotice": photo.rights if stated().is_notice(photo.rights) else "",
        "license": photo.rights if licensed else "",
    }
    return whole if url else ""


def _originals(page: BriefPage) -> list[Data]:
    """Return the articles that the brief was made from."""
    works = [{"@type": "CreativeWork", "publisher": named("Organization", name)} for name in page.source]
    if page.link and len(works) < 2:
        return [{**(works[0] if works else {"@type": "CreativeWork"}), "url": page.link}]
    return works


def _correction(note: NoteView) -> Data:
    return {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.iso if note.date else ""}
