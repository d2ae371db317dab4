"""Which two words a pattern can begin with, so that the desk tries a rule only where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LETTERS = re.compile(r"(?:[^\W\d_]| )+")
# What stands for any run of figures, and for any word at all.
FIGURE = "0"
ANY = ""


@dataclass(frozen=True, slots=True)
class Start:
    """The first words so far, lower-cased; an `open` start may still grow by what follows in the pattern."""

    words: str
    open: bool


NOTHING = Start("", True)
END = Start("", False)


def firsts(pattern: str) -> frozenset[tuple[str, str]]:
    """The first and the second word; `FIGURE` for a number, `ANY` for a second word that is not sure.

    Reads the plain part of the regular expression language that the rule files use: words, figures, groups, "|", "?",
    looks ahead and behind. Raises ValueError for a pattern that may begin with anything else.
    """
    starts, end = _either(pattern, 0)
    pairs = frozenset((start.words.partition(" ")[0], start.words.partition(" ")[2]) for start in starts)
    if end != len(pattern) or any(not first for first, _ in pairs):
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
    if not words or not more.words:
        return Start(words + more.words, more.open)
    if more.words.startswith(" ") and " " in words:
        return Start(words, open=False)
    if more.words.startswith(FIGURE) and not words.endswith(" "):
        return Start(words, open=False)
    first, space, second = (words + more.words).partition(" ")
    # An item of two words after a word: the third is of no use.
    return Start(first + space + second.partition(" ")[0], more.open and " " not in second)


def _item(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    """One group, class or sign; a sign that is neither letter nor space ends the words."""
    sign = pattern[place]
    if sign == "(":
        return _group(pattern, place)
    if sign == "[":
        end = pattern.index("]", place + 2) + 1
        signs = pattern[place + 1 : end - 1]
        if signs.isalpha():
            return frozenset(Start(letter.lower(), open=True) for letter in signs), end
        return frozenset({Start(FIGURE, open=False) if pattern[place + 1].isdigit() else END}), end
    if sign == "\\":
        if pattern[place + 1] == "b":
            return frozenset({NOTHING}), place + 2
        return frozenset({Start(FIGURE, open=False) if pattern[place + 1] == "d" else END}), place + 2
    if sign.isdigit():
        return frozenset({Start(FIGURE, open=False)}), place + 1
    if letters := LETTERS.match(pattern, place):
        # A "?" after letters is about the last of them only.
        end = letters.end() - (len(letters[0]) > 1 and pattern[letters.end() : letters.end() + 1] in {*"?{+*"})
        first, space, second = pattern[place:end].lower().partition(" ")
        word, more, _ = second.partition(" ")
        return frozenset({Start(first + space + word, open=not more)}), end
    return frozenset({END}), place + 1


def _group(pattern: str, place: int) -> tuple[frozenset[Start], int]:
    looks = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), place)
    inside = place + 1
    if pattern.startswith("(?P<", place):
        inside = pattern.index(">", place) + 1
    elif looks:
        inside = place + (4 if pattern[place + 2] == "<" else 3)
    elif pattern.startswith("(?", place):
        inside = pattern.index(":", place) + 1
    starts, end = _either(pattern, inside)
    return (frozenset({NOTHING}) if looks else starts), end + 1
