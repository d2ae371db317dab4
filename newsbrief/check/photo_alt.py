"""A photo of which nothing is said to those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "photo-alt"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a photo that could be shown and has neither `alt` nor a caption."""
    photo = entry.brief.photo
    if photo and seen.picture and not photo.alt and not photo.caption:
        message = "the photo says nothing to who does not see it; write into `photo:` what it shows, as `alt: …`"
        yield Finding(CODE, seen.file, entry.brief.lines.get("photo", 0), message)
