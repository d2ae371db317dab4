"""A page's article: paragraphs, headings, list items and quoted paragraphs, as trafilatura finds them."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

import trafilatura
from lxml.etree import ParserError, _Element, iterwalk
from lxml.html import HtmlElement, HTMLParser, document_fromstring
from msgspec import Struct
from trafilatura.utils import line_processing, return_printables_and_spaces, trim

from newsbrief.intake.page.look import plain
from newsbrief.intake.page.slim import PARTING

# What it has to say about a page is said by us, in one line.
for name in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(name).setLevel(logging.CRITICAL + 1)

INLINE = frozenset(
    (
        *("hi", "ref", "del", "span", "a", "b", "i", "em", "strong", "graphic"),
        *("sup", "sub", "u", "small", "mark", "abbr", "time", "code"),
    )
)
# A line break, and a cell: a row is one block, its cells' words apart.
SPACED = frozenset({"lb", "cell", "td", "th"})
LEVELS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# A row of a table whose cells are all shorter holds figures or names, no text.
CELL = 60
# libxml2 gives up at a depth of 256.
DEEPEST = 250


class Block(Struct, frozen=True):
    """One block of text; `kind` is one of `model.article.KINDS`."""

    kind: str
    text: str


def parsed(source: str) -> HtmlElement | None:
    """A page's tree; None where there is nothing to make one of."""
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, default_doctype=False
    )
    try:
        tree = document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (ParserError, ValueError):
        return None
    return tree if isinstance(tree, HtmlElement) else None


def is_cut_short(tree: HtmlElement) -> bool:
    """Whether the parser gave up on a page whose elements stand too deep in one another."""
    depth, last = 0, tree
    while len(last) and depth < DEEPEST:
        depth, last = depth + 1, last[-1]
    return depth == DEEPEST


def blocks(tree: HtmlElement) -> tuple[Block, ...]:
    """The article's blocks in order; empty where trafilatura finds none."""
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False)
    except Exception:  # it is given whatever strangers saved; the page is read without it then
        return ()
    finally:
        _forget()
    if document is None or isinstance(document, dict):
        return ()
    return tuple(levelled([block for block in _walked(document.body) if block.text]))


def _forget() -> None:
    """Empty the caches that hold whole pages' text; `reset_caches` would collect garbage for each page."""
    for cache in (trim, line_processing, return_printables_and_spaces):
        cache.cache_clear()


def _walked(body: _Element) -> Iterator[Block]:
    """Blocks of text in document order; a block element within another ends the outer one's text so far."""
    kinds: list[str] = [""]
    text: list[str] = []
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        tag = str(element.tag)
        if event == "start" and tag in ("row", "tr") and _is_figures(element):
            walk.skip_subtree()
            kinds.append(kinds[-1])
        elif event == "start":
            if tag in SPACED:
                text.append(" ")
            elif tag not in INLINE:
                yield from _flushed(kinds[-1], text)
                kinds.append(_kind(element, kinds[-1]))
            text.append(element.text or "")
        else:
            if tag not in INLINE and tag not in SPACED:
                yield from _flushed(kinds.pop(), text)
            text.append((element.tail or "") if element is not body else "")
    yield from _flushed("", text)


def _is_figures(row: _Element) -> bool:
    return all(len("".join(cell.itertext()).strip()) < CELL for cell in row)


def _flushed(kind: str, text: list[str]) -> Iterator[Block]:
    """The text so far as a block, or as several that line breaks part."""
    for part in "".join(text).split(PARTING):
        yield Block(kind, plain(part))
    text.clear()


def _kind(element: _Element, outer: str) -> str:
    match str(element.tag):
        case "head":
            return f"h{LEVELS.get(element.get('rend') or '', 2)}"
        case "quote":
            return "quote"
        case "item":
            parent = element.getparent()
            return "number" if parent is not None and parent.get("rend") == "ol" else "item"
        case _:
            return outer if outer in ("quote", "item", "number") else ""


def levelled(found: Sequence[Block]) -> Iterator[Block]:
    """Headings begin at the second level and leave none out, whatever the page began with."""
    used = sorted({block.kind for block in found if block.kind.startswith("h")})
    level = {kind: f"h{min(number, 4)}" for number, kind in enumerate(used, 2)}
    return (Block(level.get(block.kind, block.kind), block.text) for block in found)
