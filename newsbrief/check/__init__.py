"""What a person should look at in a brief: one module a kind of finding.

Each offers `CODE` and `findings(entry, seen)`; nothing here reads files or changes anything.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check import (
    agency_copy,
    awaits_review,
    broken_link,
    called_back,
    changed_raw,
    changed_since_read,
    contradicting_role,
    duplicate_brief,
    embargo_near,
    long_excerpt,
    loose_end,
    lost_event,
    no_date,
    no_link,
    no_reason,
    no_story,
    photo_alt,
    photo_file,
    photo_rights,
    same_event,
    tracked_draft,
    two_spellings,
    undated_event,
    undated_note,
    unnamed_speaker,
    weak_speaker,
)
from newsbrief.check.across import Across, Clock, across
from newsbrief.check.broken_link import of_pages
from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

KINDS = (
    awaits_review,
    embargo_near,
    tracked_draft,
    called_back,
    changed_raw,
    changed_since_read,
    duplicate_brief,
    no_date,
    agency_copy,
    no_link,
    long_excerpt,
    photo_file,
    photo_rights,
    photo_alt,
    no_reason,
    undated_note,
    loose_end,
    same_event,
    lost_event,
    undated_event,
    weak_speaker,
    unnamed_speaker,
    two_spellings,
    contradicting_role,
    broken_link,
    no_story,
)
CODES = tuple(kind.CODE for kind in KINDS)

__all__ = ["CODES", "Across", "Clock", "Seen", "across", "findings", "of_pages"]


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """Everything about one brief, except what its `silence` names with a reason.

    It names a kind ("loose-end"), or a kind and the one quote or event that is meant ("loose-end e4").
    """
    silence = entry.brief.silence
    for kind in KINDS:
        if not silence.get(kind.CODE):
            found = kind.findings(entry, seen)
            yield from (one for one in found if not silence.get(f"{one.code} {one.about}")) if silence else found
