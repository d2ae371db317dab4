"""A brief was retracted, and its readers are not told why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.index.published import note_to_write
from newsbrief.site.views.notes import RETRACTION

CODE = "no-reason"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a retracted brief without a note of that kind."""
    if message := missing(entry.brief, seen.today):
        yield Finding(CODE, seen.file, entry.brief.lines.get("status", 0), message)


def missing(brief: Brief, today: dt.date) -> str:
    """What to write, or "" where the reason is told."""
    if brief.status != "retracted" or any(note.kind == RETRACTION for note in brief.notes):
        return ""
    return f"is retracted, and nothing tells readers why; write {note_to_write(brief, RETRACTION, today)}"
