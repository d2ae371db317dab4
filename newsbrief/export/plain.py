"""Events as plain JSON: every field that a page shows."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from newsbrief.model.views import EventView

Address = Callable[[str], str]


def events_json(title: str, events: Sequence[EventView], address: Address) -> str:
    """`{"title", "events": [{"date" (EDTF), "text", "when", "url", …}]}`, in the order given."""
    rows = [_row(event, address) for event in events]
    return json.dumps({"title": title, "events": rows}, ensure_ascii=False, indent=1) + "\n"


def _row(event: EventView, address: Address) -> dict[str, Any]:
    row = {
        "date": event.date.edtf,
        "date_text": event.date.text,
        "text": event.text,
        "when": event.when,
        "speaker": event.speaker.text if event.speaker else "",
        "people": [person.text for person in event.people],
        "brief": event.brief.text,
        "url": address(event.anchor),
        "background": event.background,
        "announced": event.announced,
        "outcome": event.outcome,
    }
    return {key: value for key, value in row.items() if value not in ("", [], False)}
