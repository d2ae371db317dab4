"""Which events stand on which page of a timeline, as the register has it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from newsbrief.build import plain
from newsbrief.collate.timeline import Event
from newsbrief.collate.timelines import Plan
from newsbrief.model.register import Planned, Row


def planned(rows: Iterable[Row], plans: Iterable[Plan[Event]]) -> Planned:
    """Of a whole site. `rows`: of all briefs, newest first."""
    plans = tuple(plans)
    of_all = (plan for plan in plans if plan.page.subject is None and plan.page.filter == "all")
    return Planned(in_time(rows, (event.anchor for plan in of_all for _, event in plan.placed)), sums(plans))


def in_time(rows: Iterable[Row], anchors: Iterable[str]) -> tuple[int, ...]:
    """The numbers, among the events of all rows, of those with these anchors."""
    numbers = {anchor: number for number, anchor in enumerate([event.anchor for row in rows for event in row.events])}
    return tuple(map(numbers.__getitem__, anchors))


def sums(plans: Iterable[Plan[Event]]) -> Mapping[str, Mapping[str, str]]:
    """Of each page of the timelines of each subject, by address, a sum of what it shows besides what its events are."""
    found: dict[str, dict[str, str]] = {}
    for plan in plans:
        subject = plan.page.subject.url or "" if plan.page.subject else ""
        found.setdefault(subject, {})[plan.page.url] = _sum(plan)
    return found


def _sum(plan: Plan[Event]) -> str:
    anchors = "\0".join([event.anchor for _, event in plan.placed])
    shown = plain.told(plan.page) + anchors.encode("utf-8", "surrogatepass")
    return hashlib.blake2b(shown, digest_size=16).hexdigest()
