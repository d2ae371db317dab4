"""Roles of one person that exclude each other: the mayor after the former mayor, the mayors of two towns.

Each role is held against the one that the brief before it gives, so that the time grows with the number of roles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from newsbrief.model.entry import Entry
from newsbrief.site.index.people import People

# Whoever was something may become it again, and an office in another town may be the next one.
AGAIN, ELSEWHERE, LOWER = 365, 180, 30
FORMER = re.compile(
    r"\b(?:former(?:ly)?|ex|one-time|onetime|erstwhile|ehemalige[rsn]?|frühere[rsn]?|einstige[rsn]?|ex-)\b[- ]?",
    re.IGNORECASE,
)
LOWERED = re.compile(r"\b(?:deputy|vice|stellvertretende[rsn]?|vize)\b[- ]?", re.IGNORECASE)
ARTICLE = re.compile(r"^(?:the|a|an|der|die|das|ein|eine)\s+", re.IGNORECASE)
# "mayor of Port Ellery", "Port Ellery's mayor".
PLACED = re.compile(r"^(?P<office>[^,]+?) (?:of|for|von|in) (?P<place>[^,]+)")
OWNED = re.compile(r"^(?P<place>[^,]+?)['’]s? (?P<office>[^,]+)")


class Contradiction(Struct, frozen=True):
    """The person, the role in this brief, and the other role with the brief that gives it."""

    name: str
    role: str
    other: str
    path: str


class _Role(Struct, frozen=True):
    words: str
    office: str
    place: str
    former: bool
    lowered: bool


def found(entries: Iterable[Entry], people: People) -> Mapping[str, Sequence[Contradiction]]:
    """For each brief, by path, the roles in it that contradict the one given before."""
    last: dict[str, tuple[Entry, _Role]] = {}
    told: dict[str, list[Contradiction]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (one.brief.date.day, one.path)):
        for person in entry.brief.people:
            name = people.name(person.name, entry.stem)
            if not person.role or people.is_protected(name):
                continue
            role = _read(person.role)
            older, before = last.get(name, (entry, role))
            days = (entry.brief.date.day - older.brief.date.day).days
            if older is not entry and _exclude(before, role, days):
                told[entry.path].append(Contradiction(name, role.words, before.words, older.path))
            last[name] = entry, role
    return told


def _read(words: str) -> _Role:
    bare = FORMER.sub("", words)
    bare = LOWERED.sub("", bare)
    bare = ARTICLE.sub("", bare.strip())
    match = PLACED.match(bare) or OWNED.match(bare)
    office, place = (match["office"], match["place"]) if match else (bare.partition(",")[0], "")
    office = ARTICLE.sub("", office.strip())
    return _Role(
        words,
        office.casefold(),
        ARTICLE.sub("", place).casefold(),
        bool(FORMER.search(words)),
        bool(LOWERED.search(words)),
    )


def _exclude(before: _Role, now: _Role, days: int) -> bool:
    """Whether two roles of one office cannot both hold; `days` lie between them."""
    if before.office != now.office or not now.office:
        return False
    if before.place and now.place and not set(before.place.split()) & set(now.place.split()):
        return days <= ELSEWHERE and not before.former and not now.former
    if before.former != now.former:
        # That someone is no longer what he was is news, no contradiction.
        return days == 0 or (before.former and days <= AGAIN)
    if before.lowered != now.lowered and not before.former:
        return days == 0 or (now.lowered and days <= LOWER)
    return False
