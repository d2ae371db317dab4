"""NewsArticle (schema.org), with the fields that news search asks for as far as a brief has them.

The fields: Google's "Article structured data" and schema.org/NewsArticle.
"""

from __future__ import annotations

from newsbrief.model.address import is_web_address
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import NoteView
from newsbrief.publish.identity import Identity
from newsbrief.publish.structured.things import Data, author, named, stated
from newsbrief.publish.trail import shortened

CORRECTIONS = ("correction", "clarification")


def news_article(page: BriefPage, identity: Identity) -> Data:
    """A brief. Dates are instants with their zone, or days where nobody wrote down more.

    What the page's head has already is left out (its address, language, topics, summary), and the publisher's address
    and logo, which the front page has: readers wait for each byte.
    """
    return {
        "@type": "NewsArticle",
        "headline": shortened(page.headline),
        "image": _image(page, identity),
        "datePublished": page.published_iso,
        "dateModified": page.modified_iso,
        "dateline": page.dateline,
        # Without a byline a brief is the newsroom's work.
        "author": [author(one, identity) for one in page.authors]
        or [named("Organization", identity.name, identity.url(""))],
        "publisher": named("Organization", identity.name),
        "isBasedOn": _originals(page),
        # Where several sources are named, nobody knows whose the address is.
        "citation": page.link if len(page.source) > 1 else "",
        "correction": [_correction(note) for note in page.notes if note.kind in CORRECTIONS],
        "articleSection": page.section.text if page.section else "",
    }


def _image(page: BriefPage, identity: Identity) -> Data | str:
    """The photo with whose it is, else the address of the brief's card. An address as rights is that of a licence."""
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
    """The articles that the brief was made from."""
    works = [{"@type": "CreativeWork", "publisher": named("Organization", name)} for name in page.source]
    if page.link and len(works) < 2:
        return [{**(works[0] if works else {"@type": "CreativeWork"}), "url": page.link}]
    return works


def _correction(note: NoteView) -> Data:
    return {"@type": "CorrectionComment", "text": note.text, "datePublished": note.date.iso if note.date else ""}
