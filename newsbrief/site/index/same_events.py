"""Which events of different briefs are one: what editors wrote (`same:`, `apart:`), then what is sure by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from newsbrief.site.facts.records import Facts
from newsbrief.site.index import event_doubts, event_lines, retold
from newsbrief.site.index.event_lines import Fault
from newsbrief.site.index.event_names import BriefNames
from newsbrief.site.index.groups import Groups, Key
from newsbrief.site.index.people import People


class Doubt(Struct, frozen=True):
    """Two events that may be one. `name` is what the newer one's front matter would call the older one."""

    newer: Key
    older: Key
    name: str


class Checked(Struct, frozen=True):
    """`groups` are as `find` returns them, `faults` lines that cannot be followed, `doubts` for a person to decide."""

    groups: tuple[tuple[Key, ...], ...]
    faults: tuple[Fault, ...]
    doubts: tuple[Doubt, ...]


def find(visible: Sequence[Facts], told: Sequence[Facts], people: People) -> tuple[tuple[Key, ...], ...]:
    """Return the tellings of each event that several briefs tell, the oldest brief's first.

    `visible` are all briefs that a line may name, `told` those whose events count, both in any order.
    """
    ordered = sorted(told, key=lambda facts: facts.age)
    written = event_lines.lines(ordered)
    groups, _ = event_lines.groups_of(written, BriefNames.of(visible) if written else BriefNames({}))
    return _joined(groups, ordered, people)


def check(visible: Sequence[Facts], told: Sequence[Facts], people: People) -> Checked:
    """Return the same, with faults in lines and pairs in doubt. Takes longer than `find`."""
    ordered = sorted(told, key=lambda facts: facts.age)
    written, names = event_lines.lines(ordered), BriefNames.of(visible)
    groups, contradictions = event_lines.groups_of(written, names)
    faults = (*event_lines.faults(written, names), *contradictions)
    return Checked(_joined(groups, ordered, people), faults, tuple(_doubts(ordered, people, names, groups)))


def _joined(groups: Groups, ordered: Sequence[Facts], people: People) -> tuple[tuple[Key, ...], ...]:
    """Join what is surely one event, and return every group of at least two events that are shown."""
    for one, other in retold.sure(ordered, people):
        groups.join_briefs(one.key, other.key)
    joined = list(groups.all())
    if not joined:
        return ()
    every = ((facts.path, event.id) for facts in ordered for event in facts.events)
    places = {key: place for place, key in enumerate(every)}
    shown = (sorted((key for key in keys if key in places), key=places.__getitem__) for keys in joined)
    return tuple(sorted((tuple(keys) for keys in shown if len(keys) > 1), key=lambda keys: places[keys[0]]))


def _doubts(ordered: Sequence[Facts], people: People, names: BriefNames, groups: Groups) -> Iterable[Doubt]:
    """Yield doubts, the heaviest first; one for two groups, and one for each event as the newer one."""
    written: set[frozenset[Key] | Key] = set()
    for older, newer in event_doubts.perhaps(ordered, people):
        pair = frozenset((groups.root(older.key), groups.root(newer.key)))
        in_doubt = pair in written or newer.key in written
        if len(pair) < 2 or in_doubt or groups.are_apart(older.key, newer.key):
            continue
        written |= {pair, newer.key}
        yield Doubt(newer.key, older.key, names.name(older.facts, older.event.id))
