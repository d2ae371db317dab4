"""Events as pages show them, with the other briefs that tell of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from newsbrief.edtf.spans import period
from newsbrief.edtf.text import date_text
from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.model.views import EventView, Link
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.extract import event_text
from newsbrief.site.facts.records import EventFacts, Facts
from newsbrief.site.index.people import People
from newsbrief.site.index.references import EventRef
from newsbrief.site.options import BuildOptions
from newsbrief.site.views.moments import in_utc

OneEvent = Callable[[str], EventView]


def of_brief(
    entry: Entry, facts: Facts, people: People, options: BuildOptions, changed: dt.datetime
) -> Mapping[str, EventView]:
    """Return the events of a brief by the ids of their views, as it tells them; `changed`: when it was changed last."""
    speakers = {quote.id: quote.speaker for quote in entry.brief.quotes}
    pairs = zip(entry.brief.events, facts.events, strict=True)
    return {
        view_ids.event_id(facts.path, event.id): _view(
            entry,
            place,
            event,
            own,
            _speaker(speakers.get(event.claim, ""), facts, people),
            facts,
            people,
            options,
            changed,
        )
        for place, (event, own) in enumerate(pairs)
    }


def _speaker(name: str, facts: Facts, people: People) -> Link | None:
    return people.link(people.name(name, facts.stem)) if name else None


def _view(
    entry: Entry,
    place: int,
    event: BriefEvent,
    own: EventFacts,
    speaker: Link | None,
    facts: Facts,
    people: People,
    options: BuildOptions,
    changed: dt.datetime,
) -> EventView:
    cast = people.cast[facts.path]
    named = [cast[one] for one in own.people]
    anchor = f"{facts.url}#{event.id}"
    return EventView(
        id=event.id,
        date=date_text(event.date),
        text=event_text(event, speaker.text if speaker else ""),
        when=event.when,
        anchor=anchor,
        brief=Link(entry.brief.title, facts.url, lang=entry.brief.lang),
        people=tuple(people.link(name) for name in named if not people.is_protected(name)),
        clause=event.text,
        speaker=speaker,
        background=own.background,
        announced=own.announced,
        overdue=own.announced and not event.outcome and options.past(period(event.date)[1]),
        outcome=event.outcome,
        review=facts.status == "review",
        uid=anchor,
        place=place,
        changed=in_utc(changed),
    )


def merged(ref: EventRef, one: OneEvent) -> EventView:
    """Return the entry of an event that several briefs tell; `one` gives a telling by the id of its view."""
    views = [one(member) for member in ref.members]
    lead = one(ref.id)
    peers = [view for view in views if view.review == lead.review]
    return replace(
        lead,
        uid=peers[0].anchor,
        people=tuple(dict.fromkeys(person for view in (lead, *peers) for person in view.people)),
        background=ref.background,
        announced=ref.announced,
        overdue=ref.overdue,
        outcome=next((view.outcome for view in (lead, *peers) if view.outcome), ""),
        also=_others(lead, views),
        changed=max(view.changed for view in peers),
    )


def informed(view: EventView, entry: EventView) -> EventView:
    """Return a brief's own telling with what the entry knows from the other tellings."""
    tellings = (replace(entry, also=()), *entry.also) if entry.anchor != view.anchor else entry.also
    return replace(
        view,
        uid=entry.uid,
        overdue=view.overdue and entry.overdue,
        outcome=view.outcome or entry.outcome or _happened(view, entry),
        also=_others(view, tellings),
    )


def _others(lead: EventView, views: Sequence[EventView]) -> tuple[EventView, ...]:
    """Return one telling of each other brief."""
    by_brief: dict[str | None, EventView] = {}
    for view in views:
        by_brief.setdefault(view.brief.url, view)
    return tuple(view for url, view in by_brief.items() if url != lead.brief.url)


def _happened(view: EventView, entry: EventView) -> str:
    """Return what another brief says happened, where this one only announced it."""
    return entry.text if view.announced and not (entry.announced or entry.review) and entry.text != view.text else ""
