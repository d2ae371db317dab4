"""Which events of different briefs are one: what people wrote (`same`, `apart`), then what the machine is sure of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field

from newsbrief.collate.groups import Groups
from newsbrief.collate.people import People
from newsbrief.collate.retold import Told, perhaps, rarities, sure
from newsbrief.collate.tellings import Key, Shelf, Telling, tellings
from newsbrief.collate.wording import cast, wording
from newsbrief.model.entry import Entry


class Fault(Struct, frozen=True):
    """A line `field: name` beside an event that cannot be followed, and why."""

    telling: Telling
    field: str
    name: str
    reason: str


class Doubt(Struct, frozen=True):
    """Two tellings that may be one event; `name` is what front matter calls the older one."""

    telling: Telling
    older: Telling
    name: str


Remark = TypeVar("Remark", Fault, Doubt)


class Same(Struct, frozen=True):
    """`groups`: for an event that several tellings are of, all of them, the oldest brief's first.

    `told`: all tellings but claims.

    `faults` and `doubts` are by the path of the brief in which there is something to write.
    """

    groups: Mapping[Key, tuple[Telling, ...]] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    faults: Mapping[str, tuple[Fault, ...]] = field(default_factory=dict)
    doubts: Mapping[str, tuple[Doubt, ...]] = field(default_factory=dict)


def found(entries: Sequence[Entry], told: Iterable[Entry], people: People, doubts: bool = False) -> Same:
    """Bring the events of `told` together. `entries`: all briefs that a name may mean, though they are not shown.

    `doubts`: also look for pairs that a person should decide about, which takes longer.
    """
    every = tellings(told)
    shelf = Shelf.of(entries)
    groups = Groups(_apart(every, shelf))
    faults = [*_faults(every, shelf), *_same(every, shelf, groups)]
    worded = told_plainly(every, people)
    for one, other in sure(worded, *rarities(worded)):
        groups.join_briefs(one.key, other.key)
    asked = _doubts(worded, shelf, groups) if doubts else ()
    return Same(_by_key(every, groups), worded, _by_path(faults), _by_path(asked))


def told_plainly(every: Sequence[Telling], people: People) -> tuple[Told, ...]:
    """Tellings with their wording, but for claims: what somebody claims is not what happened, though worded alike."""
    entries = {telling.entry.path: telling.entry for telling in every}
    casts = {path: cast(entry, people) for path, entry in entries.items()}
    plain = (one for one in every if not one.event.claim)
    return tuple(Told(one, wording(one.event, casts[one.entry.path]), casts[one.entry.path]) for one in plain)


def _apart(every: Sequence[Telling], shelf: Shelf) -> Iterator[tuple[Key, Key]]:
    """An event that is not there any more may have got another id: then all of that brief's are kept apart."""
    for telling in every:
        for name in telling.event.apart:
            brief, _, wanted = name.partition("#")
            for entry in shelf.called(brief):
                ids = [event.id for event in entry.brief.events]
                yield from ((telling.key, (entry.path, one)) for one in ids if one == wanted or wanted not in ids)


def _same(every: Sequence[Telling], shelf: Shelf, groups: Groups) -> Iterator[Fault]:
    """Join what people say is one; two that both name a brief which is not shown are one all the same."""
    for telling in every:
        for name in telling.event.same:
            brief, _, wanted = name.partition("#")
            entries = shelf.called(brief)
            target = (entries[0].path, wanted) if len(entries) == 1 else ("", name)
            if not groups.join(telling.key, target):
                yield Fault(telling, "same", name, "other lines keep the two apart; take one of them out")


def _faults(every: Sequence[Telling], shelf: Shelf) -> Iterator[Fault]:
    for telling in every:
        event = telling.event
        for which, name in [("same", name) for name in event.same] + [("apart", name) for name in event.apart]:
            reason = _fault(telling, name, shelf)
            if reason:
                yield Fault(telling, which, name, reason)


def _fault(telling: Telling, name: str, shelf: Shelf) -> str:
    brief, _, wanted = name.partition("#")
    entries = shelf.called(brief)
    if not entries:
        return f"no brief has the slug {brief}"
    if len(entries) > 1:
        names = " or ".join(sorted(shelf.name(Telling(entry, telling.event)).partition("#")[0] for entry in entries))
        return f"{len(entries)} briefs have the slug {brief}; write {names} before the #"
    ids = [event.id for event in entries[0].brief.events]
    if wanted not in ids:
        return f"that brief has no event {wanted}; it has {', '.join(ids) or 'none'}"
    return "that is this event itself" if (entries[0].path, wanted) == telling.key else ""


def _doubts(told: Sequence[Told], shelf: Shelf, groups: Groups) -> Iterator[Doubt]:
    """The weightiest first; two groups are asked about once, and each telling at most once as the newer one."""
    asked: set[frozenset[Key] | Key] = set()
    for _, older, newer in sorted(perhaps(told), key=lambda one: (-one[0], one[1].age, one[2].age)):
        pair = frozenset((groups.root(older.key), groups.root(newer.key)))
        if len(pair) < 2 or pair in asked or newer.key in asked or groups.apart(older.key, newer.key):
            continue
        asked |= {pair, newer.key}
        yield Doubt(newer, older, shelf.name(older))


def _by_path(remarks: Iterable[Remark]) -> dict[str, tuple[Remark, ...]]:
    by_path: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        by_path[remark.telling.entry.path].append(remark)
    return {path: tuple(those) for path, those in by_path.items()}


def _by_key(every: Sequence[Telling], groups: Groups) -> dict[Key, tuple[Telling, ...]]:
    place = {telling.key: number for number, telling in enumerate(every)}
    by_key: dict[Key, tuple[Telling, ...]] = {}
    for keys in groups.all():
        those = tuple(every[number] for number in sorted(place[key] for key in keys if key in place))
        if len(those) > 1:
            by_key.update({telling.key: those for telling in those})
    return by_key
