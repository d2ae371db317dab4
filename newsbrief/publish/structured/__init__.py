"""What a page says to machines: schema.org as JSON-LD. Only what the page itself shows to people."""

from __future__ import annotations

import json

from newsbrief.model.pages import BriefPage, FrontPage, ListingPage, PersonPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.stories import StoriesPage, StoryPage
from newsbrief.publish.identity import Identity
from newsbrief.publish.structured import article, lists, people, quotation
from newsbrief.publish.structured.things import Data, filled

# One line, as it is written.
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def of_page(model: object, identity: Identity) -> str:
    """JSON-LD for a page model, or "" for a page that has none, or that is not published.

    What the page is about, and behind it the way to the page from the front page.
    """
    if not _told(model):
        return ""
    found = [one for one in (_about(model, identity), lists.breadcrumbs(model, identity)) if one]
    if not found:
        return ""
    return _written(found[0] if len(found) == 1 else {"@graph": found})


def _told(model: object) -> bool:
    if isinstance(model, BriefPage):
        return model.status == "published"
    return not (isinstance(model, QuotePage) and model.quote.review)


def _about(model: object, identity: Identity) -> Data:
    if isinstance(model, BriefPage):
        return article.news_article(model, identity)
    if isinstance(model, QuotePage):
        return quotation.quotation(model, identity)
    if isinstance(model, PersonPage | ListingPage) and model.sheet.number:
        return {}  # older quotes or briefs, a page behind the one that says whose they are
    if isinstance(model, PersonPage):
        return people.person_page(model, identity)
    if isinstance(model, ListingPage) and model.kind == "author":
        return people.author_page(model, identity)
    if isinstance(model, ListingPage | StoryPage):
        return lists.collection(model, identity)
    if isinstance(model, StoriesPage):
        return lists.stories(model, identity)
    return lists.website(identity) if isinstance(model, FrontPage) else {}


def _written(data: Data) -> str:
    """One line of JSON that no HTML parser can mistake for markup."""
    whole = filled({"@context": "https://schema.org", **data})
    text = COMPACT.encode(whole)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
