"""Styled words in lines of so many columns; wide letters take two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from rich.cells import cell_len

# Pieces of a line, each a style and its words.
Line = list[tuple[str, str]]
TOKEN = re.compile(r"\s+|\S+")


def columns(line: Line) -> int:
    """How wide a line is."""
    return sum(cell_len(text) for _, text in line)


def wrapped(pieces: Line, width: int) -> list[Line]:
    """Styled words broken into lines; a word that is wider than a line is broken between its signs."""
    lines: list[Line] = [[]]
    used = 0
    for word in _words(pieces):
        size = columns(word)
        if used + size <= width:
            lines[-1] += word
            used += size
        elif word[0][1].isspace():
            lines.append([])
            used = 0
        else:
            if used:
                lines.append([])
                used = 0
            for style, sign in word if size <= width else _signs(word):
                if used + cell_len(sign) > width:
                    lines.append([])
                    used = 0
                lines[-1].append((style, sign))
                used += cell_len(sign)
    return [_joined(line) for line in lines]


def _words(pieces: Line) -> Iterator[Line]:
    """Words and the spaces between them. Where styles meet within a word (“ and what it quotes) no line ends."""
    tokens = ((style, token) for style, text in pieces for token in TOKEN.findall(text))
    for _, word in groupby(tokens, key=lambda one: one[1].isspace()):
        yield list(word)


def _signs(word: Line) -> Line:
    return [(style, sign) for style, text in word for sign in text]


def _joined(line: Line) -> Line:
    """Neighbours of one style as one piece; no space at the end."""
    joined = [(style, "".join(text for _, text in those)) for style, those in groupby(line, key=lambda one: one[0])]
    if joined and joined[-1][0] != "cursor":
        style, text = joined.pop()
        joined += [(style, text.rstrip())] if text.strip() else []
    return joined


def cut(line: Line, width: int) -> Line:
    """The line without what is too wide."""
    kept: Line = []
    used = 0
    for style, text in line:
        words = text
        if used + cell_len(words) > width:
            while words and used + cell_len(words) + 1 > width:
                words = words[:-1]
            return [*kept, (style, f"{words}…")] if width - used > 0 else kept
        kept.append((style, words))
        used += cell_len(words)
    return kept
