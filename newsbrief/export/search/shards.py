"""The terms of one segment and where they stand, cut by their beginnings into files of a few kilobytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsbrief.export.search.results import Result
from newsbrief.export.search.words import order, terms

# Results in one file: one page of results may need as many files as it has results.
PER_FILE = 10
# A file of terms is closed when it has as many bytes; a frequent term alone may have more.
SHARD = 3000
# Of this many briefs and more, terms that stand in more than one of OFTEN are called frequent.
MANY, OFTEN = 100, 3
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


@dataclass(frozen=True, slots=True)
class Shards:
    """`terms`: for each file its terms, each with the gaps between the numbers of what it finds, the first from 0.

    `starts`: for each file the shortest beginning that its terms do not sort before, and the file before it does.
    """

    terms: Sequence[Mapping[str, str]]
    starts: Sequence[str]
    often: Sequence[str]


def shards(items: Sequence[Result]) -> Shards:
    """`items` in the order of the results; how they are numbered, the package's text says."""
    found = _found(items)
    ordered = sorted(found, key=order)
    files: list[dict[str, str]] = []
    room = 0
    for term in ordered:
        places = "".join(_written(number - before) for before, number in pairwise([0, *found[term]]))
        size = len(places) + len(term.encode())
        if room < size:
            files.append({})
            room = SHARD
        files[-1][term] = places
        room -= size
    return Shards(files, _starts(files), _often(items, found))


def _found(items: Sequence[Result]) -> Mapping[str, list[int]]:
    """For each term the numbers of what it finds, ascending."""
    found: dict[str, list[int]] = defaultdict(list)
    known: dict[str, tuple[str, ...]] = {}
    words = [set(terms(item.words, known)) for item in items]
    also = (set(terms(item.also, known)) - have for item, have in zip(items, words, strict=True))
    for number, those in enumerate((*words, *also)):
        for term in those:
            found[term].append(number)
    return found


def _often(items: Sequence[Result], found: Mapping[str, Sequence[int]]) -> list[str]:
    briefs = {number for number, item in enumerate(items) if item.kind == "brief"}
    if len(briefs) < MANY:
        return []
    of_briefs = {term: sum(number % len(items) in briefs for number in those) for term, those in found.items()}
    # Figures always part: a year may stand in many briefs, and a date is nothing without it.
    return sorted(term for term, count in of_briefs.items() if count * OFTEN > len(briefs) and not term.isdigit())


def _written(gap: int) -> str:
    """A number in DIGITS of 5 bits, the lowest first; the upper half of DIGITS says that another follows."""
    signs = ""
    while gap >= 32:
        signs += DIGITS[32 + gap % 32]
        gap //= 32
    return signs + DIGITS[gap]


def _starts(files: Sequence[Mapping[str, object]]) -> list[str]:
    ends = [(next(iter(one)), next(reversed(list(one)))) for one in files]
    starts = [_shortest(last, first) for (_, last), (first, _) in pairwise(ends)]
    return ["", *starts] if ends else []


def _shortest(before: str, term: str) -> str:
    """The shortest beginning of a term that sorts after another."""
    return next(term[:length] for length in range(1, len(term) + 1) if order(term[:length]) > order(before))
