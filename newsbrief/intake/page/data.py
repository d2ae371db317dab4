"""JSON-LD: what a page says about itself to machines (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]

ARTICLE = re.compile(r"(?:Article|(?:Blog|SocialMedia|DiscussionForum)Posting|Report)$")
PAGES = frozenset({"WebPage", "ItemPage"})
OUTLETS = frozenset({"Organization", "NewsMediaOrganization", "WebSite", "Corporation"})
# Deeper or longer than this is no description of an article.
DEEPEST, MOST, LONGEST = 12, 5_000, 3_000_000
WRAPPED = re.compile(
    r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[)|(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|;)\s*$"
)
# Where an article holds others: what stands in these is about them.
APART = frozenset(
    (
        *("isPartOf", "hasPart", "itemListElement", "mentions", "about", "relatedLink", "significantLink", "comment"),
        *("citation", "isBasedOn", "publisher", "author", "creator", "image", "video", "liveBlogUpdate"),
    )
)


def items(scripts: Iterable[str]) -> tuple[Item, ...]:
    """All objects of a page's JSON-LD scripts in order; an address of one stands for the object that it names."""
    found: list[Item] = []
    for script in scripts:
        found += _objects(_parsed(script), MOST - len(found))
    named = {item["@id"]: item for item in found if isinstance(item.get("@id"), str) and len(item) > 1}
    return tuple({key: _resolved(value, named) for key, value in item.items()} for item in found)


def kinds(item: Item) -> frozenset[str]:
    """An object's schema.org types."""
    value = item.get("@type")
    return frozenset(str(kind).rsplit("/", 1)[-1] for kind in (value if isinstance(value, list) else [value]))


def articles(found: Sequence[Item], titles: Iterable[str]) -> tuple[Item, ...]:
    """Those that describe an article, those with one of the given titles first."""
    about = [item for item in found if any(ARTICLE.search(kind) for kind in kinds(item))]
    wanted = {_bare(title) for title in titles if title}
    return tuple(sorted(about, key=lambda item: _bare(text(item.get("headline"))) not in wanted))


def text(value: object) -> str:
    """A text of JSON-LD: a string, the first of a list of strings, or the value of `@value`."""
    if isinstance(value, list):
        value = next(iter(value), "")
    if isinstance(value, Mapping):
        value = value.get("@value") or value.get("name")
    return html.unescape(value).strip() if isinstance(value, str) else ""


def names(value: object) -> list[str]:
    """The names of a person, an organisation or several of them."""
    listed = value if isinstance(value, list) else [value]
    found: list[str] = []
    for one in listed:
        if isinstance(one, Mapping):
            name = one.get("name")
            found += [text(each) for each in (name if isinstance(name, list) else [name])]
        else:
            found.append(text(one))
    return [name for name in found if name]


def _bare(title: str) -> str:
    return "".join(sign for sign in title.casefold() if sign.isalnum())


def _parsed(script: str) -> object:
    """What a script holds; None if it is no JSON."""
    if len(script) > LONGEST:
        return None
    source = WRAPPED.sub("", WRAPPED.sub("", script))
    for attempt in (source, html.unescape(source)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object, room: int) -> list[Item]:
    """The objects in a value, outermost first, without those that are about something else."""
    found: list[Item] = []
    waiting: list[tuple[object, int]] = [(value, 0)]
    while waiting and len(found) < room:
        one, depth = waiting.pop(0)
        if isinstance(one, list):
            waiting[:0] = [(each, depth) for each in one[:room]]
        elif isinstance(one, dict) and depth < DEEPEST:
            found.append(one)
            waiting[:0] = [(each, depth + 1) for key, each in one.items() if key not in APART and _holds(each)]
    return found


def _holds(value: object) -> bool:
    return isinstance(value, dict | list)


def _resolved(value: object, named: Mapping[str, Item]) -> object:
    """A mere address as the object that has it; other values as they are."""
    if isinstance(value, list):
        return [one if isinstance(one, list) else _resolved(one, named) for one in value]
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not set(value) & {"name", "url", "headline"}:
        return {**named.get(value["@id"], {}), **value}
    return value


def pictures(item: Item) -> Iterator[Item]:
    """The objects that describe an article's pictures; a mere address becomes `{"url": …}`."""
    for key in ("image", "primaryImageOfPage", "thumbnail"):
        value = item.get(key)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield {"url": one}
            elif isinstance(one, Mapping):
                yield one
