"""How similar briefs are: by the names and rare words that they share, and the days between them.

The weighing is tf-idf with cosine similarity (Salton and Buckley 1988), each term counted once in a brief. A brief is
compared with older ones only, and a term's rarity is counted among these, so a new brief changes nothing for older
briefs. To make the result of a brief depend on few others, time is divided into periods: only briefs of the same period
and the four before it count.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from msgspec import Struct

from newsbrief.site.facts.addresses import name_key
from newsbrief.site.facts.records import Facts
from newsbrief.site.facts.terms import PERSON, person_term, unpacked

# After so many days the similarity of two briefs counts half; briefs further apart than the longest are not compared.
HALF_LIFE, LONGEST = 60, 240
# Days of a period, and the number of earlier periods that reach back the longest time.
PERIOD, BEFORE = 60, 4
# A term that more briefs than this have, within the longest time, relates none of them.
MOST_BRIEFS = 60
# The share that is left after so many days.
FADED = [math.pow(0.5, days / HALF_LIFE) for days in range(LONGEST + 1)]
# Similarities are rounded, so that every machine finds the same order.
PLACES = 6
TINY = 10**-PLACES

# The number of a brief in the order in which briefs were added, and how similar it is: from 0 to about 1.
Near = tuple[int, float]


class Described(Struct, frozen=True, array_like=True):
    """What similarity depends on: the day as an ordinal, the packed terms, and the names of the brief's people.

    `story` is the key of its story, or "".
    """

    day: int
    terms: bytes
    names: tuple[str, ...]
    story: str


# The periods after one another look at many of the same briefs.
@lru_cache(maxsize=1 << 11)
def _weights(brief: Described) -> Mapping[int, float]:
    """Return the hash of each term with its weight."""
    found = dict(unpacked(brief.terms))
    found.update((person_term(name_key(name)), PERSON) for name in brief.names)
    return found


def described(facts: Facts, cast: Iterable[str], hidden: frozenset[str]) -> Described:
    """Describe a brief. `cast` has the site's names of `Facts.people`; `hidden` are names that do not count."""
    return Described(
        day=dt.date.fromisoformat(facts.day).toordinal(),
        terms=facts.lists.terms,
        names=tuple([name for one, name in zip(facts.people, cast, strict=True) if one.named and name not in hidden]),
        story=facts.lists.story.key,
    )


class TermIndex:
    """An inverted index: which briefs have a term. For each term it has the latest briefs only."""

    def __init__(self, briefs: Sequence[Described] = ()) -> None:
        self._counts: Counter[int] = Counter(chain.from_iterable(map(_weights, briefs)))
        self._size = len(briefs)
        self._days: list[int] = []
        self._lengths: list[float] = []
        # One more than the most briefs shows that a term is too frequent.
        self._briefs: dict[int, deque[tuple[int, float]]] = defaultdict(lambda: deque(maxlen=MOST_BRIEFS + 1))
        # A term is as rare in a brief as it is among all others.
        rarity = {term: math.log((self._size + 1) / count) for term, count in self._counts.items()}
        for brief in briefs:
            self._put(brief, rarity)

    def add(self, brief: Described) -> None:
        """Add a brief. For its own length, rarity is counted among the briefs before it."""
        terms = _weights(brief)
        self._put(brief, self._rarity(terms))
        self._counts.update(terms.keys())
        self._size += 1

    def nearest(self, brief: Described, least: float = 0.0) -> list[Near]:
        """Return the briefs that are at least so similar to this one, and share something, the most similar first."""
        terms, day, days, lengths = _weights(brief), brief.day, self._days, self._lengths
        rarity = self._rarity(terms)
        length = _length(terms, rarity)
        shared: dict[int, float] = defaultdict(float)
        for term, weight in terms.items():
            those = self._briefs.get(term)
            if not those or (len(those) > MOST_BRIEFS and day - days[those[0][0]] <= LONGEST):
                continue
            factor = weight * rarity[term] ** 2
            for other, their_weight in those:
                shared[other] += factor * their_weight
        # Time only lessens similarity, so most briefs need no look at their days.
        enough = length * max(0.0, least - TINY)
        near = [
            (other, round(both / (length * lengths[other]) * FADED[abs(day - days[other])], PLACES))
            for other, both in shared.items()
            if both >= enough * lengths[other] and abs(day - days[other]) <= LONGEST
        ]
        return sorted([one for one in near if one[1] >= least], key=lambda one: (-one[1], one[0]))

    def _put(self, brief: Described, rarity: Mapping[int, float]) -> None:
        terms, number = _weights(brief), len(self._days)
        self._days.append(brief.day)
        self._lengths.append(_length(terms, rarity))
        for term, weight in terms.items():
            self._briefs[term].append((number, weight))

    def _rarity(self, terms: Iterable[int]) -> dict[int, float]:
        size, counts = self._size + 2, self._counts
        return {term: math.log(size / (counts[term] + 1)) for term in terms}


def _length(terms: Mapping[int, float], rarity: Mapping[int, float]) -> float:
    return math.sqrt(sum([(weight * rarity[term]) ** 2 for term, weight in terms.items()])) or 1.0


class Window(Struct, frozen=True):
    """A period and those before it, as places in a list of briefs.

    Those from `own` up to `end` are of the period, those from `first` up to `own` of the ones before it.
    """

    first: int
    own: int
    end: int


def period_of(day: int) -> int:
    """Return the number of the period of a day, which is an ordinal."""
    return day // PERIOD


def windows(ordered: Sequence[Described]) -> Iterator[Window]:
    """Yield the windows of all periods in which there are briefs, which are given oldest first."""
    if not ordered:
        return
    starts: dict[int, int] = {}
    for place, brief in enumerate(ordered):
        starts.setdefault(period_of(brief.day), place)
    ends = [*list(starts.values())[1:], len(ordered)]
    for (period, own), end in zip(starts.items(), ends, strict=True):
        first = min(starts.get(earlier, own) for earlier in range(period - BEFORE, period + 1))
        yield Window(first, own, end)


def near_in(ordered: Sequence[Described], window: Window, least: float = 0.0) -> Iterator[list[Near]]:
    """Yield, for each brief of a window's period, the older briefs that are at least so similar.

    They are numbered from `window.first`.
    """
    index = TermIndex(ordered[window.first : window.own])
    for brief in ordered[window.own : window.end]:
        yield index.nearest(brief, least)
        index.add(brief)
