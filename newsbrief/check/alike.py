"""Names of two spellings that may be one person's.

Only names that nearly agree are held against one another at all, found by what they share, so that the time grows with
the number of names. Few are told: the briefs must be near to one another, and nothing may speak for two people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from newsbrief import rules
from newsbrief.model.entry import Entry
from newsbrief.site.facts.addresses import name_key
from newsbrief.site.index.people import People

# Shorter names have too many neighbours.
SHORTEST = 8
SHORTEST_WORD = 4
# So near in time must two briefs be that are of no common story, in days.
NEAR, NEAR_IF_SAME_WORDS = 30, 365
# More names than this that share something share nothing that tells.
MOST_NAMES = 12
# Of each name the latest briefs are asked.
LATEST = 12


class Spelling(Struct, frozen=True):
    """`name` stands in this brief, `other` in `count` others, the latest of which is `path`."""

    name: str
    other: str
    path: str
    count: int


Briefs = Mapping[str, Sequence[Entry]]


def found(entries: Iterable[Entry], people: People) -> Mapping[str, Sequence[Spelling]]:
    """For each brief, by path, the names in it that another brief may spell otherwise; each pair is told once."""
    briefs = _by_name(entries, people)
    told: dict[str, list[Spelling]] = defaultdict(list)
    for one, other in sorted(_pairs(briefs)):
        if one in people.rules and other in people.rules:
            continue  # a person has given each a line of its own
        if _one_person(one, other, briefs, people):
            rare, common = sorted((one, other), key=lambda name: (len(briefs[name]), -_latest(briefs[name]), name))
            told[briefs[rare][-1].path].append(Spelling(rare, common, briefs[common][-1].path, len(briefs[common])))
    return told


def _by_name(entries: Iterable[Entry], people: People) -> dict[str, list[Entry]]:
    """The briefs of everyone with a first and a last name, oldest first."""
    briefs: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda one: (one.brief.date.day, one.path)):
        bodies = {name_key(name) for name in (*entry.brief.organisations, *entry.brief.places)}
        named = (*(one.name for one in entry.brief.people), *(one.speaker for one in entry.brief.quotes))
        for name in dict.fromkeys(people.name(name, entry.stem) for name in named if name):
            if " " in name and name_key(name) not in bodies and not people.is_protected(name):
                briefs[name].append(entry)
    return briefs


def _latest(briefs: Sequence[Entry]) -> int:
    return briefs[-1].brief.date.day.toordinal()


def _pairs(names: Iterable[str]) -> set[tuple[str, str]]:
    """Names that agree but for the order of their words, a middle one, an initial, or one letter."""
    sharing: dict[tuple[str, ...], list[str]] = defaultdict(list)
    initials: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in names:
        words = name_key(name).split("-")
        for trait in set(_traits(words)):
            sharing[trait].append(name)
        initials[words[0][0], words[-1]].append(name)
    pairs: set[tuple[str, str]] = set()
    for group in sharing.values():
        if 1 < len(group) <= MOST_NAMES:
            pairs.update((min(pair), max(pair)) for pair in combinations(group, 2))
    for (letter, _), group in initials.items():
        short = [name for name in group if name_key(name).split("-")[0] == letter]
        if short and len(group) <= MOST_NAMES:
            pairs.update((min(one, two), max(one, two)) for one in short for two in group if one != two)
    return pairs


def _traits(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield ("words", *sorted(words))
    yield ("letters", "".join(words))
    if len(words) > 1 and len(words[0]) > 1:
        yield ("ends", words[0], words[-1])
    letters = " ".join(words)
    if len(letters) >= SHORTEST:
        # Two names that are one letter apart are alike once the right letter of each is left out.
        yield ("letter", letters)
        yield from (("letter", letters[:at] + letters[at + 1 :]) for at in range(len(letters)))


def _one_person(one: str, other: str, briefs: Briefs, people: People) -> bool:
    mine, theirs = briefs[one][-LATEST:], briefs[other][-LATEST:]
    if {entry.path for entry in briefs[one]} & {entry.path for entry in briefs[other]}:
        return False  # one brief tells them apart
    first, second = name_key(one).split("-"), name_key(other).split("-")
    same_words = sorted(first) == sorted(second) or "".join(first) == "".join(second)
    if not same_words and _two_names(first, second):
        return False
    return any(_related(a, b, (one, other), people, same_words) for a in mine for b in theirs)


def _two_names(first: Sequence[str], second: Sequence[str]) -> bool:
    """“Maria” and "Marie" are one letter apart, and two names; so are short ones, and those that begin otherwise."""
    given = rules.load().people.given
    if first[0] != second[0] and first[0] in given and second[0] in given:
        return True
    apart = (
        [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]] if len(first) == len(second) else []
    )
    return any(one[0] != other[0] or (1 < min(len(one), len(other)) < SHORTEST_WORD) for one, other in apart)


def _related(a: Entry, b: Entry, names: tuple[str, str], people: People, same_words: bool) -> bool:
    """Whether two briefs speak of one matter, and give the names no two roles."""
    days = abs((a.brief.date.day - b.brief.date.day).days)
    if same_words:
        return days <= NEAR_IF_SAME_WORDS or _one_story(a, b)
    both = zip((a, b), names, strict=True)
    roles = [_role_words(people.role_in(entry.brief, entry.stem, name)) for entry, name in both]
    if all(roles):
        return bool(roles[0] & roles[1]) and (days <= NEAR or _one_story(a, b))
    return _one_story(a, b) or (days <= NEAR and len(_about(a) & _about(b)) > 1)


def _one_story(a: Entry, b: Entry) -> bool:
    story = a.brief.story_name
    return bool(story) and name_key(story) == name_key(b.brief.story_name)


def _role_words(role: str) -> set[str]:
    small = rules.load().words.function
    return (
        {word for word in name_key(role).split("-") if word and word not in small and len(word) > 1} if role else set()
    )


def _about(entry: Entry) -> set[str]:
    brief = entry.brief
    return {name_key(name) for name in (*(one.name for one in brief.people), *brief.organisations, *brief.places)}
