"""schema.org as JSON-LD: for machines, only what the page shows to people."""

from __future__ import annotations

import json

from newsbrief.model.pages import BriefPage, FrontPage, ListingPage, PersonPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.stories import StoriesPage, StoryPage
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.structured import article, lists, people, quotation
from newsbrief.site.render.structured.things import Data, filled

# One line without spaces.
COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def of_page(model: object, identity: Identity) -> str:
    """Return JSON-LD for a page model; "" for a page that has none or is not published.

    It says what the page is about, and its breadcrumbs.
    """
    if not _is_public(model):
        return ""
    found = [one for one in (_about(model, identity), lists.breadcrumb_list(model, identity)) if one]
    if not found:
        return ""
    return _written(found[0] if len(found) == 1 else {"@graph": found})


def _is_public(model: object) -> bool:
    if isinstance(model, BriefPage):
        return model.status == "published"
    return not (isinstance(model, QuotePage) and model.quote.review)


def _about(model: object, identity: Identity) -> Data:
    if isinstance(model, BriefPage):
        return article.news_article(model, identity)
    if isinstance(model, QuotePage):
        return quotation.quotation(model, identity)
    if isinstance(model, PersonPage | ListingPage) and model.sheet.number:
        return {}  # older quotes or briefs: the first page says whose they are
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
    """Return one line of JSON that no HTML parser can mistake for markup."""
    whole = filled({"@context": "https://schema.org", **data})
    text = COMPACT.encode(whole)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
