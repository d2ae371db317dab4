"""NewsML 1, which some agencies still send: items with lines of news and a text as NITF, as HTML or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.etree import _Element

from newsbrief.intake.wire import nitf
from newsbrief.intake.wire.bodies import Body, best
from newsbrief.intake.wire.item import Item, Topic
from newsbrief.intake.wire.markup import is_markup, of_html, of_tree
from newsbrief.intake.wire.times import first_of, instant
from newsbrief.intake.wire.tree import attribute, first, local, within, words
from newsbrief.model.article import Photo
from newsbrief.model.refusal import RefusedError

STANDING = {"canceled": "canceled", "cancelled": "canceled", "withheld": "withheld"}
# More texts and pictures than an item has; whoever has more means harm.
MOST_TEXTS, MOST_PICTURES = 500, 10
BESIDE = re.compile(r"caption|picture|photo|image|graphic|video|audio|summary|abstract|teaser")
PICTURE = ("photo", "picture", "image", "graphic")


def found(root: _Element) -> Iterator[tuple[_Element, _Element, int]]:
    """The items of a message, and of each the part that is an article, with its number among them.

    That is all of it, or one of several with headlines of their own.
    """
    for item in within(root, "newsitem"):
        parts = _parts(item)
        yield from ((item, one, number) for number, one in enumerate(parts if len(parts) > 1 else [item], 1))


def _parts(item: _Element) -> list[_Element]:
    """The parts with a headline that hold the item's texts, and hold none another."""
    parts: dict[_Element, None] = {}
    for holder in islice(within(item, "datacontent"), MOST_TEXTS):
        if not _is_beside(holder, item):
            headed = (one for one in _components(holder) if first(one, "newslines", "headline") is not None)
            parts.update(dict.fromkeys(islice(headed, 1)))
    outer = {up for one in parts for up in one.iterancestors()}
    return [one for one in parts if one not in outer]


def _components(element: _Element) -> Iterator[_Element]:
    """The parts that an element stands in, the nearest first."""
    return (one for one in element.iterancestors() if local(one) == "newscomponent")


def read(whole: _Element, item: _Element, number: int = 1) -> Item:
    """One item, or the part of it that is an article, by its number. Raises RefusedError for one without words."""
    management, identifier = first(whole, "newsmanagement"), first(whole, "identification", "newsidentifier")
    inner = next((nitf.read(one) for one in within(item, "nitf")), Item())
    lines = next(within(item, "newslines"), None)
    lang = attribute(next(within(item, "language"), None), "formalname") or attribute(whole, "lang")
    body = best(_bodies(item), lang)
    headline = words(first(lines, "headline")) or inner.headline
    if body is None and (next(within(item, "newsitemref"), None) is not None or _shows(item) or not headline):
        raise RefusedError((0, "not an article: the item has no text of its own"))
    created, revised = (words(first(management, name)) for name in ("firstcreated", "thisrevisioncreated"))
    dated = words(first(identifier, "dateid"))
    given = body or Body()
    standing = attribute(first(management, "status"), "formalname").lower()
    embargoed = standing == "embargoed"
    until = instant(words(next(within(management, "dateandtime"), None))) if management is not None else ""
    names = [words(first(identifier, name)) for name in ("providerid", "dateid", "newsitemid")]
    if item is not whole:
        names.append(attribute(item, "duid", "euid") or f"part {number}")
    return Item(
        headline=headline,
        labels=_labels(lines, whole),
        blocks=given.blocks,
        text=given.text,
        name=":".join(filter(None, names)) or attribute(whole, "duid") or inner.name,
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


def _is_beside(holder: _Element, item: _Element) -> bool:
    """Whether words belong to a picture, or tell in short what the text tells."""
    return any(BESIDE.search(_role(part)) for part in _components(holder) if part is not item)


def _role(component: _Element) -> str:
    return attribute(first(component, "role"), "formalname").lower()


def _shows(item: _Element) -> bool:
    """Whether what lies elsewhere is a picture, a sound or a film, or nobody knows what."""
    kinds = [attribute(one, "formalname").lower() for one in within(item, "mediatype")]
    return next(within(item, "contentitem"), None) is not None and "text" not in kinds


def _labels(lines: _Element | None, whole: _Element) -> tuple[str, ...]:
    """What names an item without a headline, the best first."""
    label = words(first(whole, "identification", "namelabel"))
    return (*(words(first(lines, name)) for name in ("subheadline", "slugline")), label)


def _bodies(item: _Element) -> Iterator[Body]:
    for holder in islice(within(item, "datacontent"), MOST_TEXTS):
        if _is_beside(holder, item):
            continue
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
    """The caption of a picture's part, with whom that part credits."""
    kinds = (one for one in within(item, "mediatype") if attribute(one, "formalname").lower() in PICTURE)
    for kind in islice(kinds, MOST_PICTURES):
        component = next(_components(kind), None)
        credit = words(first(component, "newslines", "creditline"))
        text = next(within(component, "datacontent"), None) if component is not None else None
        if component is not None and credit and (text is None or _is_beside(text, item)):
            claim = words(next(within(component, "rightsline", "copyrightline"), None))
            return Photo(credit, claim, words(text))
    return None
