"""The facts of invented briefs, for tests of the index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from newsbrief.model.entry import Entry, PersonRule
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import people
from newsbrief.site.index.people import People
from newsbrief.site.options import BRIEF_URL


def facts(entries: Iterable[Entry]) -> tuple[Facts, ...]:
    """The facts of briefs, newest first."""
    found = [facts_of(entry, dt.UTC, BRIEF_URL) for entry in entries]
    return tuple(sorted(found, key=lambda one: one.age, reverse=True))


def related(entries: Iterable[Entry], rules: Iterable[PersonRule] = ()) -> tuple[tuple[Facts, ...], People]:
    """The facts of briefs, newest first, and their people."""
    told = facts(entries)
    return told, people.gather(told, rules)
