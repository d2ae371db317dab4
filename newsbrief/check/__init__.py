"""What a person should look at in a brief: one module a kind of finding.

Each offers `CODE` and `findings(entry, seen)`; nothing here reads files or changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check import (
    agency_copy,
    awaits_review,
    changed_raw,
    long_excerpt,
    loose_end,
    lost_event,
    no_date,
    no_link,
    no_story,
    photo_alt,
    photo_file,
    photo_rights,
    same_event,
    undated_event,
    unnamed_speaker,
)
from newsbrief.check.across import Across, across
from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

KINDS = (
    awaits_review,
    changed_raw,
    no_date,
    agency_copy,
    no_link,
    long_excerpt,
    photo_file,
    photo_rights,
    photo_alt,
    loose_end,
    same_event,
    lost_event,
    undated_event,
    unnamed_speaker,
    no_story,
)
CODES = tuple(kind.CODE for kind in KINDS)

__all__ = ["CODES", "Across", "Seen", "across", "findings"]


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """Everything about one brief, except what its `silence` names with a reason."""
    for kind in KINDS:
        if not entry.brief.silence.get(kind.CODE):
            yield from kind.findings(entry, seen)
