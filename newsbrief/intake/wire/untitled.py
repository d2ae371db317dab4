"""Items without a headline: what else in them may stand for one, in the item's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsbrief.intake.text.lines import one_line
from newsbrief.intake.wire.markup import Block

# What a headline needs, and what is none.
LETTER, ENDS_SENTENCE = re.compile(r"[^\W\d_]"), re.compile(r"[.!?…:;,][\"”’»)\]]*$")
# A first line is a headline up to this length, if more than so many words follow; a sentence is cut behind LONGEST.
LONGEST_LINE, LONGEST = 120, 140
# The first sentence: so short a one ends with an abbreviation.
SENTENCE = re.compile(r".{25,}?[.!?…][\"”’»)\]]*(?=\s+[^\W\d_a-z]|\s+[“\"„«(]|$)")
BLANK_LINE = re.compile(r"\n[ \t]*\n")


def headline(blocks: Sequence[Block], text: str, summary: str, labels: Sequence[str]) -> str:
    """The line that stands for a headline, "" where there is nothing.

    First comes a first line of the text that looks like one, then the first sentence of the summary or of the text,
    then the item's labels, the best first.
    """
    found = (
        _first_line(blocks, text),
        *(_sentence(words) for words in (summary, *_paragraphs(blocks, text)[:1])),
        *map(one_line, labels),
    )
    return next((words for words in found if LETTER.search(words)), "")


def _paragraphs(blocks: Sequence[Block], text: str) -> list[str]:
    return [words for words in _parts(blocks, text) if words]


def _parts(blocks: Sequence[Block], text: str) -> Iterator[str]:
    if blocks:
        yield from (block.text for block in blocks)
    else:
        yield from map(one_line, BLANK_LINE.split(text.strip()))


def _first_line(blocks: Sequence[Block], text: str) -> str:
    """The text's first line, if it is a heading or looks like one above other paragraphs."""
    paragraphs = _paragraphs(blocks, text)
    if not paragraphs or len(paragraphs) < 2:
        return ""
    first = paragraphs[0]
    heading = bool(blocks) and next(block.kind for block in blocks if block.text).startswith("h")
    looks = len(first) <= LONGEST_LINE and not ENDS_SENTENCE.search(first) and len(first) < len(paragraphs[1])
    return first if heading or looks else ""


def _sentence(words: str) -> str:
    """The first sentence, cut at a word where it is long."""
    said = one_line(words)
    match = SENTENCE.match(said[: 10 * LONGEST])
    first = match[0] if match else said
    if len(first) <= LONGEST:
        return first
    return f"{first[:LONGEST].rpartition(' ')[0] or first[:LONGEST]} …"
