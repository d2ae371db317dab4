"""Quotation (schema.org): who said which words, when they were published, and in which brief."""

from __future__ import annotations

from newsbrief.model.quotes import BETWEEN_PARTS, QuotePage
from newsbrief.site.render.breadcrumbs import shortened
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.structured.things import Data, speaker


def quotation(page: QuotePage, identity: Identity) -> Data:
    """Return a quote.

    `spokenByCharacter` is who said it according to the article; `creator` is whose words they are.
    """
    said = page.quote
    who = speaker(said.speaker, identity, said.role)
    return {
        "@type": "Quotation",
        "text": BETWEEN_PARTS.join(said.parts),
        "url": identity.url(page.url),
        "spokenByCharacter": who,
        "creator": who,
        "dateCreated": said.day.iso if said.day else "",
        "datePublished": said.published.iso,
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": shortened(said.brief.text),
            "url": identity.url(said.brief.url),
        },
    }
