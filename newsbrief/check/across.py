"""What only all briefs together show, and the clock and the repository that they stand in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from newsbrief.check import alike, contradictions, copies, targets
from newsbrief.check.repository import Repository, repository
from newsbrief.collate import same_event
from newsbrief.collate.people import People, gather
from newsbrief.collate.proposals import Proposed, proposed
from newsbrief.collate.same_event import Same
from newsbrief.library import people_rules
from newsbrief.model.brief import STATUSES
from newsbrief.model.entry import Entry

LAST = dt.datetime.max.replace(tzinfo=dt.UTC)
NOBODY = People({}, {}, {}, frozenset())
# What of anything is told at all: a retracted or withdrawn brief tells nothing.
TELLING = STATUSES[:3]


class Clock(Struct, frozen=True):
    """The instant at which the briefs are looked at, and the site's zone."""

    now: dt.datetime = LAST
    zone: dt.tzinfo = dt.UTC


class Across(Struct, frozen=True):
    """`same`: which events are one, or may be; `proposed`: which briefs may be of which story.

    By a brief's path: `spellings` of a name that may be another's, `roles` that contradict another brief's, and
    `copies`, the older brief that has the same words. `site`: where a link may lead.
    """

    same: Same = field(default_factory=Same)
    proposed: Proposed = field(default_factory=Proposed)
    people: People = NOBODY
    spellings: Mapping[str, Sequence[alike.Spelling]] = field(default_factory=dict)
    roles: Mapping[str, Sequence[contradictions.Contradiction]] = field(default_factory=dict)
    copies: Mapping[str, copies.Copy] = field(default_factory=dict)
    site: targets.Site = field(default_factory=targets.Site)
    repository: Repository = field(default_factory=Repository)
    clock: Clock = field(default_factory=Clock)


def across(entries: Sequence[Entry], content: Path, clock: Clock, *, private: bool = False) -> Across:
    """Look at all briefs. `private`: a person says that nobody else can read the repository."""
    told = [entry for entry in entries if entry.brief.status in TELLING]
    rules = people_rules(content)[0]
    people = gather(told, rules)
    return Across(
        same_event.found(entries, told, people, doubts=True),
        proposed(told, rules),
        people,
        alike.found(told, people),
        contradictions.found(told, people),
        copies.found(told),
        targets.site(entries, content, people),
        Repository() if private else repository(content),
        clock,
    )
