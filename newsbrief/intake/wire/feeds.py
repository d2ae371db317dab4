"""Feeds: Atom, RSS 2.0 and its elders, and JSON Feed, with the whole text of their items or what they have of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element

from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import Block, is_markup, of_html, of_tree
from newsbrief.intake.wire.times import first_of, instant
from newsbrief.intake.wire.tree import attribute, every, first, local, words
from newsbrief.intake.wire.values import Record, records, text_of, texts
from newsbrief.intake.wire.values import first as first_text
from newsbrief.model.article import Photo

CONTENT, DUBLIN, MEDIA = "purl.org/rss/1.0/modules/content", "purl.org/dc/", "search.yahoo.com/mrss"
MAILBOX = re.compile(
    r"^\s*\S+@\S+\s*\((?P<name>[^()]{2,80})\)\s*$|^\s*(?P<other>[^<>@]{2,80}?)\s*<[^<>\s]+@[^<>\s]+>\s*$"
)
BARE_MAILBOX = re.compile(r"^\s*\S+@\S+\s*$")
JSON_FEED = "jsonfeed.org/version/"


def is_json_feed(value: object) -> bool:
    """Whether a parsed JSON file is a JSON Feed."""
    return (
        isinstance(value, dict) and JSON_FEED in text_of(value.get("version")) and isinstance(value.get("items"), list)
    )


def rss(root: _Element) -> Iterator[Item]:
    """The items of an RSS feed; those of RSS 1.0 stand beside their channel."""
    channel = first(root, "channel")
    holders = [root] if local(root) == "item" else [one for one in (channel, root) if one is not None]
    items = [root] if local(root) == "item" else [item for holder in holders for item in every(holder, "item")]
    yield from (_rss_item(item, channel) for item in items)


def _rss_item(item: _Element, channel: _Element | None) -> Item:
    whole = _of(item, "encoded", CONTENT)
    description = _own(item, "description")
    given = _marked_up(whole) if whole is not None else _marked_up(description)
    guid, link = words(first(item, "guid")), words(_own(item, "link"))
    authors = [words(one) for one in every(item, "creator")] or [words(one) for one in every(item, "author")]
    updated = first_of(*(words(first(item, name)) for name in ("updated", "modified")))
    date = first_of(*(words(first(item, name)) for name in ("pubdate", "published", "date", "issued")))
    from_other, feed = words(first(item, "source")), words(_own(channel, "title"))
    rights = first(item, "rights")
    return Item(
        headline=_unmarked(words(_own(item, "title"))),
        blocks=given,
        name=guid or link or attribute(item, "about"),
        sent=updated or date,
        date=date or updated,
        authors=tuple(filter(None, map(person, authors))),
        source=tuple(filter(None, (from_other or feed,))),
        lang=words(first(item, "language")) or words(first(channel, "language")),
        link=link or (guid if attribute(first(item, "guid"), "ispermalink").lower() != "false" else ""),
        topics=tuple(Topic(words(one), attribute(one, "domain")) for one in every(item, "category")),
        summary=_joined(_marked_up(description)) if whole is not None and description is not None else "",
        copyright=(words(rights) if rights is not None else words(first(channel, "copyright")),),
        photo=_photo(item),
        teaser=whole is None and len(given) < 2,
    )


def atom(root: _Element) -> Iterator[Item]:
    """The entries of an Atom feed, or one by itself."""
    entries = [root] if local(root) == "entry" else every(root, "entry")
    feed = None if local(root) == "entry" else root
    yield from (_entry(entry, feed) for entry in entries)


def _entry(entry: _Element, feed: _Element | None) -> Item:
    content, summary = first(entry, "content"), first(entry, "summary")
    whole = _construct(content) if content is not None and not attribute(content, "src") else ()
    brief = _construct(summary)
    published, updated = (words(first(entry, name)) for name in ("published", "updated"))
    names = [words(first(one, "name")) or words(one) for one in every(entry, "author")]
    names = names or ([words(first(one, "name")) for one in every(feed, "author")] if feed is not None else [])
    own = first(entry, "source", "title")
    rights = words(first(entry, "rights")) or words(first(feed, "rights"))
    return Item(
        headline=_joined(_construct(first(entry, "title"))),
        blocks=whole or brief,
        name=words(first(entry, "id")),
        sent=instant(updated),
        date=first_of(published, updated),
        authors=tuple(filter(None, map(person, names))),
        source=tuple(filter(None, (words(own if own is not None else first(feed, "title")),))),
        lang=attribute(content, "lang") or attribute(entry, "lang") or attribute(feed, "lang"),
        link=_alternate(entry),
        topics=tuple(
            Topic(
                attribute(one, "label") or attribute(one, "term"),
                f"{attribute(one, 'scheme')}/{attribute(one, 'term')}",
            )
            for one in every(entry, "category")
        ),
        summary=_joined(brief) if whole else "",
        copyright=(rights,),
        photo=_photo(entry),
        teaser=not whole,
    )


def json_feed(feed: Record) -> Iterator[Item]:
    """The items of a JSON Feed."""
    for _, one in records(feed.get("items")):
        marked, plain = first_text(one, "content_html"), first_text(one, "content_text")
        summary = first_text(one, "summary")
        published, updated = instant(first_text(one, "date_published")), instant(first_text(one, "date_modified"))
        people = one.get("authors") or one.get("author") or feed.get("authors") or feed.get("author")
        yield Item(
            headline=first_text(one, "title"),
            blocks=of_html(marked),
            text="" if marked else plain or summary,
            name=first_text(one, "id", "url"),
            sent=updated or published,
            date=published or updated,
            authors=texts(people, "name"),
            source=texts(feed.get("title")),
            lang=first_text(one, "language") or first_text(feed, "language"),
            link=first_text(one, "url", "external_url"),
            topics=tuple(map(Topic, texts(one.get("tags")))),
            summary=summary if marked or plain else "",
            teaser=not (marked or plain),
        )


def person(said: str) -> str:
    """The name in an author's field, in which RSS wants an address; "" for an address alone."""
    match = MAILBOX.match(said)
    if match:
        return (match["name"] or match["other"]).strip(' "')
    return "" if BARE_MAILBOX.match(said) else said


