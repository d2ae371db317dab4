"""Stretches of a text from one sign to another, found in linear time: a regular expression looks for each end anew."""

from __future__ import annotations

from collections.abc import Iterator


def spans(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Where each begins and ends, in order; the first that is never closed is none, and no other follows it."""
    end = 0
    while (at := text.find(opening, end)) >= 0 and (closed := text.find(closing, at + len(opening))) >= 0:
        end = closed + len(closing)
        yield at, end


def without(text: str, opening: str, closing: str) -> str:
    """The text without them."""
    pieces, begin = [], 0
    for at, end in spans(text, opening, closing):
        pieces.append(text[begin:at])
        begin = end
    return "".join([*pieces, text[begin:]])
