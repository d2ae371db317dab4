"""The entries of timelines: each event once, though several briefs tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from newsbrief.edtf.headings import heading
from newsbrief.edtf.spans import period
from newsbrief.model.views import EventView
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.records import EventFacts, Facts
from newsbrief.site.index import subjects
from newsbrief.site.index.groups import Key
from newsbrief.site.index.people import People
from newsbrief.site.index.references import EventRef
from newsbrief.site.index.subjects import Subject
from newsbrief.site.index.things import Things
from newsbrief.site.options import BuildOptions


class Events(Struct, frozen=True):
    """`own` has the ids of each brief's events that may be shown, `entries` the entries of timelines under each brief.

    Both are by path and in the brief's order. An entry that several briefs tell stands under each of them. `ordered`
    has every entry once, newest first. `subjects` are what timelines are about, by address.
    """

    own: Mapping[str, tuple[str, ...]]
    entries: Mapping[str, tuple[EventRef, ...]]
    ordered: tuple[EventRef, ...]
    subjects: Mapping[str, Subject]


def gather(
    told: Sequence[Facts],
    people: People,
    things: Things,
    groups: Iterable[Sequence[Key]],
    speaking: Mapping[str, frozenset[str]],
    options: BuildOptions,
) -> Events:
    """Return the events of briefs. `groups` are the tellings of one event, the oldest brief's first.

    `speaking` gives, by path, the ids of the quotes that may be shown. An event that one of the others claims is not
    shown, because its speaker may not be named.
    """
    own: dict[str, tuple[str, ...]] = {}
    alone: dict[str, list[EventRef]] = {}
    for facts in told:
        refs = [
            _reference(facts, place, event, people, things, options)
            for place, event in enumerate(facts.events)
            if not event.claim or event.claim in speaking.get(facts.path, ())
        ]
        own[facts.path] = tuple([ref.id for ref in refs])
        alone[facts.path] = refs
    merged = _merged(groups, alone, {facts.path: facts for facts in told})
    shared = {view_ids.brief_of(view) for view in merged}
    entries = {
        path: _once(merged.get(ref.id, ref) for ref in refs) if path in shared else tuple(refs)
        for path, refs in alone.items()
    }
    ordered = subjects.in_order(entries)
    about = subjects.gather(told, entries, ordered, options) if "timelines" in options.parts else {}
    return Events(own, entries, ordered, about)


def _reference(
    facts: Facts, place: int, event: EventFacts, people: People, things: Things, options: BuildOptions
) -> EventRef:
    cast = people.cast[facts.path]
    view = view_ids.event_id(facts.path, event.id)
    named = [cast[one] for one in event.people]
    return EventRef(
        id=view,
        order=(*_in_time(event.date), facts.url, place),
        edtf=event.date,
        announced=event.announced,
        background=event.background,
        outcome=event.outcome,
        overdue=event.announced and not event.outcome and options.past(period(event.date)[1]),
        people=tuple([name for name in named if name in people.with_page]),
        things=_things(facts, event, things) if event.things else (),
        members=(view,),
        review=facts.status == "review",
    )


def _things(facts: Facts, event: EventFacts, things: Things) -> tuple[str, ...]:
    found = (one.url for one in things.of_brief.get(facts.path, ()) if one.named in event.things)
    return tuple(dict.fromkeys(url for url in found if url in things.with_page))


def _merged(
    groups: Iterable[Sequence[Key]], alone: Mapping[str, Sequence[EventRef]], by_path: Mapping[str, Facts]
) -> dict[str, EventRef]:
    """Return, for each telling of a shared event by its view id, the entry."""
    merged: dict[str, EventRef] = {}
    for group in groups:
        wanted = {view_ids.event_id(*key) for key in group}
        # The oldest brief's first; what may not be shown has no reference.
        refs = [ref for path in dict.fromkeys(path for path, _ in group) for ref in alone[path] if ref.id in wanted]
        if refs:
            entry = _entry(refs, by_path)
            merged.update({ref.id: entry for ref in refs})
    return merged


def _entry(refs: Sequence[EventRef], by_path: Mapping[str, Facts]) -> EventRef:
    """Merge tellings. One that is not published is a source at most, for readers do not have it."""
    lead = min(refs, key=lambda ref: _rank(ref, by_path))
    peers = [ref for ref in refs if ref.review == lead.review]
    return EventRef(
        id=lead.id,
        order=lead.order,
        edtf=lead.edtf,
        announced=all(ref.announced for ref in peers),
        background=all(ref.background for ref in peers),
        outcome=any(ref.outcome for ref in peers),
        overdue=all(ref.overdue for ref in peers),
        people=tuple(dict.fromkeys(name for ref in (lead, *peers) for name in ref.people)),
        # A list shows the words of the telling that leads.
        things=lead.things,
        members=tuple(ref.id for ref in refs),
        review=lead.review,
    )


def _rank(ref: EventRef, by_path: Mapping[str, Facts]) -> tuple[bool, bool, bool, int]:
    """An editor's words lead, then what happened before what was announced, the nearer date, the older brief."""
    event = next(one for one in by_path[ref.path].events if one.id == view_ids.name_of(ref.id))
    first, last = period(ref.edtf)
    return ref.review, not event.telling.labelled, ref.announced, (last - first).days


def _once(refs: Iterable[EventRef]) -> tuple[EventRef, ...]:
    return tuple({ref.id: ref for ref in refs}.values())


@lru_cache(maxsize=1 << 16)
def _in_time(edtf: str) -> tuple[int | str, ...]:
    """Sort ascending in time. What is known to the year only stands before that year's months."""
    first, last = period(edtf)
    return (*heading(edtf).order, first.toordinal(), -last.toordinal())


def newest_first(refs: Iterable[EventRef]) -> list[EventRef]:
    """Return each entry once, the latest date first."""
    return sorted(_once(refs), key=lambda ref: ref.order, reverse=True)


def order_of(view: EventView) -> tuple[int | str, ...]:
    """Return what sorts the view of an event like its reference."""
    return (*_in_time(view.edtf), view.told_in, view.place)
