"""An estimate of how long Python-Markdown takes for a text.

Markdown looks from each opening sign for the closing one. If many signs close far away or never, that takes time with
the square of the length: 28 seconds for 5,000 brackets among words. What people write stays far below.
"""

from __future__ import annotations

import re

BLOCKS = re.compile(r"\n[ \t]*\n")
BRACKETS = re.compile(r"[\[\]]")
# The opening of a link's address, of a tag and of a CDATA section; what closes each; how often Markdown looks for it.
PAIRS = ((re.compile(r"\]\("), ")", 2), (re.compile(r"<"), ">", 1), (re.compile(r"<!\["), "]]>", 8))
DEFINITION = re.compile(r"^[ ]{0,3}:[ ]", re.MULTILINE)
ABBREVIATION = re.compile(r"^[ ]{0,3}\*\[[^\]\n]+\]:", re.MULTILINE)
# Characters looked at; half a second.
LIMIT = 4_000_000


def is_too_expensive(markdown: str) -> bool:
    """Return whether converting the text would take longer than any text should. Takes linear time itself."""
    cost = len(markdown) * (len(ABBREVIATION.findall(markdown)) // 4 + len(DEFINITION.findall(markdown)) // 64)
    for block in BLOCKS.split(markdown):
        cost += _brackets(block) + sum(weight * _distance(block, opening, end) for opening, end, weight in PAIRS)
    return cost > LIMIT


def _brackets(block: str) -> int:
    """Return the sum of the distances from each bracket to its closing one, or to the end of the block."""
    cost, opened = 0, list[int]()
    for match in BRACKETS.finditer(block):
        if match[0] == "[":
            opened.append(match.start())
        elif opened:
            cost += match.start() - opened.pop()
    return cost + sum(len(block) - at for at in opened)


def _distance(block: str, opening: re.Pattern[str], end: str) -> int:
    """Return the sum of the distances from each opening to the next end, or to that of the block."""
    cost, at = 0, 0
    for match in opening.finditer(block):
        if at < match.end():
            found = block.find(end, match.end())
            at = found if found >= 0 else len(block)
        cost += at - match.start()
    return cost
