"""Agencies' files: ninjs, NewsML-G2, NewsML 1, NITF, feeds, and e-mails; one file may hold several articles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from newsbrief import rules
from newsbrief.intake.wire import values
from newsbrief.intake.wire.prolog import root_name
from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsbrief.intake.wire.item import Item

    # Makes an item when it is asked, so that one that is refused costs only itself.
    Maker = Callable[[], Item]

# Whatever begins like this is XML, even if no form of ours is in it.
XML = re.compile(r"\s*<(?:\?xml\b|!DOCTYPE\s+(?!html\b))", re.IGNORECASE)
RSS, ATOM = frozenset({"rss", "rdf", "channel", "item"}), frozenset({"feed", "entry"})
# The parts of an item stand alone in documentation and with broken senders.
G2 = frozenset(
    (
        *("newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem"),
        *("contentset", "contentmeta", "itemmeta", "inlinexml"),
    )
)
FORMS = RSS | ATOM | G2 | {"newsml", "nitf"}
BEGINS_TAG = re.compile(r"\s*<[A-Za-z!?]")
START = 4_000


def form(text: str) -> str:
    """Which form of an agency's file a text is in: "json" or "xml"; "" for neither.

    No more is looked at than its beginning. E-mails are told by their bytes (`mail.begins`).
    """
    if values.begins(text[:START]):
        return "json"
    if not BEGINS_TAG.match(text[:START]):
        return ""
    name = root_name(text)
    if name == "html":
        return ""
    return "xml" if XML.match(text[:START]) or name in FORMS else ""


def read(text: str, kind: str, lang: str) -> tuple[Article, ...]:
    """The articles of a file of JSON or XML, in order. Raises RefusedError where it holds none."""
    found: list[Article] = []
    refused: list[RefusedError] = []
    for item in _json(text) if kind == "json" else _xml(text):
        try:
            found.append(_article(item, lang))
        except RefusedError as error:
            refused.append(error)
    if not found:
        raise _none(refused)
    return tuple(found)


def _none(refused: list[RefusedError]) -> RefusedError:
    """Why a file without articles holds none, in one line."""
    if not refused:
        return RefusedError((0, "not an article: the file holds no item of news"))
    line, reason = refused[0].reasons[0]
    more = len(refused) - 1
    return RefusedError((line, f"{reason}; so with {more} more in this file" if more else reason))


def _article(make: Maker, lang: str) -> Article:
    from newsbrief.intake.wire.item import article

    item = make()
    return article(item, rules.load(rules.known(item.lang) or lang))


def _json(text: str) -> Iterator[Maker]:
    from newsbrief.intake.wire import feeds, ninjs

    value = values.parsed(text)
    if isinstance(value, dict) and feeds.is_json_feed(value):
        yield from _made(feeds.json_feed(value))
    else:
        yield from (partial(ninjs.read, record) for record in ninjs.found(value))


def _xml(text: str) -> Iterator[Maker]:
    from newsbrief.intake.wire import feeds, newsml1, nitf, tree

    root = tree.parsed(text)
    name = tree.local(root)
    if name == "nitf":
        yield partial(nitf.read, root)
    elif name in RSS:
        yield from _made(feeds.rss(root))
    elif name in ATOM:
        yield from _made(feeds.atom(root))
    elif name == "newsml":
        yield from (partial(newsml1.read, *one) for one in newsml1.found(root))
    elif name in G2:
        yield from _g2(root)
    else:
        reason = f"not an article: XML of a kind that the desk does not read (“{name[:60]}”)"
        raise RefusedError((root.sourceline or 0, reason))


def _g2(root: _Element) -> Iterator[Maker]:
    """The items of a message; a picture that travels with one text goes with it."""
    from newsbrief.intake.wire import newsml

    items = list(newsml.found(root))
    pictures = [photo for one in items if (photo := newsml.picture(one))]
    alone = len(items) == len(pictures) + 1

    def make(one: _Element) -> Item:
        item = newsml.read(one)
        return replace(item, photo=item.photo or pictures[0]) if alone and pictures else item

    yield from (partial(make, one) for one in items)


def _made(items: Iterable[Item]) -> Iterator[Maker]:
    for item in items:
        yield lambda item=item: item  # type: ignore[misc]
