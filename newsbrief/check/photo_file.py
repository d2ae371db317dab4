"""A photo that cannot be shown: its file is not there, no picture, or a trap."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "photo-file"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a photo whose file is refused; the brief is built without it."""
    if seen.photo_fault:
        yield Finding(CODE, seen.file, entry.brief.lines.get("photo", 0), f"the photo {seen.photo_fault}")
