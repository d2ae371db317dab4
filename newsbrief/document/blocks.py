r"""Paragraphs, headings, list items and quoted paragraphs of plain text as a Markdown body that shows just them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsbrief.document.escaping import escape

HEADINGS = {"h2": "##", "h3": "###", "h4": "####"}
# Blocks of these kinds stand together: lists without blank lines, a quotation's paragraphs as one.
TOGETHER = {"item": "\n", "number": "\n", "quote": "\n>\n"}
# At the end of a heading Markdown takes these for its own.
CLOSING = re.compile(r"#+$|\{[^{}]*\}$")


def markdown(paragraphs: Sequence[str], kinds: Sequence[str] = ()) -> str:
    """The body of these paragraphs; `kinds` gives one of `model.article.KINDS` for each, none stands for plain ones."""
    return "".join(_pieces(list(zip_longest(paragraphs, kinds[: len(paragraphs)], fillvalue=""))))


def _pieces(blocks: Sequence[tuple[str, str]]) -> Iterator[str]:
    before, number = None, 0
    for words, kind in blocks:
        number = number + 1 if kind == before == "number" else 1
        if before is not None:
            yield TOGETHER.get(kind, "\n\n") if kind == before else "\n\n"
        yield _block(escape(words), kind, number)
        before = kind


def _block(escaped: str, kind: str, number: int) -> str:
    if kind in HEADINGS:
        return f"{HEADINGS[kind]} {CLOSING.sub(_spelled, escaped)}"
    return {"item": "- ", "number": f"{number}. ", "quote": "> "}.get(kind, "") + escaped


def _spelled(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(sign)};" if sign in "#{" else sign for sign in match[0])
