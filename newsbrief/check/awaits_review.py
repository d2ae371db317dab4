"""The brief waits for a person to approve it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "awaits-review"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a brief in draft or review."""
    if entry.brief.status in ("draft", "review"):
        message = f"is in {entry.brief.status}; when you have read it: newsbrief approve {shlex.quote(seen.file)}"
        yield Finding(CODE, seen.file, entry.brief.lines.get("status", 0), message)
