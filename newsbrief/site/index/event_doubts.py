"""Events of different briefs that may be one, for a person to decide.

They have the same date, and the words that they share are together rarer than one text in the collection.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations

from newsbrief.site.facts.records import Facts
from newsbrief.site.index.people import People
from newsbrief.site.index.rarity import Rarity
from newsbrief.site.index.tellings import Telling, plain_tellings, word_rarity

# This share of the weight of the telling that says less is in both; or this, where the two name different people.
SHARE = 0.25
SHARE_OTHER_PEOPLE = 0.5
# Candidates are found by a telling's rarest words that so many tellings of the day have at most.
RAREST = 8
MOST_SHARING = 8


def perhaps(ordered: Sequence[Facts], people: People) -> list[tuple[Telling, Telling]]:
    """Return pairs (older, newer) of different briefs that may be one event, the heaviest first.

    `ordered` are briefs, oldest first.
    """
    rarity = word_rarity(ordered, people)
    by_date: dict[str, list[Telling]] = defaultdict(list)
    for one in plain_tellings(ordered, people):
        by_date[one.event.date].append(one)
    found = [
        (weight, older, newer)
        for of_date in by_date.values()
        for older, newer in _candidates(of_date, rarity)
        if (weight := _shared_weight(older, newer, rarity))
    ]
    found.sort(key=lambda one: (-one[0], one[1].facts.age, one[2].facts.age))
    return [(older, newer) for _, older, newer in found]


def _candidates(of_date: Sequence[Telling], rarity: Rarity) -> Iterator[tuple[Telling, Telling]]:
    words_of = [one.words for one in of_date]
    here = Counter(word for words in words_of for word in words)
    holding: dict[Hashable, list[int]] = defaultdict(list)
    for place, words in enumerate(words_of):
        shared = [word for word in words if 1 < here[word] <= MOST_SHARING]
        # Which of equally rare words count must not depend on the order in a set.
        for word in sorted(shared, key=lambda word: (rarity.counts[word], str(word)))[:RAREST]:
            holding[word].append(place)
    pairs = {pair for places in holding.values() for pair in combinations(places, 2)}
    for first, second in sorted(pairs):
        if of_date[first].facts.path != of_date[second].facts.path:
            yield of_date[first], of_date[second]


def _shared_weight(one: Telling, other: Telling, rarity: Rarity) -> float:
    """Return what the shared words weigh; 0 when they say too little to ask a person."""
    first, second = one.words, other.words
    shared = rarity.weight(first & second)
    different_people = one.names and other.names and set(one.names).isdisjoint(other.names)
    share = SHARE_OTHER_PEOPLE if different_people else SHARE
    poorer = min(rarity.weight(first), rarity.weight(second))
    return shared if shared >= max(math.log(rarity.size + 1), share * poorer) else 0
