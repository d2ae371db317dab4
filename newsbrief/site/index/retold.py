"""Tellings of different briefs that are surely one event.

They have the same date and the same words in the same order, except what `facts/wording.py` leaves out and a last
circumstance. They have enough words, rare enough to say which event is meant, and they name a person or their briefs
share a rare name. Any other difference, even a single "not", makes two events, because a wrong merge tells readers
something false. Tellings are looked up by digests of their words and never compared with one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from newsbrief.site.facts.records import Facts
from newsbrief.site.index.people import People
from newsbrief.site.index.rarity import Rarity
from newsbrief.site.index.tellings import Telling, Text, name_rarity, names_in, names_of, word_rarity

# So many words, not counting function words, say which event is meant, and so many of them must be rare.
ENOUGH_WORDS = 5
ENOUGH_RARE = 3

# The date, the digest of words of the date that say more than it, and the digest of the words.
_Said = tuple[str, bytes, bytes]


def sure(ordered: Sequence[Facts], people: People) -> Iterator[tuple[Telling, Telling]]:
    """Yield pairs of tellings that are one event. `ordered` are briefs, oldest first."""
    candidates = _candidates(ordered, people)
    if not candidates:
        return
    words, names = word_rarity(ordered, people), name_rarity(ordered, people)
    by_date: dict[tuple[str, bytes], list[Telling]] = defaultdict(list)
    for one in candidates:
        if _says_enough(one, words):
            by_date[one.event.date, one.event.telling.times].append(one)
    for of_date in by_date.values():
        for family in _families(of_date):
            yield from _anchored(family, people, names)


def _candidates(ordered: Sequence[Facts], people: People) -> list[Telling]:
    """Return the tellings whose words another brief has too, alone or before a circumstance; people not compared."""
    first: dict[_Said, str] = {}
    alike: set[_Said] = set()
    heads: list[tuple[_Said, _Said]] = []
    for facts in ordered:
        path = facts.path
        for event in facts.events:
            if event.claim:
                continue
            telling = event.telling
            said = (event.date, telling.times, telling.text)
            if first.setdefault(said, path) != path:
                alike.add(said)
            for head, _ in telling.heads:
                heads.append((said, (event.date, telling.times, head)))
    for longer, shorter in heads:
        if shorter in first:
            alike |= {longer, shorter}
    return list(_of_these(ordered, alike, people)) if alike else []


def _of_these(ordered: Iterable[Facts], alike: set[_Said], people: People) -> Iterator[Telling]:
    for facts in ordered:
        for event in facts.events:
            telling = event.telling
            if not event.claim and (event.date, telling.times, telling.text) in alike:
                yield Telling(facts, event, names_in(telling, people.cast[facts.path]))


def _says_enough(one: Telling, rarity: Rarity) -> bool:
    words = one.words
    return len(words) >= ENOUGH_WORDS and sum(map(rarity.is_rare, words)) >= ENOUGH_RARE


def _families(of_date: Iterable[Telling]) -> Iterator[list[Telling]]:
    """Yield tellings of the same words. One that ends in a circumstance belongs to the one that leaves it out.

    Where two tellings differ in the circumstance, it is unknown which of them the shorter telling means; it then stays
    alone.
    """
    by_text: dict[Text, list[Telling]] = defaultdict(list)
    for one in of_date:
        by_text[one.text].append(one)
    longer: dict[Text, set[Text]] = defaultdict(set)
    for text, those in by_text.items():
        heads = {(head, one.names[:count]) for one in those for head, count in one.event.telling.heads}
        # Of several beginnings the longest, which has the most words.
        shorter = max(
            (head for head in heads if head in by_text), key=lambda head: _length(by_text[head][0]), default=None
        )
        if shorter is not None:
            longer[shorter].add(text)
    follows = {text: next(iter(those)) for text, those in longer.items() if len(those) == 1}
    later = set(follows.values())
    for shortest in by_text:
        if shortest not in later:
            yield list(_chain(shortest, follows, by_text))


def _length(one: Telling) -> tuple[int, int, Text]:
    return len(one.names), len(one.event.telling.words), one.text


def _chain(
    text: Text | None, follows: Mapping[Text, Text], by_text: Mapping[Text, Sequence[Telling]]
) -> Iterator[Telling]:
    while text is not None:
        yield from by_text[text]
        text = follows.get(text)


def _anchored(family: Sequence[Telling], people: People, names: Rarity) -> Iterator[tuple[Telling, Telling]]:
    """Pair all if their words name a person, else each with the first that shares a rare name of its brief."""
    first = family[0]
    if first.names:
        yield from ((first, one) for one in family[1:])
        return
    holders: dict[Hashable, Telling] = {}
    for one in family:
        rare = sorted(
            filter(names.is_rare, names_of(one.facts, people)), key=lambda name: (isinstance(name, int), name)
        )
        shared = next((holders[name] for name in rare if name in holders), None)
        if shared is not None:
            yield shared, one
        for name in rare:
            holders.setdefault(name, one)
