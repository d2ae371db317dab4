"""The raw article is not the one that the brief was made from."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "changed-raw"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One when the fingerprints differ."""
    raw = entry.brief.raw
    if raw and raw.sha256 and seen.raw_sha256 and raw.sha256 != seen.raw_sha256:
        message = f"{raw.file} has changed since; `newsbrief ingest` updates what nobody edited"
        yield Finding(CODE, seen.file, entry.brief.lines.get("raw", 0), message)
