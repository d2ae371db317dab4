"""Which two words a pattern can begin with, so that the desk tries a rule only where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

LETTERS = re.compile(r"(?:[^\W\d_]| )+")
BRACKET = re.compile(r"[()]|\\.|\[\^?.[^\]]*\]")
# What stands for any run of figures, for any word at all, and for a first word that no second follows behind a space.
FIGURE = "0"
ANY = ""
STUCK = "-"


class Start(NamedTuple):
    """The first words so far, lower-cased; an `open` start may still grow by what follows in the pattern.

    Ten thousands are made whenever rules are read, and a tuple is made and compared fastest.
    """

    words: str
    open: bool


NOTHING = Start("", True)
END = Start("", False)
SIGN = Start(STUCK, False)
NUMBER = Start(FIGURE, True)


def firsts(pattern: str) -> frozenset[tuple[str, str]]:
    """The first and the second word; `FIGURE` for a number, `ANY` for a second word that is not sure.

    `STUCK` is a second one where some sign or figure follows the first word without a space.

    Reads the plain part of the regular expression language that the rule files use: words, figures, groups, "|", "?",
    looks ahead and behind. Raises ValueError for a pattern that may begin with anything else.
    """
    starts, end = _either(pattern, 0)
    pairs = frozenset((start.words.partition(" ")[0], start.words.partition(" ")[2]) for start in starts)
    if end != len(pattern) or any(first in {"", STUCK} for first, _ in pairs):
        raise ValueError(f"a pattern must begin with a word or a figure: {pattern}")
    return pairs


def _either(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    """The starts of alternatives up to the closing bracket or the end, and where that is."""
    found: set[Start] = set()
    while True:
        starts, place = _sequence(pattern, place)
        found |= starts
        if place >= len(pattern) or pattern[place] == ")":
            return frozenset(found), place
        place += 1


def _sequence(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    starts = frozenset({NOTHING})
    while place < len(pattern) and pattern[place] not in "|)":
        item, place = _item(pattern, place)
        if place < len(pattern) and pattern[place] == "?":
            item, place = item | {NOTHING}, place + 1
        elif place < len(pattern) and pattern[place] in "{+*":
            place = pattern.index("}", place) + 1 if pattern[place] == "{" else place + 1
        if any(start.open for start in starts):
            starts = frozenset(_grown(starts, item))
    return starts, place


def _grown(starts: frozenset[Start], item: frozenset[Start]) -> Iterator[Start]:
    for start in starts:
        if not start.open:
            yield start
            continue
        for more in item:
            yield _joined(start.words, more)


def _joined(words: str, more: Start) -> Start:
    """`words` with what follows them; the first two words are kept, as the scanner of dates cuts a text into words."""
    if not words or not more.words:
        return Start(words + more.words, more.open)
    first, space, second = words.partition(" ")
    begins = more.words[0]
    if not space and begins != " ":
        if first == begins == FIGURE:
            return Start(FIGURE, more.open)
        if begins == STUCK or FIGURE in (first, begins):
            return Start(f"{first} {STUCK}", open=False)
    if second and (second == FIGURE or begins in (FIGURE, STUCK, " ")):
        return Start(words, open=False)
    first, space, second = (words + more.words).partition(" ")
    # An item of two words after a word: the third is of no use.
    return Start(first + space + second.partition(" ")[0], more.open and " " not in second)


def _item(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    """One group, class or sign."""
    sign = pattern[place]
    if sign == "(":
        return _group(pattern, place)
    if sign == "[":
        end = pattern.index("]", place + 2) + 1
        return _class(pattern[place + 1 : end - 1]), end
    if sign == "\\":
        escaped = pattern[place + 1]
        known = {"b": NOTHING, "d": NUMBER}
        return frozenset({known.get(escaped, END if escaped.isalnum() else SIGN)}), place + 2
    if sign.isdigit():
        return frozenset({NUMBER}), place + 1
    if letters := LETTERS.match(pattern, place):
        # A "?" after letters is about the last of them only.
        end = letters.end() - (len(letters[0]) > 1 and pattern[letters.end() : letters.end() + 1] in {*"?{+*"})
        first, space, second = pattern[place:end].lower().partition(" ")
        word, more, _ = second.partition(" ")
        return frozenset({Start(first + space + word, open=not more)}), end
    return frozenset({END if sign in ".^$" else SIGN}), place + 1


def _class(signs: str) -> frozenset[Start]:
    """What one sign of a class begins; nothing is sure of a class of many kinds."""
    if signs.isalpha():
        return frozenset(Start(letter.lower(), open=True) for letter in signs)
    if signs.replace("-", "").isdigit():
        return frozenset({NUMBER})
    if signs[0].isdigit():
        return frozenset({Start(FIGURE, open=False)})
    if signs[0] == "^" or any(sign.isalnum() or sign == "\\" for sign in signs):
        return frozenset({END})
    return frozenset({SIGN, Start(" ", open=True)} if " " in signs else {SIGN})


def _group(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    looks = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), place)
    inside = place + 1
    if pattern.startswith("(?P<", place):
        inside = pattern.index(">", place) + 1
    elif looks:
        inside = place + (4 if pattern[place + 2] == "<" else 3)
    elif pattern.startswith("(?", place):
        inside = pattern.index(":", place) + 1
    end = _closing(pattern, place)
    return (frozenset({NOTHING}) if looks else _inside(pattern[inside:end])), end + 1


@cache
def _inside(group: str) -> frozenset[Start]:
    """The starts of a group's alternatives; the same months and numbers stand in many patterns."""
    return _either(group, 0)[0]


def _closing(pattern: str, place: int) -> int:
    """Where the bracket that opens at `place` is closed."""
    depth = 0
    for match in BRACKET.finditer(pattern, place):
        depth += {"(": 1, ")": -1}.get(match[0], 0)
        if not depth:
            return match.start()
    raise ValueError(f"a bracket is not closed: {pattern}")
