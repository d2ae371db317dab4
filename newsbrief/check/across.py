"""What only all briefs together show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsbrief.collate import same_event
from newsbrief.collate.people import gather
from newsbrief.collate.proposals import Proposed, proposed
from newsbrief.collate.same_event import Same
from newsbrief.library import people_rules
from newsbrief.model.brief import STATUSES
from newsbrief.model.entry import Entry


@dataclass(frozen=True, slots=True)
class Across:
    """`same`: which events are one, or may be; `proposed`: which briefs may be of which story."""

    same: Same = field(default_factory=Same)
    proposed: Proposed = field(default_factory=Proposed)


def across(entries: Sequence[Entry], content: Path) -> Across:
    """Look at all briefs; what is retracted or withdrawn tells of nothing."""
    told = [entry for entry in entries if entry.brief.status in STATUSES[:3]]
    rules = people_rules(content)[0]
    return Across(same_event.found(entries, told, gather(told, rules), doubts=True), proposed(told, rules))
