"""Events as plain JSON: every field that a page shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from newsbrief.edtf.words import ENGLISH, Speech, said
from newsbrief.export import listing
from newsbrief.model.views import EventView

Address = Callable[[str], str]


def others(event: EventView) -> tuple[EventView, ...]:
    """The other briefs' tellings that readers have; in a preview some may be in review."""
    return tuple(telling for telling in event.also if not telling.review)


def events_json(title: str, events: Sequence[EventView], address: Address, speech: Speech = ENGLISH) -> str:
    """`{"title", "events": [{"id", "date" (EDTF), "text", "when", "url", …}]}`, in the order given.

    `id` stays the same when another brief tells of the event too; `also` lists every other brief that does.
    """
    return listed(title, (row(event, address, speech) for event in events))


def listed(title: str, rows: Iterable[str]) -> str:
    """The same of rows that are written already."""
    return listing.document(title, rows)


def row(event: EventView, address: Address, speech: Speech) -> str:
    """One event as it stands in every list that has it."""
    fields = {
        "id": address(event.uid),
        "date": event.date.edtf,
        "date_text": said(event.date.edtf, speech).text,
        "text": event.text,
        "when": event.when,
        "speaker": event.speaker.text if event.speaker else "",
        "people": [person.text for person in event.people],
        "brief": event.brief.text,
        "url": address(event.anchor),
        "background": event.background,
        "announced": event.announced,
        "outcome": event.outcome,
        "also": [_source(telling, address) for telling in others(event)],
    }
    return listing.row(_filled(fields))


def _source(telling: EventView, address: Address) -> dict[str, Any]:
    row = {"brief": telling.brief.text, "url": address(telling.anchor), "text": telling.text, "when": telling.when}
    return _filled(row)


def _filled(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value not in ("", [], False)}
