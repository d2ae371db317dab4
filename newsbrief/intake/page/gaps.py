"""Paragraphs and headings that trafilatura passed over although they stand where those stand that it took.

It looks for one box that holds the article. Pages that part theirs into several boxes lose all but one so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from newsbrief.intake.page.body import Block
from newsbrief.intake.page.look import fold, plain

KINDS = {"p": "", "blockquote": "quote", "li": "item", "h2": "h2", "h3": "h3", "h4": "h4"}
ELSEWHERE = frozenset({"nav", "footer", "aside", "form", "figure", "figcaption", "header", "table"})
# Fewer words are a label; a smaller share of the text is no gap but what trafilatura left out on purpose.
WORDS, SHARE = 6, 0.08
LINKED = 0.5
RUN = 4
Place = tuple[str, str, str, str]


def filled(found: tuple[Block, ...], tree: HtmlElement) -> tuple[Block, ...]:
    """The blocks with those that were passed over put where they stand on the page; a few paragraphs are let be."""
    known = {fold(block.text): number for number, block in enumerate(found) if len(block.text.split()) >= WORDS}
    rows = [(element, fold("".join(element.itertext()))) for element in tree.iter(*KINDS) if _is_leaf(element)]
    places = {_place(element) for element, folded in rows if folded in known and element.tag == "p"}
    over = [folded not in known and bool(folded) and _place(element) in places for element, folded in rows]
    if not any(over):
        return found
    there = frozenset().union(*(_runs(fold(block.text)) for block in found))
    missing: dict[int, list[Block]] = {}
    at = -1
    for (element, folded), passed in zip(rows, over, strict=True):
        at = known.get(folded, at)
        if passed and _is_text(element, folded) and _is_new(folded, there):
            missing.setdefault(at, []).append(Block(KINDS[str(element.tag)], plain(element.text_content())))
    words = sum(len(block.text.split()) for blocks in missing.values() for block in blocks if not _is_heading(block))
    if words < SHARE * sum(len(block.text.split()) for block in found):
        missing = {at: [block for block in blocks if _is_heading(block)] for at, blocks in missing.items()}
    return tuple(_woven(found, missing))


def _is_heading(block: Block) -> bool:
    return block.kind.startswith("h")


def _woven(found: Sequence[Block], missing: dict[int, list[Block]]) -> Iterator[Block]:
    yield from missing.get(-1, [])
    for number, block in enumerate(found):
        yield block
        yield from missing.get(number, [])


def _is_leaf(element: HtmlElement) -> bool:
    return next(element.iterdescendants("p", "li", "blockquote"), None) is None


def _is_text(element: HtmlElement, folded: str) -> bool:
    """Whether it reads as a paragraph or a heading of the article, not as a list of links."""
    if element.tag in ("p", "li", "blockquote") and len(folded.split()) < WORDS:
        return False
    linked = sum(len(link.text_content()) for link in element.iter("a"))
    if linked > LINKED * len(element.text_content()):
        return False
    return not any(str(above.tag) in ELSEWHERE for above in element.iterancestors())


def _runs(folded: str) -> frozenset[str]:
    """Every run of a few words: the same passage is found however its paragraphs were parted."""
    words = folded.split()
    return frozenset(" ".join(words[place : place + RUN]) for place in range(max(1, len(words) - RUN + 1)))


def _is_new(folded: str, there: frozenset[str]) -> bool:
    own = _runs(folded)
    return 2 * len(own & there) < len(own)


def _place(element: HtmlElement) -> Place:
    """Where an element stands: what its parent and the parent's parent are called."""
    parent = element.getparent()
    above = parent.getparent() if parent is not None else None
    return (
        str(parent.tag) if parent is not None else "",
        (parent.get("class") or "") if parent is not None else "",
        str(above.tag) if above is not None else "",
        (above.get("class") or "") if above is not None else "",
    )
