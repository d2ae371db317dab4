"""What the machine makes of many tellings: which are surely one event, and which may be.

Surely one: the same date, the same words in the same order but for what `wording` leaves out, words enough and rare
enough to say which event is meant, and a person in them or a rare name that both briefs hold. Anything else that
differs, a single "not", makes two events, since a wrong merge tells readers something false. So tellings are looked up
by their words and never compared with one another.

Perhaps one: the same date, and shared words that together are rarer than one text in the collection. Rarity is
Spärck Jones's inverse document frequency (1972), over the distinct texts at hand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from newsbrief.collate.tellings import Telling
from newsbrief.collate.wording import PERSON, Cast, Wording

# So many words say which event is meant, function words not counted, and so many of them must be rare.
ENOUGH_WORDS = 5
ENOUGH_RARE = 3
# Rare is a word that so few texts hold, a name that so few briefs hold, or this share of a large collection.
FEW_TEXTS = 5
FEW_BRIEFS = 10
RARE_SHARE = 0.01
# Perhaps one event: this share of the poorer telling's rarity is in both; of two that name different people, this.
SHARE = 0.25
SHARE_OTHER_PEOPLE = 0.5
# Candidates are found by a telling's rarest words, and not by words that more of a day's tellings hold.
RAREST = 8
MOST_SHARING = 8

Words = tuple[str, ...]


class Told(Struct, frozen=True):
    """A telling with its wording; `cast` is its brief's."""

    telling: Telling
    wording: Wording
    cast: Cast


class Rarity(Struct, frozen=True):
    """In how many of `size` texts, or briefs, each word or name is; `few` of them are always rare."""

    counts: Mapping[str, int]
    size: int
    few: int

    @classmethod
    def of(cls, texts: Iterable[Iterable[str]], few: int) -> Rarity:
        """Each text counts a word once."""
        counts: Counter[str] = Counter()
        size = 0
        for text in texts:
            counts.update(set(text))
            size += 1
        return cls(counts, size, few)

    def rare(self, word: str) -> bool:
        """Whether few hold it."""
        return self.counts[word] <= self.most

    @property
    def most(self) -> float:
        """What more than so many hold is not rare."""
        return max(self.few, RARE_SHARE * self.size)

    def weight(self, words: Iterable[str]) -> float:
        """How much the words say, in nats; sorted, so that sums are the same in every run."""
        return sum(math.log((self.size + 1) / self.counts[word]) for word in sorted(words))


def rarities(told: Sequence[Told]) -> tuple[Rarity, Rarity]:
    """How rare words are in the texts, and names in the briefs."""
    words = Rarity.of({one.wording.words for one in told}, FEW_TEXTS)
    return words, Rarity.of({one.telling.entry.path: one.cast.known for one in told}.values(), FEW_BRIEFS)


def sure(told: Sequence[Told], words: Rarity, names: Rarity) -> Iterator[tuple[Telling, Telling]]:
    """Pairs that are one event, in the order given; linear in the length of all texts."""
    by_date: dict[tuple[str, frozenset[str]], list[Told]] = defaultdict(list)
    for one in told:
        by_date[one.telling.event.date, one.wording.times].append(one)
    for of_date in by_date.values():
        for family in _families(of_date, words):
            yield from _anchored(family, names)


def _families(of_date: Sequence[Told], rarity: Rarity) -> Iterator[list[Told]]:
    """Tellings of the same words; one that ends in a circumstance belongs to the one that leaves it out.

    Where two differ in the circumstance, nobody knows which of them the shorter telling means: it stays by itself.
    """
    by_words: dict[Words, list[Told]] = defaultdict(list)
    for one in of_date:
        if _enough(one.wording.words, one.cast, rarity):
            by_words[one.wording.words].append(one)
    longer: dict[Words, set[Words]] = defaultdict(set)
    for words, those in by_words.items():
        heads = {words[:end] for one in those for end in one.wording.heads}
        shorter = max((head for head in heads if head in by_words), key=len, default=None)
        if shorter is not None:
            longer[shorter].add(words)
    follows = {words: next(iter(those)) for words, those in longer.items() if len(those) == 1}
    later = set(follows.values())
    for shortest in by_words:
        if shortest not in later:
            yield list(_chain(shortest, follows, by_words))


def _chain(words: Words | None, follows: Mapping[Words, Words], by_words: Mapping[Words, list[Told]]) -> Iterator[Told]:
    while words is not None:
        yield from by_words[words]
        words = follows.get(words)


def _enough(words: Words, cast: Cast, rarity: Rarity) -> bool:
    telling = {word for word in words if word not in cast.language.function}
    return len(telling) >= ENOUGH_WORDS and sum(map(rarity.rare, telling)) >= ENOUGH_RARE


def _anchored(family: Sequence[Told], names: Rarity) -> Iterator[tuple[Telling, Telling]]:
    """All, if their words name a person; else each with the first that shares a rare name of its brief."""
    first = family[0]
    if any(word.startswith(PERSON) for word in first.wording.words):
        yield from ((first.telling, one.telling) for one in family[1:])
        return
    holds: dict[str, Told] = {}
    for one in family:
        rare = sorted(name for name in one.cast.known if names.rare(name))
        shared = next((holds[name] for name in rare if name in holds), None)
        if shared is not None:
            yield shared.telling, one.telling
        for name in rare:
            holds.setdefault(name, one)


def perhaps(told: Sequence[Told]) -> Iterator[tuple[float, Telling, Telling]]:
    """Pairs of different briefs that may be one event, with what their shared words weigh."""
    rarity = Rarity.of({one.wording.words for one in told}, FEW_TEXTS)
    by_date: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_date[one.telling.event.date].append(one)
    for of_date in by_date.values():
        for one, other in _candidates(of_date, rarity):
            weight = _shared_weight(one, other, rarity)
            if weight:
                yield weight, one.telling, other.telling


def _candidates(of_date: Sequence[Told], rarity: Rarity) -> Iterator[tuple[Told, Told]]:
    words_of = [_telling_words(one) for one in of_date]
    here = Counter(word for words in words_of for word in words)
    holding: dict[str, list[int]] = defaultdict(list)
    for place, words in enumerate(words_of):
        shared = [word for word in words if 1 < here[word] <= MOST_SHARING]
        for word in sorted(shared, key=lambda word: (rarity.counts[word], word))[:RAREST]:
            holding[word].append(place)
    pairs = {pair for places in holding.values() for pair in combinations(places, 2)}
    for first, second in sorted(pairs):
        one, other = of_date[first], of_date[second]
        if one.telling.entry.path != other.telling.entry.path:
            yield one, other


def _telling_words(one: Told) -> set[str]:
    return {word for word in one.wording.words if word not in one.cast.language.function}


def _shared_weight(one: Told, other: Told, rarity: Rarity) -> float:
    """What the shared words weigh; 0 when they say too little to ask a person."""
    first, second = _telling_words(one), _telling_words(other)
    shared = rarity.weight(first & second)
    people = [{word for word in words if word.startswith(PERSON)} for words in (first, second)]
    share = SHARE_OTHER_PEOPLE if all(people) and people[0].isdisjoint(people[1]) else SHARE
    poorer = min(rarity.weight(first), rarity.weight(second))
    return shared if shared >= max(math.log(rarity.size + 1), share * poorer) else 0
