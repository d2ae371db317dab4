"""Which briefs a reader of one may want next, and which briefs without a story look like one."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from hashlib import blake2b
from itertools import islice

import msgspec
from msgspec import Struct

from newsbrief.model.brief import Brief
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import proposals
from newsbrief.site.index.nearness import Described, Window, described, near_in, windows
from newsbrief.site.index.people import People
from newsbrief.site.index.proposals import Proposal
from newsbrief.site.options import BuildOptions

# Less similar than this, two briefs share a town or a common word and no more.
NEAREST = 0.08
EARLIER, LATER = 3, 2
# Numbers that the memo has for each brief: the older briefs that it leads to and the one that it is linked to.
FIELDS = EARLIER + 1
DIGEST_BYTES = 16

Load = Callable[[str], Brief]
# Results of earlier builds: by the digest of all that they depend on.
Memo = MutableMapping[bytes, bytes]


class Related(Struct, frozen=True):
    """`beside` gives the paths that each brief leads to, newest first; `proposals` are for the newsroom."""

    beside: Mapping[str, tuple[str, ...]]
    proposals: tuple[Proposal, ...] = ()


def find(told: Sequence[Facts], people: People, options: BuildOptions, load: Load, memo: Memo) -> Related:
    """Relate briefs, which are newest first.

    `load` reads a brief by its path; `memo` has results of earlier builds and gets new ones.
    """
    if "related" not in options.parts:
        return Related({})
    hidden = frozenset(name for name in people.rules if people.is_protected(name))
    ordered = told[::-1]
    briefs = [described(facts, people.cast[facts.path], hidden) for facts in ordered]
    older, links = _relations(briefs, memo)
    paths = [facts.path for facts in ordered]
    beside = {paths[place]: tuple([paths[other] for other in those]) for place, those in _both_ways(older)}
    if options.publish:
        return Related(beside)
    groups = proposals.groups(proposals.roots(briefs, links), briefs)[: proposals.MOST]
    return Related(beside, tuple(proposals.proposal([ordered[place] for place in one], load, memo) for one in groups))


def _relations(briefs: Sequence[Described], memo: Memo) -> tuple[list[list[int]], dict[int, int]]:
    """Return, by the places of briefs, the older ones that each leads to, and the one that it is linked to, if any."""
    older: list[list[int]] = []
    links: dict[int, int] = {}
    digests: dict[int, bytes] = {}
    for window in windows(briefs):
        digests[window.own] = _digest(msgspec.msgpack.encode(briefs[window.own : window.end]))
        key = _digest(b"related", *(digest for place, digest in digests.items() if place >= window.first))
        packed = memo.get(key)
        if packed is None:
            packed = memo[key] = _packed(briefs, window)
        numbers = memoryview(packed).cast("I")
        for place, start in enumerate(range(0, len(numbers), FIELDS), window.own):
            *distances, link = numbers[start : start + FIELDS]
            older.append([place - distance for distance in distances if distance])
            if link:
                links[place] = place - link
    return older, links


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=DIGEST_BYTES).digest()


def _packed(briefs: Sequence[Described], window: Window) -> bytes:
    """Relate the briefs of a period: how many places before it the others are, 0 for none."""
    packed = array("I")
    for place, near in enumerate(near_in(briefs, window, NEAREST), window.own):
        story = briefs[place].story
        stories = [(window.first + number, briefs[window.first + number].story, by) for number, by in near]
        # The page of a story leads to its own briefs.
        found = (other for other, its_story, by in stories if not story or its_story != story)
        older = [place - other for other in islice(found, EARLIER)]
        linked = (place - other for other, its_story, by in stories if by >= proposals.LINKED and not its_story)
        packed.extend((*older, *[0] * (EARLIER - len(older)), 0 if story else next(linked, 0)))
    return packed.tobytes()


def _both_ways(older: Sequence[Sequence[int]]) -> Iterator[tuple[int, list[int]]]:
    """Yield for each brief its older ones and the newest of those that have it among theirs, the newest first."""
    newer: dict[int, list[int]] = defaultdict(list)
    for place in range(len(older) - 1, -1, -1):
        for other in older[place]:
            newer[other].append(place)
    for place, those in enumerate(older):
        later = newer.get(place)
        yield place, sorted({*those, *later[:LATER]} if later else those, reverse=True)
