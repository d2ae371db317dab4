"""Which of the blocks that were found are the article's, and which are the page's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from newsbrief.intake.furniture import is_furniture
from newsbrief.intake.page.body import Block
from newsbrief.intake.page.look import fold
from newsbrief.rules.pages import Pages

# Words: of a paragraph that counts as repeated.
REPEATED = 8
# How many of the last blocks may tell of the writer.
TAIL = 5
# Words: a heading of no fewer reads like a sentence.
SENTENCE = 10
# The share of the text that captions may have, and still be captions.
CAPTIONS = 0.15


class Known(Struct, frozen=True):
    """What is known of a page before its blocks are looked through; `captions` are folded."""

    headline: str
    authors: tuple[str, ...] = ()
    captions: frozenset[str] = frozenset()
    standfirst: str = ""


def article(found: Sequence[Block], known: Known, rules: Pages) -> tuple[Block, ...]:
    """The article's own blocks: no furniture, no caption, no headline, nothing twice, no heading without a text."""
    found = _after_headline(found, known.headline)
    captions = known.captions if _few(found, known.captions) else frozenset()
    kept = list(_own(found, fold(known.headline), captions, rules))
    last = len(kept)
    kept = [block for place, block in enumerate(kept) if place < last - TAIL or not _about(block, known.authors, rules)]
    return tuple(_headed(_begun([*_first(kept, known, captions, rules), *kept])))


def _begun(found: list[Block]) -> list[Block]:
    """A heading that begins the text and is as long as a sentence is the standfirst."""
    if found and found[0].kind.startswith("h") and len(found[0].text.split()) >= SENTENCE:
        return [Block("", found[0].text), *found[1:]]
    return found


def _first(kept: Sequence[Block], known: Known, captions: Collection[str], rules: Pages) -> Iterator[Block]:
    """The standfirst, if the text does not have it yet."""
    folded = fold(known.standfirst)
    there = not folded or folded == fold(known.headline) or folded in captions or is_furniture(known.standfirst, rules)
    if kept and not there and folded not in " ".join(fold(block.text) for block in kept):
        yield Block("", known.standfirst)


def _few(found: Sequence[Block], captions: Collection[str]) -> bool:
    """Whether captions make up little of the text; where they are much of it the pictures are the article."""
    said = sum(len(block.text) for block in found if fold(block.text) in captions)
    return said <= CAPTIONS * sum(len(block.text) for block in found)


def _after_headline(found: Sequence[Block], headline: str) -> Sequence[Block]:
    """What follows the headline where a heading above the text repeats it: sections and kickers stand before it."""
    title = fold(headline)
    for place, block in enumerate(found[:6]):
        if fold(block.text) == title:
            before = found[:place]
            return found[place + 1 :] if all(len(one.text.split()) < 12 for one in before) else found
    return found


def _own(found: Sequence[Block], title: str, captions: Collection[str], rules: Pages) -> Iterator[Block]:
    seen: set[str] = set()
    for block in found:
        folded = fold(block.text)
        if not folded or folded == title or folded in captions or folded in seen:
            continue
        if is_furniture(block.text, rules):
            continue
        if len(folded.split()) >= REPEATED:
            seen.add(folded)
        yield block


def _about(block: Block, authors: Collection[str], rules: Pages) -> bool:
    """Whether a block tells who the writer is: it begins with a writer's name and goes on about them."""
    name = next((name for name in authors if block.text.startswith(name)), "")
    return bool(name) and rules.bio.match(block.text[len(name) :].lstrip(" ,")) is not None


def _headed(found: Sequence[Block]) -> Iterator[Block]:
    """Without headings that no text follows."""
    for place, block in enumerate(found):
        following = found[place + 1].kind if place + 1 < len(found) else "h2"
        if not (block.kind.startswith("h") and following.startswith("h") and following <= block.kind):
            yield block
