"""What only all briefs together show, and the clock and the repository of the site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from newsbrief.check import alike, contradictions, copies, shared_events, targets
from newsbrief.check.facts import facts
from newsbrief.check.repository import Repository, repository
from newsbrief.check.shared_events import SharedEvents
from newsbrief.content.library import people_rules
from newsbrief.model.brief import STATUSES
from newsbrief.model.entry import Entry
from newsbrief.site.facts.records import TELLING
from newsbrief.site.index.people import People, gather
from newsbrief.site.index.proposals import Proposed
from newsbrief.site.index.proposals import proposed as proposed_stories

LAST = dt.datetime.max.replace(tzinfo=dt.UTC)
NOBODY = gather((), ())
# A retracted or withdrawn brief tells nothing.
TOLD = STATUSES[:3]


class Clock(Struct, frozen=True):
    """The instant at which the briefs are looked at, and the site's time zone."""

    now: dt.datetime = LAST
    zone: dt.tzinfo = dt.UTC


class Across(Struct, frozen=True):
    """What all briefs together show.

    `events` are told by several briefs, or may be. `proposed` says which briefs may belong to which story. By a brief's
    path: `spellings` of a name that may be another's, `roles` that contradict another brief's, and `copies`, the older
    brief that has the same words. `site` knows where a link may lead.
    """

    events: SharedEvents = field(default_factory=SharedEvents)
    proposed: Proposed = Proposed({}, ())
    people: People = NOBODY
    spellings: Mapping[str, Sequence[alike.Spelling]] = field(default_factory=dict)
    roles: Mapping[str, Sequence[contradictions.Contradiction]] = field(default_factory=dict)
    copies: Mapping[str, copies.Copy] = field(default_factory=dict)
    site: targets.Site = field(default_factory=targets.Site)
    repository: Repository = field(default_factory=Repository)
    clock: Clock = field(default_factory=Clock)


def across(entries: Sequence[Entry], content: Path, clock: Clock, *, private: bool = False) -> Across:
    """Compare all briefs of a content folder. `private`: a person says that nobody else can read the repository."""
    told = [entry for entry in entries if entry.brief.status in TOLD]
    every = facts(entries, clock.zone)
    telling = [one for one in every if one.status in TELLING]
    people = gather(telling, people_rules(content)[0])
    briefs = {entry.path: entry.brief for entry in entries}
    return Across(
        shared_events.found(entries, every, people),
        proposed_stories(telling, people, briefs.__getitem__),
        people,
        alike.found(told, people),
        contradictions.found(told, people),
        copies.found(told),
        targets.site(entries, content, people),
        Repository() if private else repository(content),
        clock,
    )
