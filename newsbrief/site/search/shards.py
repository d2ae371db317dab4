"""The terms of one segment and where they stand, cut by their beginnings into files of a few kilobytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from newsbrief.site.search.results import Result
from newsbrief.site.search.words import Terms, distinct_terms, order

# Results in one file: a page of results may need as many files as it has results.
PER_FILE = 20
# A file of terms is closed when it has as many bytes; a frequent term alone may have more.
SHARD = 3000
# Of this many briefs and more, terms that stand in more than one of OFTEN are called frequent.
MANY, OFTEN = 100, 3
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
VALUES = {sign: value for value, sign in enumerate(DIGITS)}


class Shards(Struct, frozen=True):
    """`terms`: for each file its terms, each with the gaps between the numbers of what it finds, the first from 0.

    `starts`: for each file the shortest beginning that its terms do not sort before, and the file before it does.
    """

    terms: Sequence[Mapping[str, str]]
    starts: Sequence[str]
    often: Sequence[str]


class Gaps(dict[int, str]):
    """Numbers as DIGITS of 5 bits, the lowest first; the upper half of DIGITS says that another follows."""

    def __missing__(self, gap: int) -> str:
        high, low = divmod(gap, 32)
        self[gap] = found = DIGITS[32 + low] + self[high] if high else DIGITS[low]
        return found


def shards(items: Sequence[Result]) -> Shards:
    """`items` in the order of the results; how they are numbered, the package's text says."""
    found, known = _found(items), Gaps()
    return cut({term: written(found[term], known) for term in sorted(found, key=order)}, _often(items, found))


def cut(places: Mapping[str, str], often: Sequence[str]) -> Shards:
    """Terms in their order, each with its places as they are written, in files."""
    files: list[dict[str, str]] = []
    room = 0
    for term, those in places.items():
        size = len(those) + len(term.encode())
        if room < size:
            files.append({})
            room = SHARD
        files[-1][term] = those
        room -= size
    return Shards(files, _starts(files), often)


def _found(items: Sequence[Result]) -> Mapping[str, list[int]]:
    """For each term the numbers of what it finds, ascending."""
    found: dict[str, list[int]] = defaultdict(list)
    known = Terms()
    words = [distinct_terms(item.words, known) for item in items]
    for number, those in enumerate(words):
        for term in those:
            found[term].append(number)
    # People have nothing there, and there may be thousands of them.
    for number, item in enumerate(items, len(items)):
        if item.also:
            for term in distinct_terms(item.also, known) - words[number - len(items)]:
                found[term].append(number)
    return found


def _often(items: Sequence[Result], found: Mapping[str, Sequence[int]]) -> list[str]:
    briefs = sum(item.kind == "brief" for item in items)
    return sorted(term for term, those in found.items() if is_often(term, those, briefs, len(items)))


def is_often(term: str, numbers: Sequence[int], briefs: int, results: int) -> bool:
    """Whether so many of a segment's briefs have the term that it parts little from little; briefs come first."""
    # Figures always part: a year may stand in many briefs, and a date is nothing without it.
    if briefs < MANY or len(numbers) * OFTEN <= briefs or term.isdigit():
        return False
    return sum(number % results < briefs for number in numbers) * OFTEN > briefs


def written(numbers: Sequence[int], known: Gaps) -> str:
    """Ascending numbers as a file has them: the gaps between them, the first from 0. A caller hands on the `known`."""
    return "".join([known[number - before] for before, number in pairwise([0, *numbers])])


def numbers(places: str) -> list[int]:
    """What `written` wrote down."""
    found, number, gap, unit = [], 0, 0, 1
    for sign in places:
        digit = VALUES[sign]
        gap += digit % 32 * unit
        unit *= 32
        if digit < 32:
            number += gap
            found.append(number)
            gap, unit = 0, 1
    return found


def _starts(files: Sequence[Mapping[str, object]]) -> list[str]:
    ends = [(next(iter(one)), next(reversed(list(one)))) for one in files]
    starts = [_shortest(last, first) for (_, last), (first, _) in pairwise(ends)]
    return ["", *starts] if ends else []


def _shortest(before: str, term: str) -> str:
    """The shortest beginning of a term that sorts after another."""
    return next(term[:length] for length in range(1, len(term) + 1) if order(term[:length]) > order(before))
