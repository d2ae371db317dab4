"""One event told by several briefs as one entry: a telling leads, the others are its sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate.dating import period
from newsbrief.collate.same_event import Same
from newsbrief.collate.tellings import Key, Telling
from newsbrief.collate.timeline import once
from newsbrief.model.views import EventView, Link

# Views of events by the path of the brief that tells them.
ByBrief = Mapping[str, tuple[EventView, ...]]


class Merged(Struct, frozen=True):
    """`own`: each brief's events as it tells them, with the other tellings. `entries`: those of the timelines.

    An entry that several briefs tell stands under each of them, and leads to the same place.
    """

    own: ByBrief
    entries: ByBrief


def merged(happened: ByBrief, same: Same) -> Merged:
    """Bring the views together as `same` says; one that no other brief tells stays as it is."""
    views = {(path, view.id): view for path, those in happened.items() for view in those}
    made: dict[Key, EventView] = {}
    for key, group in same.groups.items():
        # The claim of somebody who may not be named has no view.
        shown = [(telling, views[telling.key]) for telling in group if telling.key in views]
        if key == group[0].key and shown:
            entry = _entry(shown)
            made.update({telling.key: entry for telling, _ in shown})
    own, entries = {}, {}
    for path, those in happened.items():
        paired = [(view, made.get((path, view.id), view)) for view in those]
        own[path] = tuple(_informed(view, entry) for view, entry in paired)
        entries[path] = once(entry for _, entry in paired)
    return Merged(own, entries)


def _entry(group: Sequence[tuple[Telling, EventView]]) -> EventView:
    """`group`: the oldest brief's first. What is in review is a source at most: readers do not have it."""
    _, lead = min(group, key=_rank)
    peers = [view for _, view in group if view.review == lead.review]
    return replace(
        lead,
        uid=peers[0].anchor,
        people=_people(lead, peers),
        background=all(view.background for view in peers),
        announced=all(view.announced for view in peers),
        overdue=all(view.overdue for view in peers),
        outcome=next((view.outcome for view in (lead, *peers) if view.outcome), ""),
        also=_others(lead, [view for _, view in group]),
        changed=max(view.changed for view in peers),
    )


def _rank(one: tuple[Telling, EventView]) -> tuple[bool, bool, bool, int]:
    """A person's own words lead, then what happened before what was to happen, the nearer date, the older brief."""
    telling, view = one
    first, last = period(telling.event.date)
    return view.review, not telling.event.label, view.announced, (last - first).days


def _people(lead: EventView, peers: Sequence[EventView]) -> tuple[Link, ...]:
    return tuple(dict.fromkeys(person for view in (lead, *peers) for person in view.people))


def _others(lead: EventView, views: Sequence[EventView]) -> tuple[EventView, ...]:
    """One telling of each other brief."""
    by_brief: dict[str | None, EventView] = {}
    for view in views:
        by_brief.setdefault(view.brief.url, view)
    return tuple(view for url, view in by_brief.items() if url != lead.brief.url)


def _informed(view: EventView, entry: EventView) -> EventView:
    if entry is view:
        return view
    tellings = (replace(entry, also=()), *entry.also) if entry.anchor != view.anchor else entry.also
    return replace(
        view,
        uid=entry.uid,
        overdue=view.overdue and entry.overdue,
        outcome=view.outcome or entry.outcome or _told(view, entry),
        also=_others(view, tellings),
    )


def _told(view: EventView, entry: EventView) -> str:
    """What another brief tells happened, where this one only announced it."""
    return entry.text if view.announced and not (entry.announced or entry.review) and entry.text != view.text else ""
