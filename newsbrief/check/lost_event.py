"""What a person wrote about two events cannot be followed."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "lost-event"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each `same` or `apart` that names an event which is not there, or contradicts another line."""
    for fault in seen.across.events.faults.get(entry.path, ()):
        event = fault.event
        message = f"`{fault.field}: {fault.name}` of {event.id} cannot be followed: {fault.reason}"
        yield Finding(CODE, seen.file, event.line, message, event.id)
