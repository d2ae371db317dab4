"""Which briefs lead to which others because they are near, and which look like one story.

Whoever is near to whom is found out from the oldest brief on. A late change begins where only the newest are left: it
has no others before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from newsbrief.collate import addresses, facts, kinship, proposals, related
from newsbrief.collate.edition import Edition
from newsbrief.collate.kinship import Posting
from newsbrief.collate.people import People
from newsbrief.collate.proposals import Looks
from newsbrief.model.entry import Entry
from newsbrief.model.register import Shelved

# So many of the newest briefs a late change holds anew against those before them.
NEWEST = 100


class Leads(Struct, frozen=True):
    """`older`: for each brief the older ones that it leads to, nearest first, the newest brief first; all by path.

    `roots`: for each brief without a story the oldest of those that it hangs together with, `looks`: what is proposed
    of these; of neither anything is known where nobody is shown proposals. `shelved`: all but the newest briefs.
    """

    older: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: Mapping[str, str] = field(default_factory=dict)
    looks: tuple[Looks, ...] = ()
    shelved: Shelved = field(default_factory=Shelved)


def found(told: Sequence[Entry], people: People, edition: Edition, *, register: bool = False) -> Leads:
    """What leads where in a whole site. `told` is newest first. `register`: also keep what is shelved for it."""
    if "related" not in edition.parts:
        return Leads()
    ordered, shelf = told[::-1], kinship.Shelf(people)
    settled = ordered[: max(0, len(ordered) - NEWEST)]
    near = kinship.held(settled, shelf)
    kept = shelved(shelf, settled) if register else Shelved()
    near |= kinship.held(ordered[len(settled) :], shelf)
    stories = {entry.path: _story(entry) for entry in told}
    roots = proposals.roots(ordered, near) if proposing(edition) else {}
    return Leads(
        older={path: related.older(near[path], own, stories) for path, own in stories.items()},
        roots=roots,
        looks=proposals.looks(roots, {entry.path: entry for entry in told}, proposals.PROPOSALS),
        shelved=kept,
    )


def proposing(edition: Edition) -> bool:
    """Whether anybody is shown what looks like a story: readers are not."""
    return "related" in edition.parts and not edition.publish


def _story(entry: Entry) -> str:
    return addresses.name_key(facts.story_name(entry)) if facts.story_name(entry) else ""


def shelved(shelf: kinship.Shelf, settled: Sequence[Entry]) -> Shelved:
    """What is on a shelf, as it is kept. `settled`: the briefs on it, oldest first.

    Too old to be near to a younger brief is what has gone out of sight of the youngest here. A term that is too
    frequent is so by the latest that have it; of these none is left out as long as the first is in sight.
    """
    if not settled:
        return Shelved()
    first = _day(settled[-1]) - kinship.LONGEST
    in_sight = [(one.path, _day(one), shelf.lengths[one.path]) for one in settled if _day(one) >= first]
    places = {path: place for place, (path, _, _) in enumerate(in_sight)}
    weights = tuple(sorted(set(kinship.WEIGHTS)))
    codes = {weight: code for code, weight in enumerate(weights)}
    postings = (
        (term, tuple([places[path] * len(weights) + codes[weight] for day, path, weight in those if day >= first]))
        for term, those in shelf.postings.items()
    )
    return Shelved(
        age=kinship.age(settled[-1]),
        seen=shelf.seen,
        counts=dict(shelf.counts),
        weights=weights,
        briefs=tuple(in_sight),
        postings={term: those for term, those in postings if those},
    )


def _day(entry: Entry) -> int:
    return entry.brief.date.day.toordinal()


def unshelved(kept: Shelved, people: People) -> kinship.Shelf:
    """The same on a shelf that others can be put on."""
    shelf = kinship.Shelf(people, kept.seen, postings=_Postings(kept))
    shelf.counts.update(kept.counts)
    shelf.lengths.update((path, length) for path, _, length in kept.briefs)
    return shelf


class _Postings(dict[str, deque[Posting]]):
    """Those of a term are read when somebody asks for them: few are."""

    def __init__(self, kept: Shelved) -> None:
        super().__init__()
        self._kept = kept
        self._each = [(day, path, weight) for path, day, _ in kept.briefs for weight in kept.weights]

    def __missing__(self, term: str) -> deque[Posting]:
        numbers = self._kept.postings.get(term, ())
        self[term] = found = kinship.latest([self._each[number] for number in numbers])
        return found
