"""A correction or another note of which nobody can tell when it was made."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "undated-note"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each note without a date, but of a brief of which nothing is shown."""
    if entry.brief.status == "withdrawn":
        return
    for note in entry.brief.notes:
        if note.date is None:
            message = (
                f"this {note.kind} has no date: it is in no feed, and on /corrections/ without a day; "
                f"write the day on which readers were told, as `date: {seen.today}`"
            )
            yield Finding(CODE, seen.file, note.line, message, note.about)