def _own(item: _Element | None, name: str) -> _Element | None:
    """A child with words that is RSS's own rather than Media RSS's, Atom's or iTunes'."""
    found = [one for one in every(item, name) if words(one)] if item is not None else []
    found.sort(key=lambda one: str(one.tag).startswith("{") and "purl.org/rss/" not in str(one.tag))
    return found[0] if found else None


def _of(item: _Element, name: str, namespace: str) -> _Element | None:
    """A child of some namespace, or of none that is known by its name alone."""
    found = list(every(item, name))
    return next((one for one in found if namespace in str(one.tag)), found[0] if found else None)


def _marked_up(element: _Element | None) -> tuple[Block, ...]:
    """Escaped HTML, or elements as they are."""
    if element is None:
        return ()
    if len(element):
        return of_tree(element)
    return of_html(element.text or "")


def _construct(element: _Element | None) -> tuple[Block, ...]:
    """Text, escaped HTML or XHTML, as the element's type says."""
    if element is None:
        return ()
    kind = attribute(element, "type").lower()
    if len(element):
        return of_tree(element)
    said = element.text or ""
    if kind in ("", "text", "text/plain") and not (kind == "" and is_markup(said)):
        parts = re.split(r"\n[ \t]*\n", said)
        return tuple(Block("", " ".join(part.split())) for part in parts if part.strip())
    return of_html(said)


def _joined(blocks: tuple[Block, ...]) -> str:
    return " ".join(block.text for block in blocks)


def _unmarked(words: str) -> str:
    return _joined(of_html(words)) if is_markup(words) else words


def _alternate(entry: _Element) -> str:
    links = list(every(entry, "link"))
    links.sort(key=lambda one: attribute(one, "rel").lower() not in ("", "alternate"))
    return attribute(links[0], "href") if links and attribute(links[0], "rel").lower() in ("", "alternate") else ""


def _photo(item: _Element) -> Photo | None:
    """What a feed's picture says of itself (Media RSS)."""
    holders = [item, *every(item, "group"), *(one for one in item if local(one) == "content" and MEDIA in str(one.tag))]
    for holder in holders:
        said = {
            name: next((words(one) for one in every(holder, name) if MEDIA in str(one.tag)), "")
            for name in ("credit", "copyright", "description")
        }
        if said["credit"]:
            return Photo(said["credit"], said["copyright"], _unmarked(said["description"]))
    return None
