"""What a page says to machines: schema.org as JSON-LD. Only what the page itself shows to people."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsbrief.model.pages import BriefPage, PersonPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.views import DateText
from newsbrief.publish.links import Links

Data = dict[str, Any]


def of_page(model: object, site_name: str, links: Links) -> str:
    """JSON-LD for a page model, or "" for a kind that has none, or that is not published."""
    if isinstance(model, BriefPage) and model.status == "published":
        return _written(_article(model, site_name, links))
    if isinstance(model, QuotePage) and not model.quote.review:
        return _written(_quotation(model, links))
    if isinstance(model, PersonPage) and not model.sheet.number:
        return _written(_person(model, links))
    return ""


def _article(page: BriefPage, site_name: str, links: Links) -> Data:
    """NewsArticle (schema.org), with the fields that news search asks for as far as a brief has them."""
    modified = page.modified or page.published
    return {
        "@type": "NewsArticle",
        "headline": page.headline,
        "description": page.summary,
        "datePublished": page.published.iso,
        "dateModified": modified.iso,
        "inLanguage": page.lang,
        "dateline": page.dateline,
        "author": [_by(author.text) for author in page.authors],
        "publisher": {"@type": "Organization", "name": site_name},
        "isBasedOn": _original(page),
        "articleSection": page.section.text if page.section else "",
        "keywords": [topic.text for topic in page.topics],
        "mentions": [_named("Person", line.person.text) for line in page.people],
        "url": links.canonical(page.url),
        "mainEntityOfPage": links.canonical(page.url),
    }


def _original(page: BriefPage) -> list[Data]:
    """The article that the brief was made from; where several sources are named, nobody knows whose the address is."""
    works = [{"@type": "CreativeWork", "publisher": _named("Organization", name)} for name in page.source]
    if page.link and len(works) < 2:
        return [{**(works[0] if works else {"@type": "CreativeWork"}), "url": page.link}]
    return [*works, {"@type": "CreativeWork", "url": page.link}] if page.link else works


def _quotation(page: QuotePage, links: Links) -> Data:
    said = page.quote
    when: DateText | None = said.day
    return {
        "@type": "Quotation",
        "text": " … ".join(said.parts),
        "creator": {**_named("Person", said.speaker.text), "jobTitle": said.role},
        "dateCreated": when.iso if when else "",
        "datePublished": said.published.iso,
        "isPartOf": {"@type": "NewsArticle", "headline": said.brief.text, "url": links.canonical(said.brief.url or "")},
        "url": links.canonical(page.url),
    }


def _person(page: PersonPage, links: Links) -> Data:
    return {
        **_named("Person", page.name),
        "alternateName": list(page.also),
        "jobTitle": page.roles[0].role if page.roles else "",
        "url": links.canonical(page.url),
    }


def _by(name: str) -> Data:
    # A byline without a person behind it ("Staff") is the newsroom's.
    return _named("Person" if " " in name else "Organization", name)


def _named(kind: str, name: str) -> Data:
    return {"@type": kind, "name": name}


def _written(data: Mapping[str, Any]) -> str:
    """One line of JSON that no HTML parser can mistake for markup."""
    text = json.dumps(_filled({"@context": "https://schema.org", **data}), ensure_ascii=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _filled(value: Any) -> Any:
    """Without what is empty."""
    if isinstance(value, dict):
        return {key: _filled(found) for key, found in value.items() if found not in ("", [], None)}
    return [_filled(one) for one in value] if isinstance(value, list) else value
