"""The terms of a segment in which a few results have other words, from what was written of them before.

So a changed body costs the same in a part of thousands of briefs as in one of a few: no other brief is looked at.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence

from msgspec import Struct

from newsbrief.export.search.results import Result
from newsbrief.export.search.shards import Gaps, Shards, cut, is_often, numbers, written
from newsbrief.export.search.words import Terms, order, terms


class Change(Struct, frozen=True):
    """`number`: the result's place in the segment. What it is found by no more, and what it is found by now, too."""

    number: int
    old: Result
    new: Result


def amended(
    places: Mapping[str, str], often: Sequence[str], changes: Sequence[Change], counts: Sequence[int]
) -> Shards:
    """`places`: those of each term, in the terms' order. `counts`: how many results the segment has of each kind."""
    results, now, seen = sum(counts), dict(places), set(often)
    touched: dict[str, list[int]] = {}
    gaps = Gaps()
    for change in changes:
        gone, come = _stands(change.old, change.number, results), _stands(change.new, change.number, results)
        for term, number in gone - come:
            _numbers(touched, now, term).remove(number)
        for term, number in come - gone:
            insort(_numbers(touched, now, term), number)
    for term, those in touched.items():
        now[term] = written(those, gaps)
        seen.discard(term)
        if is_often(term, those, counts[0], results):
            seen.add(term)
    left = (term for term, those in now.items() if those)
    ordered = left if touched.keys() <= places.keys() else sorted(left, key=order)
    return cut({term: now[term] for term in ordered}, sorted(seen))


def _stands(result: Result, number: int, results: int) -> set[tuple[str, int]]:
    known = Terms()
    own = set(terms(result.words, known))
    also = set(terms(result.also, known)) - own
    return {(term, number) for term in own} | {(term, results + number) for term in also}


def _numbers(touched: dict[str, list[int]], now: Mapping[str, str], term: str) -> list[int]:
    if term not in touched:
        touched[term] = numbers(now.get(term, ""))
    return touched[term]
