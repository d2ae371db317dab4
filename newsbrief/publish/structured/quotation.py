"""Quotation (schema.org): who said which words, when they were published, and in which brief."""

from __future__ import annotations

from newsbrief.model.quotes import BETWEEN_PARTS, QuotePage
from newsbrief.publish.identity import Identity
from newsbrief.publish.structured.things import Data, speaker
from newsbrief.publish.trail import shortened


def quotation(page: QuotePage, identity: Identity) -> Data:
    """A quote. `spokenByCharacter` is whom the article says to have said it, `creator` whose words they are."""
    said = page.quote
    brief = identity.url(said.brief.url)
    who = speaker(said.speaker, identity, said.role)
    return {
        "@type": "Quotation",
        "text": BETWEEN_PARTS.join(said.parts),
        "url": identity.url(page.url),
        "spokenByCharacter": who,
        "creator": who,
        "dateCreated": said.day.iso if said.day else "",
        "datePublished": said.published.iso,
        "isPartOf": {"@type": "NewsArticle", "headline": shortened(said.brief.text), "url": brief},
    }
