"""What schema.org knows and what Google asks for, for the types that pages use: facts, looked up in their documents.

schema.org (release 29) names the properties of each type; Google's "Article", "Breadcrumb", "Profile page", "Carousel"
and "Site names" pages name those that its search needs or recommends.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

THING = {
    "additionalType", "alternateName", "description", "disambiguatingDescription", "identifier", "image",
    "mainEntityOfPage", "name", "owner", "potentialAction", "sameAs", "subjectOf", "url",
}  # fmt: skip
CREATIVE_WORK = THING | {
    "about", "abstract", "acquireLicensePage", "author", "citation", "comment", "contentLocation", "contributor",
    "copyrightHolder", "copyrightNotice", "copyrightYear", "correction", "creator", "creditText", "dateCreated",
    "dateModified", "datePublished", "editor", "genre", "hasPart", "headline", "inLanguage", "isAccessibleForFree",
    "isBasedOn", "isPartOf", "keywords", "license", "locationCreated", "mainEntity", "mentions", "provider",
    "publisher", "publishingPrinciples", "sdLicense", "sourceOrganization", "spatial", "temporal", "text",
    "thumbnailUrl", "translationOfWork", "usageInfo", "version",
}  # fmt: skip
ARTICLE = CREATIVE_WORK | {"articleBody", "articleSection", "backstory", "pageEnd", "pageStart", "pagination",
                           "speakable", "wordCount"}  # fmt: skip
WEB_PAGE = CREATIVE_WORK | {"breadcrumb", "lastReviewed", "mainContentOfPage", "primaryImageOfPage", "relatedLink",
                            "reviewedBy", "significantLink", "speakable", "specialty"}  # fmt: skip
ITEM_LIST = THING | {"aggregateElement", "itemListElement", "itemListOrder", "numberOfItems"}
PROPERTIES: dict[str, set[str]] = {
    "NewsArticle": ARTICLE | {"dateline", "printColumn", "printEdition", "printPage", "printSection"},
    "CreativeWork": CREATIVE_WORK,
    "ImageObject": CREATIVE_WORK | {"caption", "contentUrl", "embeddedTextCaption", "exifData", "height", "width"},
    "CorrectionComment": CREATIVE_WORK | {"downvoteCount", "parentItem", "sharedContent", "upvoteCount"},
    "Quotation": CREATIVE_WORK | {"spokenByCharacter"},
    "WebSite": CREATIVE_WORK | {"issn"},
    "CollectionPage": WEB_PAGE,
    "ProfilePage": WEB_PAGE,
    "WebPage": WEB_PAGE,
    "ItemList": ITEM_LIST,
    "BreadcrumbList": ITEM_LIST,
    "ListItem": THING | {"item", "nextItem", "position", "previousItem"},
    # "query-input" is schema.org's own way to write a parameter (schema.org/docs/actions.html).
    "SearchAction": THING | {"actionStatus", "object", "query", "query-input", "result", "target"},
    "EntryPoint": THING | {"actionApplication", "actionPlatform", "contentType", "encodingType", "httpMethod",
                           "urlTemplate"},
    "Person": THING | {"additionalName", "affiliation", "familyName", "givenName", "hasOccupation", "honorificPrefix",
                       "jobTitle", "knowsAbout", "memberOf", "nationality", "worksFor"},
    "Organization": THING | {"correctionsPolicy", "department", "ethicsPolicy", "founder", "legalName", "logo",
                             "member", "memberOf", "parentOrganization", "publishingPrinciples"},
}  # fmt: skip
# What each must have here: what Google requires, and of what it recommends all that a page can have.
NEEDED: dict[str, set[str]] = {
    "NewsArticle": {"headline"},
    "CorrectionComment": {"text"},
    "Quotation": {"text", "spokenByCharacter", "creator", "datePublished", "isPartOf", "url"},
    "WebSite": {"name", "url", "publisher"},
    "CollectionPage": {"name", "url", "mainEntity"},
    "ProfilePage": {"mainEntity"},
    "WebPage": {"mainEntity"},
    "ItemList": {"itemListElement"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name"},
    "Person": {"name"},
    "Organization": {"name"},
    "CreativeWork": set(),
    "ImageObject": {"url", "width", "height", "creditText"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
}
# An article that is the page's own subject, and not only named on it.
OWN_ARTICLE = {"image", "datePublished", "dateModified", "author", "publisher"}
ADDRESSES = {"urlTemplate", "url", "image", "logo", "item", "citation"}
DATES = {"datePublished", "dateModified", "dateCreated"}
LONGEST_HEADLINE, FEWEST_STEPS = 110, 2


@dataclass(frozen=True)
class Fault:
    """Where it is wrong, and why."""

    place: str
    reason: str


def faults(data: Any, place: str = "") -> Iterator[Fault]:
    """All that is wrong with a block of JSON-LD."""
    if data.get("@context") != "https://schema.org":
        yield Fault(place, "no @context")
    for top in data.get("@graph", [data]):
        yield from _thing({key: value for key, value in top.items() if key != "@context"}, place, top=True)


def _thing(thing: dict[str, Any], place: str, top: bool = False) -> Iterator[Fault]:
    kind = thing.get("@type", "")
    here = f"{place}/{kind}"
    if kind not in PROPERTIES:
        yield Fault(here, f"unknown type {kind!r}")
        return
    for name in set(thing) - PROPERTIES[kind] - {"@type"}:
        yield Fault(here, f"{kind} has no {name}")
    needed = NEEDED[kind] | (OWN_ARTICLE if kind == "NewsArticle" and top else set())
    for name in needed - set(thing):
        yield Fault(here, f"no {name}")
    yield from _rules(kind, thing, here)
    for name, value in thing.items():
        for one in value if isinstance(value, list) else [value]:
            yield from _thing(one, f"{here}.{name}") if isinstance(one, dict) else _value(name, one, here, top)


def _value(name: str, value: Any, here: str, top: bool) -> Iterator[Fault]:
    if value in ("", None):
        yield Fault(here, f"{name} is empty")
    if name in ADDRESSES and not (urlsplit(value).scheme in ("http", "https") and urlsplit(value).netloc):
        yield Fault(here, f"{name} is not absolute: {value}")
    # A day alone has no zone to tell.
    instant = name in DATES and top and here.endswith("/NewsArticle") and "T" in value
    if instant and dt.datetime.fromisoformat(value).tzinfo is None:
        yield Fault(here, f"{name} has no zone: {value}")


def _rules(kind: str, thing: dict[str, Any], here: str) -> Iterator[Fault]:
    if kind == "NewsArticle" and len(thing.get("headline", "")) > LONGEST_HEADLINE:
        yield Fault(here, "the headline is too long")
    if kind in ("ItemList", "BreadcrumbList"):
        rows = thing.get("itemListElement", [])
        if [row.get("position") for row in rows] != list(range(1, len(rows) + 1)):
            yield Fault(here, "positions are not counted from 1")
        steps = rows[:-1] if kind == "BreadcrumbList" else rows  # the last may be the page itself
        if not all("item" in row or "url" in row for row in steps):
            yield Fault(here, "a row without an address")
    if kind == "BreadcrumbList" and len(thing.get("itemListElement", [])) < FEWEST_STEPS:
        yield Fault(here, "a way of one step")
    if kind == "ProfilePage" and thing.get("mainEntity", {}).get("@type") not in ("Person", "Organization"):
        yield Fault(here, "a profile of neither a person nor an organisation")
