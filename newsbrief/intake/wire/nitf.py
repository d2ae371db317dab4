"""NITF, the News Industry Text Format: by itself, or inside a NewsML item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element
from msgspec import Struct

from newsbrief.intake.text.lines import one_line
from newsbrief.intake.wire.bodies import Body
from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import of_tree
from newsbrief.intake.wire.times import first_of, instant, waits
from newsbrief.intake.wire.tree import attribute, every, first, within, words
from newsbrief.model.article import Photo

STANDING = {"canceled": "canceled", "cancelled": "canceled", "kill": "canceled", "killed": "canceled"}
WITHHELD = frozenset({"withheld", "hold", "advance"})
# Where a paragraph of credits stands instead of in the head.
SIGNED = re.compile(r"[^\W\d_a-z][\w&’' -]*(?:/[^\W\d_a-z][\w&’' -]*)?")
CREDIT_METADATA = frozenset({"credit", "byline", "source", "photographer"})


class Byline(Struct, frozen=True):
    """The words of a byline without its title, and the title."""

    name: str
    title: str


def read(root: _Element) -> Item:
    """A whole NITF document."""
    head, body = first(root, "head"), first(root, "body")
    docdata, top = first(head, "docdata"), first(body, "body.head")
    text = body_of(root)
    issued = attribute(first(docdata, "date.issue"), "norm")
    released = instant(attribute(first(docdata, "date.release"), "norm"))
    published = first_of(issued, _story_date(top), attribute(first(docdata, "date.release"), "norm"), *_printed(head))
    managed = attribute(docdata, "management-status").lower()
    bylines = _bylines(top, body)
    return Item(
        headline=_headline(root),
        blocks=text.blocks,
        text=text.text,
        name=_name(docdata),
        version=attribute(first(docdata, "du-key"), "version") or attribute(first(docdata, "du-key"), "generation"),
        sent=first_of(issued, attribute(first(docdata, "date.release"), "norm")),
        date=published,
        authors=tuple(one.name or one.title for one in bylines if one.name or one.title),
        source=_sources(docdata, head, top),
        dateline=_dateline(next(within(root, "dateline"), None)),
        lang=attribute(root, "lang", "baselang") or attribute(body, "lang"),
        topics=tuple(_topics(head, docdata)),
        summary=words(first(top, "abstract")),
        usage=tuple(
            filter(None, (attribute(first(docdata, "doc.rights"), "limitations"), words(first(top, "rights"))))
        ),
        copyright=tuple(_copyright(docdata, top)),
        # A release after the issue is one that has to be waited for.
        embargo=released if waits(released, instant(issued)) or managed == "embargoed" else "",
        lifted=managed == "embargoed" and not released,
        notes=tuple(_notes(docdata, top, body)),
        standing=STANDING.get(managed, "withheld" if managed in WITHHELD else ""),
        photo=_photo(body),
    )


def body_of(root: _Element) -> Body:
    """The text of a NITF element; some leave out `body.content`, or `body` itself."""
    content = next(within(root, "body.content"), None)
    if content is None:
        content = first(root, "body")
    return Body(of_tree(content if content is not None else root), lang=attribute(root, "lang"))


def _headline(root: _Element) -> str:
    hedline = next(within(root, "hedline"), None)
    main = words(first(hedline, "hl1")) or words(hedline)
    return main or words(first(root, "head", "title")) or words(next(within(root, "hl1", "hl2"), None))


def _name(docdata: _Element | None) -> str:
    """The document's name with that of who gave it; the same for all its versions."""
    element = first(docdata, "doc-id")
    name = attribute(element, "id-string") or words(element) or attribute(first(docdata, "du-key"), "key")
    giver = attribute(element, "regsrc")
    return f"{giver}:{name}" if name and giver else name


def _story_date(top: _Element | None) -> str:
    element = next(within(top, "story.date"), None) if top is not None else None
    return attribute(element, "norm")


def _printed(head: _Element | None) -> Iterator[str]:
    yield attribute(first(head, "pubdata"), "date.publication")
    yield attribute(first(head, "revision-history"), "norm")


