"""NewsML 1, which some agencies still send: items with lines of news and a text as NITF, as HTML or plain."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from newsbrief.intake.wire import nitf
from newsbrief.intake.wire.bodies import Body, best
from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import is_markup, of_html, of_tree
from newsbrief.intake.wire.times import first_of, instant
from newsbrief.intake.wire.tree import attribute, first, within, words
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

STANDING = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld"}
PICTURE = ("photo", "picture", "image", "graphic")


def found(root: _Element) -> Iterator[_Element]:
    """The items of a message."""
    yield from within(root, "newsitem")


def read(item: _Element) -> Item:
    """One item. Raises RefusedError for one without words."""
    management, identifier = first(item, "newsmanagement"), first(item, "identification", "newsidentifier")
    inner = next((nitf.read(one) for one in within(item, "nitf")), Item())
    lines = next(within(item, "newslines"), None)
    lang = attribute(next(within(item, "language"), None), "formalname") or attribute(item, "lang")
    body = best(_bodies(item), lang)
    headline = words(first(lines, "headline")) or inner.headline
    if body is None and (any(True for _ in within(item, "contentitem", "newsitemref")) or not headline):
        raise RefusedError((0, "not an article: the item has no text of its own"))
    created, revised = (words(first(management, name)) for name in ("firstcreated", "thisrevisioncreated"))
    dated = words(first(identifier, "dateid"))
    given = body or Body()
    standing = attribute(first(management, "status"), "formalname").lower()
    embargoed = standing == "embargoed"
    until = instant(words(next(within(management, "dateandtime"), None))) if management is not None else ""
    names = [words(first(identifier, name)) for name in ("providerid", "dateid", "newsitemid")]
    return Item(
        headline=headline or words(first(lines, "slugline")),
        blocks=given.blocks,
        text=given.text,
        name=":".join(filter(None, names)) or attribute(item, "duid") or inner.name,
        version=words(first(identifier, "revisionid")) or inner.version,
        sent=first_of(revised, created),
        date=first_of(created, dated, revised) or inner.date,
        authors=tuple(filter(None, (words(one) for one in within(item, "byline"))))[:3] or inner.authors,
        source=_sources(item, lines) or inner.source,
        dateline=words(first(lines, "dateline")) or inner.dateline,
        lang=lang or inner.lang,
        topics=tuple(_topics(item)) or inner.topics,
        usage=tuple(filter(None, (words(one) for one in within(item, "usageterms", "rightsline")))) or inner.usage,
        copyright=tuple(filter(None, (words(one) for one in within(item, "copyrightline")))) or inner.copyright,
        embargo=until if embargoed else inner.embargo,
        lifted=(embargoed and not until) or inner.lifted,
        notes=(*(words(one) for one in within(item, "ednote", "newslinetext")), *inner.notes),
        standing=STANDING.get(standing, "") or inner.standing,
        photo=_photo(item) or inner.photo,
    )


def _bodies(item: _Element) -> Iterator[Body]:
    for holder in within(item, "datacontent"):
        document = next(within(holder, "nitf"), None)
        if document is not None:
            yield nitf.body_of(document)
        elif len(holder):
            inner = next(within(holder, "body.content"), None)
            inner = inner if inner is not None else next(within(holder, "body"), None)
            yield Body(of_tree(inner if inner is not None else holder))
        else:
            said = "".join(map(str, holder.itertext()))
            yield Body(of_html(said)) if is_markup(said) else Body(text=said)


def _sources(item: _Element, lines: _Element | None) -> tuple[str, ...]:
    provider = next(within(item, "provider", "source"), None)
    party = attribute(next(within(provider, "party"), None), "formalname") if provider is not None else ""
    said = words(first(lines, "creditline")) or party
    return (said,) if said else ()


def _topics(item: _Element) -> Iterator[Topic]:
    for code in within(item, "subjectcode"):
        for one in code:
            yield Topic("", attribute(one, "formalname"))
    yield from (Topic(words(one)) for one in within(item, "keywordline"))


def _photo(item: _Element) -> Photo | None:
    """The caption of a picture's component, with whom that component credits."""
    for component in within(item, "newscomponent"):
        kind = attribute(next(within(component, "mediatype"), None), "formalname").lower()
        credit = words(next(within(component, "creditline"), None))
        if kind in PICTURE and credit and next(within(component, "datacontent"), None) is None:
            return Photo(credit, words(next(within(component, "rightsline"), None)))
    return None
