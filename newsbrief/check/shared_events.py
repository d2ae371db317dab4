"""Events that several briefs tell, with what a person has to decide or correct, as the kinds of findings need it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.site.facts.records import TELLING, Facts
from newsbrief.site.index import same_events
from newsbrief.site.index.groups import Key
from newsbrief.site.index.people import People


class Telling(Struct, frozen=True):
    """An event as one brief tells it."""

    entry: Entry
    event: BriefEvent


class Fault(Struct, frozen=True):
    """A line `field: name` beside an event that cannot be followed, and why. `field` is "same" or "apart"."""

    event: BriefEvent
    field: str
    name: str
    reason: str


class Doubt(Struct, frozen=True):
    """An event that may be the same as one of an older brief. `name` is what front matter calls the older one."""

    event: BriefEvent
    older: Telling
    name: str


Remark = TypeVar("Remark", Fault, Doubt)


class SharedEvents(Struct, frozen=True):
    """`groups` has all tellings of an event that several briefs tell, the oldest brief's first, by each one's key.

    `faults` and `doubts` are by the path of the brief that a person has to change.
    """

    groups: Mapping[Key, tuple[Telling, ...]] = field(default_factory=dict)
    faults: Mapping[str, Sequence[Fault]] = field(default_factory=dict)
    doubts: Mapping[str, Sequence[Doubt]] = field(default_factory=dict)


def found(entries: Iterable[Entry], every: Sequence[Facts], people: People) -> SharedEvents:
    """Return the shared events of briefs. `every` are the facts of the entries, and `people` their people."""
    checked = same_events.check(every, [facts for facts in every if facts.status in TELLING], people)
    tellings = {(entry.path, event.id): Telling(entry, event) for entry in entries for event in entry.brief.events}
    groups: dict[Key, tuple[Telling, ...]] = {}
    for keys in checked.groups:
        groups.update(dict.fromkeys(keys, tuple(tellings[key] for key in keys)))
    faults = (
        (fault.line.key[0], Fault(tellings[fault.line.key].event, fault.line.field, fault.line.name, fault.reason))
        for fault in checked.faults
    )
    doubts = (
        (doubt.newer[0], Doubt(tellings[doubt.newer].event, tellings[doubt.older], doubt.name))
        for doubt in checked.doubts
    )
    return SharedEvents(groups, _by_path(faults), _by_path(doubts))


def _by_path(remarks: Iterable[tuple[str, Remark]]) -> dict[str, list[Remark]]:
    by_path: dict[str, list[Remark]] = defaultdict(list)
    for path, remark in remarks:
        by_path[path].append(remark)
    return by_path
