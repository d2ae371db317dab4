"""The agency has called the item back, and the brief is still there."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "called-back"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a brief that a person keeps although its agency says that nobody may use it."""
    raw = entry.brief.raw
    if raw and raw.killed and entry.brief.status in ("draft", "review", "published"):
        said = " ".join(raw.killed.split()[:20])
        message = f"its agency has called it back (“{said}”); write `status: withdrawn`, or `retracted` with a note"
        yield Finding(CODE, seen.file, entry.brief.lines.get("status", 0), message)
