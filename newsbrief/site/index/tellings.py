"""Events as briefs tell them, with the people whom their words name under the names that they have on the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import Struct

from newsbrief.site.facts.records import EventFacts, Facts, TellingFacts
from newsbrief.site.index.groups import Key
from newsbrief.site.index.people import People
from newsbrief.site.index.rarity import Rarity

# A word in so few texts, and a name in so few briefs, is always rare.
FEW_TEXTS = 5
FEW_BRIEFS = 10

# The digest of a text and the people whom it names, in order: what makes two texts equal.
Text = tuple[bytes, tuple[str, ...]]


class Telling(Struct, frozen=True):
    """An event of one brief. `names` are the people whom its words name, in order."""

    facts: Facts
    event: EventFacts
    names: tuple[str, ...]

    @property
    def key(self) -> Key:
        """The brief's path and the event's id."""
        return self.facts.path, self.event.id

    @property
    def text(self) -> Text:
        """Its words and people."""
        return self.event.telling.text, self.names

    @property
    def words(self) -> frozenset[Hashable]:
        """Return the distinct words that say something, as hashes, and people, as names."""
        return frozenset((*memoryview(self.event.telling.words).cast("I"), *self.names))


def plain_tellings(ordered: Iterable[Facts], people: People) -> Iterator[Telling]:
    """Yield all tellings but claims: what somebody claims need not have happened."""
    for facts in ordered:
        cast = people.cast[facts.path]
        for event in facts.events:
            if not event.claim:
                yield Telling(facts, event, names_in(event.telling, cast))


def names_in(telling: TellingFacts, cast: Sequence[str]) -> tuple[str, ...]:
    """Return the people whom a telling names, in order. `cast` has the site's names of the brief's people."""
    return tuple([cast[place] for place in telling.people]) if telling.people else ()


def names_of(facts: Facts, people: People) -> list[Hashable]:
    """Return the people of a brief, and the hashes of its organisations and places; none twice."""
    cast = people.cast[facts.path]
    named = dict.fromkeys(name for one, name in zip(facts.people, cast, strict=True) if one.named)
    return [*named, *memoryview(facts.lists.known).cast("I")]


def word_rarity(ordered: Iterable[Facts], people: People) -> Rarity:
    """Count in how many distinct texts each word and person is."""
    texts: dict[Text, bytes] = {}
    for facts in ordered:
        cast = people.cast[facts.path]
        for event in facts.events:
            if not event.claim:
                telling = event.telling
                texts[telling.text, names_in(telling, cast)] = telling.words
    # One call for all texts: counting each by itself takes much longer.
    counts: Counter[Hashable] = Counter(memoryview(b"".join(texts.values())).cast("I"))
    counts.update(name for _, names in texts for name in set(names))
    return Rarity(counts, len(texts), FEW_TEXTS)


def name_rarity(ordered: Iterable[Facts], people: People) -> Rarity:
    """Count in how many briefs with events each person, organisation and place is."""
    telling = (facts for facts in ordered if any(not event.claim for event in facts.events))
    return Rarity.of((names_of(facts, people) for facts in telling), FEW_BRIEFS)
