"""The facts by which the index recognises one event in several briefs."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from newsbrief.model.brief import Brief, BriefEvent
from newsbrief.site.facts.hashing import digest, short_hash
from newsbrief.site.facts.records import TellingFacts
from newsbrief.site.facts.wording import PERSON, Cast, cast_of, wording


def tellings(brief: Brief) -> tuple[TellingFacts, ...]:
    """Return how the brief tells each of its events, in its order."""
    cast = cast_of(brief)
    return tuple(_telling(event, cast) for event in brief.events)


def _telling(event: BriefEvent, cast: Cast) -> TellingFacts:
    said = wording(event, cast)
    distinct = dict.fromkeys(word for word in said.words if word not in cast.language.function)
    return TellingFacts(
        times=digest(sorted(said.times)) if said.times else b"",
        text=_text(said.words),
        heads=tuple((_text(said.words[:end]), len(_people(said.words[:end]))) for end in said.heads),
        people=_people(said.words),
        words=array("I", [short_hash(word) for word in distinct if not _is_person(word)]).tobytes(),
        labelled=bool(event.label),
        same=event.same,
        apart=event.apart,
    )


def _text(words: Sequence[str]) -> bytes:
    return digest([PERSON if _is_person(word) else word for word in words])


def _people(words: Sequence[str]) -> tuple[int, ...]:
    return tuple(int(word[len(PERSON) :]) for word in words if _is_person(word))


def _is_person(word: str) -> bool:
    return word.startswith(PERSON) and len(word) > len(PERSON)


def known_names(brief: Brief) -> bytes:
    """Return the hashes, 4 bytes each, of the organisations and places that the brief names."""
    names = dict.fromkeys(name.casefold() for name in (*brief.organisations, *brief.places))
    return array("I", map(short_hash, names)).tobytes()
