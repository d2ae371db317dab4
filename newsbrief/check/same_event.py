"""Two briefs may tell of one event, and only a person can say whether they do."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, file_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.views.notes import first_words

CODE = "same-event"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each event that an older brief may have told already, with the line to write."""
    for doubt in seen.across.events.doubts.get(entry.path, ()):
        event, older = doubt.event, doubt.older
        place = f"{file_of(older.entry.path, entry, seen)}:{older.event.line}"
        message = (
            f'{event.id} may be what {place} tells: "{first_words(older.event.label or older.event.text)}"; write '
            f"`same: {doubt.name}` below its id if it is, `apart: {doubt.name}` if it is not"
        )
        yield Finding(CODE, seen.file, event.line, message, event.id, (doubt.name,))
