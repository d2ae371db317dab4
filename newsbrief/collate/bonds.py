"""What brings briefs together: which events are one, which briefs are near, how often all of them say what of whom.

All of it follows from the briefs alone, not from what pages show, and takes as long as the rest: a copy of the process
may find it out meanwhile, and tell it in plain values.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from newsbrief.collate import leading, same_event
from newsbrief.collate.edition import Edition
from newsbrief.collate.late.standing import share, standing, worded
from newsbrief.collate.leading import Leads
from newsbrief.collate.people import People
from newsbrief.collate.same_event import Same
from newsbrief.collate.tellings import tellings
from newsbrief.collate.things import Things
from newsbrief.model.entry import Entry
from newsbrief.model.register import Standing


class Bonds(Struct, frozen=True):
    """`groups`: the tellings of one event, the oldest first, by their places among all tellings.

    `standing`: for the register, where one is kept.
    """

    groups: tuple[tuple[int, ...], ...]
    leads: Leads = field(default_factory=Leads)
    standing: Standing | None = None


def found(
    visible: Sequence[Entry], told: Sequence[Entry], named: tuple[People, Things], edition: Edition, *, register: bool
) -> Bonds:
    """`visible` is newest first; `told` are those of them that tell of something."""
    people, things = named
    same = same_event.found(visible, told, people)
    place = {telling.key: number for number, telling in enumerate(tellings(told) if same.groups else ())}
    groups = (tuple(place[one.key] for one in group) for key, group in same.groups.items() if key == group[0].key)
    shares = (share(entry, people, things, ()) for entry in told)
    return Bonds(
        groups=tuple(groups),
        leads=leading.found(told, people, edition, register=register),
        standing=standing(shares, worded(same.told)) if register else None,
    )


def same(bonds: Bonds, told: Sequence[Entry]) -> Same:
    """The events that are one, out of the same briefs."""
    every = tellings(told) if bonds.groups else ()
    groups = [tuple(every[place] for place in places) for places in bonds.groups]
    return Same({telling.key: group for group in groups for telling in group})
