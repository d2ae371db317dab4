"""How long Python-Markdown would take over a text: from each opening mark it looks for the closing one.

Where many marks close late or never, that takes time with the square of the length: 28 seconds for 5,000 brackets
among words. What people write stays far below.
"""

from __future__ import annotations

import re

BLOCKS = re.compile(r"\n[ \t]*\n")
BRACKETS = re.compile(r"[\[\]]")
# An address after a link's words, and what may end it; a tag; a CDATA section, which is looked for again and again.
PAIRS = ((re.compile(r"\]\("), ")", 2), (re.compile(r"<"), ">", 1), (re.compile(r"<!\["), "]]>", 8))
DEFINITION = re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)
ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]+\]:", re.MULTILINE)
# Signs looked at; half a second.
MOST = 4_000_000


def too_much(markdown: str) -> bool:
    """Whether the text would keep Markdown for longer than any text should. Linear in its length."""
    signs = len(markdown) * (len(ABBREVIATION.findall(markdown)) // 4 + len(DEFINITION.findall(markdown)) // 64)
    for block in BLOCKS.split(markdown):
        signs += _brackets(block) + sum(weight * _far(block, opening, end) for opening, end, weight in PAIRS)
    return signs > MOST


def _brackets(block: str) -> int:
    """The way from each bracket to the one that closes it, or to the end of the block."""
    signs, opened = 0, list[int]()
    for match in BRACKETS.finditer(block):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            signs += match.start() - opened.pop()
    return signs + sum(len(block) - at for at in opened)


def _far(block: str, opening: re.Pattern[str], end: str) -> int:
    """The way from each opening mark to the next end, or to that of the block."""
    signs, at = 0, 0
    for match in opening.finditer(block):
        if at < match.end():
            found = block.find(end, match.end())
            at = found if found >= 0 else len(block)
        signs += at - match.start()
    return signs
