"""Which briefs lead to which others because they are near, and which look like one story.

Whoever is near to whom is found out from the oldest brief on. A late change begins where only the newest are left: it
has no others before it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsbrief.collate import addresses, facts, kinship, proposals, related
from newsbrief.collate.edition import Edition
from newsbrief.collate.people import People
from newsbrief.collate.proposals import Looks
from newsbrief.model.entry import Entry
from newsbrief.model.register import Shelved

# So many of the newest briefs a late change holds anew against those before them.
NEWEST = 100


@dataclass(frozen=True, slots=True)
class Leads:
    """`older`: for each brief the older ones that it leads to, nearest first, the newest brief first; all by path.

    `roots`: for each brief without a story the oldest of those that it hangs together with, `looks`: what is proposed
    of these; of neither anything is known where nobody is shown proposals. `shelved`: all but the newest briefs.
    """

    older: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: Mapping[str, str] = field(default_factory=dict)
    looks: tuple[Looks, ...] = ()
    shelved: Shelved = field(default_factory=Shelved)


def found(told: Sequence[Entry], people: People, edition: Edition) -> Leads:
    """What leads where in a whole site. `told` is newest first."""
    if "related" not in edition.parts:
        return Leads()
    ordered, shelf = told[::-1], kinship.Shelf(people)
    settled = ordered[: max(0, len(ordered) - NEWEST)]
    near = kinship.held(settled, shelf)
    kept = shelved(shelf, settled)
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
    first = settled[-1].brief.date.day.toordinal() - kinship.LONGEST
    in_sight = {term: tuple([one for one in those if one[0] >= first]) for term, those in shelf.postings.items()}
    postings = {term: those for term, those in in_sight.items() if those}
    paths = {path for those in postings.values() for _, path, _ in those}
    return Shelved(
        age=kinship.age(settled[-1]),
        seen=shelf.seen,
        counts=dict(shelf.counts),
        postings=postings,
        lengths={path: length for path, length in shelf.lengths.items() if path in paths},
    )


def unshelved(kept: Shelved, people: People) -> kinship.Shelf:
    """The same on a shelf that others can be put on."""
    shelf = kinship.Shelf(people, seen=kept.seen)
    shelf.counts.update(kept.counts)
    shelf.lengths.update(kept.lengths)
    for term, those in kept.postings.items():
        shelf.postings[term].extend(those)
    return shelf
