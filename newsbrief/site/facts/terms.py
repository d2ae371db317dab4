"""The terms by which related briefs are found: names and words of headline and standfirst, each with a weight."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

from newsbrief.model.brief import Brief
from newsbrief.site.facts.addresses import name_key
from newsbrief.site.facts.hashing import short_hash

# What a shared term counts, by its kind. A term of several kinds counts as the heaviest.
PERSON, ORGANISATION, PLACE, TOPIC, HEADLINE, STANDFIRST = WEIGHTS = (2.0, 1.5, 1.0, 1.0, 1.5, 1.0)
# Weights are stored as numbers of halves.
HALVES = 2
# Shorter words rarely say what a brief is about. Words of scripts without spaces count as pairs of letters.
SHORTEST = 4
WORD = re.compile(r"[^\W\d_]{2,}")


def related_terms(brief: Brief) -> bytes:
    """Return the terms of a brief but its people, packed as `unpacked` reads them.

    The index adds the people, because people.yaml may give them other names.
    """
    found: dict[str, float] = {}
    for term, weight in _terms(brief):
        found[term] = max(weight, found.get(term, 0.0))
    return array("Q", [short_hash(term) << 8 | int(weight * HALVES) for term, weight in found.items()]).tobytes()


def unpacked(terms: bytes) -> Iterator[tuple[int, float]]:
    """Yield each term's hash and its weight."""
    return ((packed >> 8, (packed & 0xFF) / HALVES) for packed in array("Q", terms))


def person_term(key: str) -> int:
    """Return the hash of a person's term; `key` is the last part of the person's address."""
    return short_hash(f"@{key}")


def _terms(brief: Brief) -> Iterable[tuple[str, float]]:
    yield from ((f"#{name_key(name)}", ORGANISATION) for name in brief.organisations)
    yield from ((f"#{name_key(name)}", PLACE) for name in brief.places)
    yield from ((f"#{name_key(name)}", TOPIC) for name in brief.tags)
    yield from ((word, HEADLINE) for word in words(brief.title))
    yield from ((word, STANDFIRST) for word in words(brief.summary))


def words(text: str) -> Iterator[str]:
    """Yield the words of a headline or standfirst that may say what it is about, in lower case."""
    for word in WORD.findall(text.casefold()):
        if _has_spaces(word):
            if len(word) >= SHORTEST:
                yield word
        else:
            yield from (word[place : place + 2] for place in range(len(word) - 1))


def _has_spaces(word: str) -> bool:
    """Return whether a word is of a script that puts spaces between words, such as Latin, Cyrillic or Arabic."""
    return word[0] < "\u0e00" or "\u1000" <= word[0] < "\u1100" or "\u1200" <= word[0] < "\u2e80"
