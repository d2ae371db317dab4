"""Proposals of stories: the story that a brief without one may belong to, and briefs that look like a new story.

An editor decides, by a `story:` line in the brief.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from hashlib import blake2b

import msgspec
from msgspec import Struct

from newsbrief.model.brief import Brief
from newsbrief.model.entry import PersonRule
from newsbrief.site.facts.records import Facts, NameFacts
from newsbrief.site.facts.terms import words
from newsbrief.site.index import people as index_people
from newsbrief.site.index.nearness import BEFORE, Described, TermIndex, described, near_in, period_of, windows
from newsbrief.site.index.people import People

# How similar the most similar briefs of a story are together, and how many times as similar as those of the second one.
SURE, AHEAD = 0.15, 1.5
COUNTED = 3
# Briefs without a story that are this similar are linked. A smaller group needs no story.
LINKED = 0.14
FEWEST = 3
# The latest so many briefs show what a group is about, in so many words.
LATEST = 12
SHARED = 4
# So many proposals are enough for a day.
MOST = 12
DIGEST_BYTES = 16


class Proposal(Struct, frozen=True):
    """`paths`: briefs that look like one story, oldest first; `shared`: names and words that the latest have."""

    paths: tuple[str, ...]
    shared: tuple[str, ...]


class Proposed(Struct, frozen=True):
    """`stories`: the name of the story that a brief without one may belong to, by path; `new`: groups that look new."""

    stories: Mapping[str, str]
    new: tuple[Proposal, ...]


def proposed(told: Sequence[Facts], people: People, load: Callable[[str], Brief]) -> Proposed:
    """Return all proposals for briefs, in any order; `load` reads a brief by its path."""
    ordered = sorted(told, key=lambda facts: facts.age)
    hidden = _hidden(people)
    briefs = [described(facts, people.cast[facts.path], hidden) for facts in ordered]
    joining: dict[str, str] = {}
    links: dict[int, int] = {}
    for window in windows(briefs):
        for place, found in enumerate(near_in(briefs, window), window.own):
            if briefs[place].story:
                continue
            near = [(window.first + number, by) for number, by in found]
            if name := story_for((ordered[other].lists.story, by) for other, by in near):
                joining[ordered[place].path] = name
            link = next((other for other, by in near if by >= LINKED and not briefs[other].story), None)
            if link is not None:
                links[place] = link
    memo: dict[bytes, bytes] = {}
    found_groups = [[ordered[place] for place in group] for group in groups(roots(briefs, links), briefs)]
    new = [group for group in found_groups if joining.keys().isdisjoint(facts.path for facts in group)]
    return Proposed(joining, tuple(proposal(group, load, memo) for group in new))


def story_for(near: Iterable[tuple[NameFacts, float]]) -> str:
    """Return the name of the story that a brief seems to belong to, or "".

    `near` gives the stories of similar briefs, the most similar first, with how similar each is.
    """
    names: dict[str, str] = {}
    found: dict[str, list[float]] = defaultdict(list)
    for story, by in near:
        if story.key:
            names.setdefault(story.key, story.name)
            found[story.key].append(by)
    ranked = sorted(((sum(those[:COUNTED]), key) for key, those in found.items()), reverse=True)
    if not ranked or ranked[0][0] < SURE:
        return ""
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return names[ranked[0][1]] if ranked[0][0] >= AHEAD * second else ""


def roots(briefs: Sequence[Described], links: Mapping[int, int]) -> dict[int, int]:
    """Return, for each brief without a story, the oldest one that links lead to. All are places, oldest first."""
    found: dict[int, int] = {}
    for place, brief in enumerate(briefs):
        if not brief.story:
            found[place] = found[links[place]] if place in links else place
    return found


def groups(found: Mapping[int, int], briefs: Sequence[Described]) -> list[list[int]]:
    """Return the places of briefs that look like a story, the group with the latest brief first, each oldest first."""
    by_root: dict[int, list[int]] = {}
    for place, root in found.items():
        by_root.setdefault(root, []).append(place)
    enough = (places for places in by_root.values() if len(places) >= FEWEST)
    return sorted(enough, key=lambda places: briefs[places[-1]].day, reverse=True)


def proposal(group: Sequence[Facts], load: Callable[[str], Brief], memo: MutableMapping[bytes, bytes]) -> Proposal:
    """Return the proposal of a group of briefs, oldest first. What they share is read from the briefs or the memo."""
    latest = group[-LATEST:]
    digests = b"".join(facts.digests.text for facts in latest)
    key = blake2b(b"shared" + digests, digest_size=DIGEST_BYTES).digest()
    packed = memo.get(key)
    if packed is None:
        packed = memo[key] = msgspec.msgpack.encode(_shared([load(facts.path) for facts in latest]))
    return Proposal(tuple(facts.path for facts in group), msgspec.msgpack.decode(packed, type=tuple[str, ...]))


def _shared(briefs: Iterable[Brief]) -> tuple[str, ...]:
    """Return the names that most of the briefs have, and words of headlines that are in no name."""
    counts: Counter[str] = Counter()
    for brief in briefs:
        named = {*(one.name for one in brief.people), *brief.organisations, *brief.places, *brief.tags}
        counts.update(named)
        counts.update({word for word in words(brief.title) if not any(word in name.casefold() for name in named)})
    common = [(term, count) for term, count in counts.items() if count > 1]
    return tuple(term for term, _ in sorted(common, key=lambda one: (-one[1], one[0])))[:SHARED]


def _hidden(people: People) -> frozenset[str]:
    return frozenset(name for name in people.rules if people.is_protected(name))


class Stories:
    """The briefs that a new one is compared with, in order to find its story."""

    def __init__(self, known: Iterable[Facts], rules: Iterable[PersonRule]) -> None:
        self._known = sorted(known, key=lambda facts: facts.age)
        self._people = index_people.gather(self._known[::-1], rules)
        self._hidden = _hidden(self._people)
        self._any = any(facts.lists.story.key for facts in self._known)
        # By period: the index and the stories of its briefs. A new brief may be older than those that are known.
        self._indexes: dict[int, tuple[TermIndex, list[NameFacts]]] = {}

    def story(self, facts: Facts) -> str:
        """Return the name of the story that a new brief may belong to, or ""."""
        if not self._any:
            return ""
        brief = self._described(facts)
        index, stories = self._around(period_of(brief.day))
        return story_for((stories[number], by) for number, by in index.nearest(brief))

    def put(self, facts: Facts) -> None:
        """Add a brief, with its story, for those that come after it."""
        if not self._any:
            return
        self._known.append(facts)
        brief = self._described(facts)
        for period, (index, stories) in self._indexes.items():
            if abs(period - period_of(brief.day)) <= BEFORE:
                index.add(brief)
                stories.append(facts.lists.story)

    def _around(self, period: int) -> tuple[TermIndex, list[NameFacts]]:
        if period not in self._indexes:
            every = ((facts, self._described(facts)) for facts in self._known)
            those = [(facts, one) for facts, one in every if abs(period - period_of(one.day)) <= BEFORE]
            self._indexes[period] = (TermIndex([one for _, one in those]), [facts.lists.story for facts, _ in those])
        return self._indexes[period]

    def _described(self, facts: Facts) -> Described:
        cast = [self._people.name_by_key(one.key, one.name, facts.stem) for one in facts.people]
        return described(facts, cast, self._hidden)