def _bylines(top: _Element | None, body: _Element | None) -> list[Byline]:
    found = list(every(top, "byline")) if top is not None else []
    if not found and body is not None:
        found = list(within(body, "byline"))[:1]
    return [_byline(one) for one in found]


def _byline(element: _Element) -> Byline:
    title = words(next(within(element, "byttl"), None))
    people = [words(one) for one in within(element, "person")]
    whole = words(element)
    name = " and ".join(people) if people else whole.replace(title, " ", 1) if title else whole
    return Byline(one_line(name).strip(" ,;"), title)


def _dateline(element: _Element | None) -> str:
    """The place, without the day of the story."""
    if element is None:
        return ""
    place = words(next(within(element, "location"), None))
    if place:
        return place
    day = words(next(within(element, "story.date"), None))
    said = words(element)
    return (said.replace(day, " ", 1) if day else said).strip(" ,;–—-")


def _sources(docdata: _Element | None, head: _Element | None, top: _Element | None) -> tuple[str, ...]:
    said = words(first(top, "distributor")) or words(next(within(top, "org"), None) if top is not None else None)
    owner = attribute(first(docdata, "doc.rights"), "agent", "owner") or attribute(first(head, "pubdata"), "name")
    return (said,) if said else (owner,) if owner else ()


def _topics(head: _Element | None, docdata: _Element | None) -> Iterator[Topic]:
    """Subjects with their codes; keywords where there are none."""
    subjects = list(within(head, "tobject.subject")) if head is not None else []
    for one in subjects:
        names = [attribute(one, f"tobject.subject.{name}") for name in ("detail", "matter", "type")]
        yield Topic(next(filter(None, names), ""), attribute(one, "tobject.subject.refnum", "tobject.subject.code"))
    content = first(docdata, "identified-content")
    for one in every(content, "classifier") if content is not None else ():
        if attribute(one, "type").lower() in ("", "subject", "topic", "mediatopic", "category"):
            yield Topic(attribute(one, "value"), attribute(one, "idsrc-code", "code", "value"))
    if not subjects:
        keys = first(docdata, "key-list")
        yield from (Topic(attribute(one, "key")) for one in (every(keys, "keyword") if keys is not None else ()))


def _copyright(docdata: _Element | None, top: _Element | None) -> Iterator[str]:
    yield words(next(within(top, "copyrite"), None) if top is not None else None)
    owner = first(docdata, "doc.copyright")
    if owner is not None:
        year, holder = attribute(owner, "year"), attribute(owner, "holder")
        yield f"Copyright {year} {holder}".replace("  ", " ") if holder else ""


def _notes(docdata: _Element | None, top: _Element | None, body: _Element | None) -> Iterator[str]:
    for one in every(docdata, "ed-msg") if docdata is not None else ():
        yield attribute(one, "info") or words(one)
    for place in (top, body):
        for one in within(place, "note") if place is not None else ():
            if attribute(one, "type").lower() in ("", "std", "pa") or "ed" in attribute(one, "noteclass").lower():
                yield words(one)


def _house(source: str) -> str:
    """Whom a reference names as its source; most have a file's name or address there."""
    return source if SIGNED.fullmatch(source) else ""


def _photo(body: _Element | None) -> Photo | None:
    """What the first picture says of itself."""
    for media in within(body, "media") if body is not None else ():
        if attribute(media, "media-type").lower() not in ("", "image", "photo", "picture"):
            continue
        told = {attribute(one, "name").lower(): attribute(one, "value") for one in every(media, "media-metadata")}
        reference = first(media, "media-reference")
        credit = (
            words(first(media, "media-producer"))
            or next((value for name, value in told.items() if name in CREDIT_METADATA and value), "")
            or _house(attribute(reference, "source"))
        )
        photo = Photo(credit, attribute(reference, "copyright"), words(first(media, "media-caption")))
        if photo.credit or photo.caption:
            return photo
    return None
