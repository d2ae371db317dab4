"""How near briefs are to one another: by the names and the rare words they share, and how close in time they stand.

Each brief is held against older ones only, with what was rare among those: a new brief changes nothing about the old.
The weighing is tf-idf with cosine (Salton and Buckley 1988), each term counted once a brief.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.collate import addresses
from newsbrief.collate.people import People
from newsbrief.model.entry import Entry

# What a shared name tells of being near, against a shared word of the standfirst.
PERSON, ORGANISATION, PLACE, TAG, HEADLINE, STANDFIRST = WEIGHTS = 2.0, 1.5, 1.0, 1.0, 1.5, 1.0
# Words shorter than this are rarely what a brief is about; letters that are words by themselves are counted in pairs.
SHORTEST = 4
WORD = re.compile(r"[^\W\d_]{2,}")
# After so many days two briefs count half as near; after the longest nobody looks.
HALF_LIFE, LONGEST = 60, 240
# A term of more briefs than this within the time looked at tells nothing of any two of them.
MOST_BRIEFS = 60
# What is left of a nearness after so many days. It is rounded, that all machines find the same order.
FADED = [math.pow(0.5, days / HALF_LIFE) for days in range(LONGEST + 1)]
PLACES = 6


class Kin(Struct, frozen=True):
    """An older brief, and how near it is: from 0 to about 1."""

    path: str
    nearness: float


# A brief that has a term: its day, its path, the term's weight in it.
Posting = tuple[int, str, float]


def latest(postings: Iterable[Posting] = ()) -> deque[Posting]:
    """The last of them: one more than there may be tells that a term is too frequent."""
    return deque(postings, maxlen=MOST_BRIEFS + 1)


class Shelf(Struct):
    """The briefs that another may be near to. `postings`: for each term, the latest added that have it."""

    people: People
    seen: int = 0
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    postings: dict[str, deque[Posting]] = field(default_factory=lambda: defaultdict(latest))
    lengths: dict[str, float] = field(default_factory=dict)

    def put(self, entry: Entry) -> None:
        """Add a brief; those that come later are held against it."""
        terms = terms_of(entry, self.people)
        self.lengths[entry.path] = _length(terms, self._rarity(terms))
        self.seen += 1
        for term, weight in terms.items():
            self.counts[term] += 1
            self.postings[term].append((_day(entry), entry.path, weight))

    def nearest(self, entry: Entry) -> tuple[Kin, ...]:
        """The briefs on the shelf that share something with this one, nearest first."""
        day, terms = _day(entry), terms_of(entry, self.people)
        rarity = self._rarity(terms)
        length = _length(terms, rarity)
        shared: dict[str, float] = defaultdict(float)
        apart: dict[str, int] = {}
        for term, weight in terms.items():
            briefs = self.postings[term]
            if len(briefs) > MOST_BRIEFS and day - briefs[0][0] <= LONGEST:
                continue
            rare = rarity[term] ** 2
            for their_day, path, their_weight in briefs:
                shared[path] += weight * their_weight * rare
                apart[path] = abs(day - their_day)
        near = [
            (-round(both / (length * self.lengths[path]) * FADED[apart[path]], PLACES), path)
            for path, both in shared.items()
            if apart[path] <= LONGEST
        ]
        return tuple(Kin(path, -farness) for farness, path in sorted(near))

    def _rarity(self, terms: Mapping[str, float]) -> dict[str, float]:
        return {term: math.log((self.seen + 2) / (self.counts.get(term, 0) + 1)) for term in terms}


def kin(entries: Iterable[Entry], people: People) -> Mapping[str, tuple[Kin, ...]]:
    """For each brief by its path, the older ones that share something with it, nearest first."""
    return held(sorted(entries, key=age), Shelf(people))


def held(entries: Iterable[Entry], shelf: Shelf) -> dict[str, tuple[Kin, ...]]:
    """The same for briefs that are younger than what is on a shelf, the oldest first; they are put there."""
    found = {}
    for entry in entries:
        found[entry.path] = shelf.nearest(entry)
        shelf.put(entry)
    return found


def age(entry: Entry) -> tuple[str, str, str]:
    """Sorts the brief that was published first to the front."""
    moment = entry.brief.date
    return (moment.day.isoformat(), moment.time.isoformat() if moment.time else "", entry.path)


def _day(entry: Entry) -> int:
    return entry.brief.date.day.toordinal()


def _length(terms: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    return math.sqrt(sum((weight * rarity[term]) ** 2 for term, weight in terms.items())) or 1.0


def terms_of(entry: Entry, people: People) -> dict[str, float]:
    """What the brief is about, each with its weight; the heaviest counts where one comes in several ways."""
    brief = entry.brief
    named = ((people.name(person.name, entry), PERSON) for person in brief.people)
    ways: Sequence[tuple[str, float]] = (
        *((f"@{addresses.name_key(name)}", weight) for name, weight in named if not people.protected(name)),
        *((f"#{addresses.name_key(name)}", ORGANISATION) for name in brief.organisations),
        *((f"#{addresses.name_key(name)}", PLACE) for name in brief.places),
        *((f"#{addresses.name_key(name)}", TAG) for name in brief.tags),
        *((word, HEADLINE) for word in words(brief.title)),
        *((word, STANDFIRST) for word in words(brief.summary)),
    )
    terms: dict[str, float] = {}
    for term, weight in ways:
        terms[term] = max(weight, terms.get(term, 0.0))
    return terms


def words(text: str) -> Iterable[str]:
    """The words of a headline or standfirst that may tell what it is about; of scripts without spaces, the pairs."""
    for word in WORD.findall(text.casefold()):
        if _has_spaces(word):
            if len(word) >= SHORTEST:
                yield word
        else:
            yield from (word[place : place + 2] for place in range(len(word) - 1))


def _has_spaces(word: str) -> bool:
    """Latin, Cyrillic and the like; Chinese, Japanese, Korean and Thai letters stand beyond them."""
    return word[0] < "\u0e00" or "\u1000" <= word[0] < "\u1100" or "\u1200" <= word[0] < "\u2e80"
