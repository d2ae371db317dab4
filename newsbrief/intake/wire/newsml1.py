"""NewsML 1, which some agencies still send: items with lines of news and a text as NITF, as HTML or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
BESIDE = re.compile(r"caption|picture|photo|image|graphic|video|audio|summary|abstract|teaser")
PICTURE = ("photo", "picture", "image", "graphic")


def found(root: _Element) -> Iterator[tuple[_Element, _Element]]:
    """The items of a message, and of each the part that is an article: all of it, or one of several with a headline."""
    for item in within(root, "newsitem"):
        parts = [one for one in within(item, "newscomponent") if _is_article(one)]
        yield from ((item, one) for one in (parts if len(parts) > 1 else [item]))


def _is_article(component: _Element) -> bool:
    """Whether a part has a headline and a text, and holds no part with a headline."""
    texts = [one for one in within(component, "datacontent") if not _is_beside(one, component)]
    if first(component, "newslines", "headline") is None or not texts or BESIDE.search(_role(component)):
        return False
    return all(first(one, "newslines", "headline") is None for one in within(component, "newscomponent"))


def read(whole: _Element, item: _Element) -> Item:
    """One item, or the part of it that is an article. Raises RefusedError for one without words."""
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
        names.append(attribute(item, "duid", "euid") or f"part {_number(whole, item)}")
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
    parts = (one for one in holder.iterancestors() if local(one) == "newscomponent" and one is not item)
    return any(BESIDE.search(_role(part)) for part in parts)


def _role(component: _Element) -> str:
    return attribute(first(component, "role"), "formalname").lower()


def _shows(item: _Element) -> bool:
    """Whether what lies elsewhere is a picture, a sound or a film, or nobody knows what."""
    kinds = [attribute(one, "formalname").lower() for one in within(item, "mediatype")]
    return next(within(item, "contentitem"), None) is not None and "text" not in kinds


def _number(whole: _Element, part: _Element) -> int:
    return 1 + [one for one in within(whole, "newscomponent") if _is_article(one)].index(part)


def _labels(lines: _Element | None, whole: _Element) -> tuple[str, ...]:
    """What names an item without a headline, the best first."""
    label = words(next(within(whole, "namelabel"), None))
    return (*(words(first(lines, name)) for name in ("subheadline", "slugline")), label)


def _bodies(item: _Element) -> Iterator[Body]:
    for holder in within(item, "datacontent"):
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
    """The caption of a picture's component, with whom that component credits."""
    for component in within(item, "newscomponent"):
        kinds = {attribute(one, "formalname").lower() for one in within(component, "mediatype")}
        credit = words(next(within(component, "creditline"), None))
        texts = list(within(component, "datacontent"))
        if kinds & set(PICTURE) and credit and all(_is_beside(one, item) for one in texts):
            claim = words(next(within(component, "rightsline", "copyrightline"), None))
            return Photo(credit, claim, " ".join(map(words, texts[:1])))
    return None
