"""The lines `same:` and `apart:` by which an editor says that two events are one, or are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from newsbrief.site.facts.records import TELLING, EventFacts, Facts
from newsbrief.site.index.event_names import BriefNames, dated_slug
from newsbrief.site.index.groups import Groups, Key


class Line(Struct, frozen=True):
    """A line below an event: `field` is "same" or "apart", `name` the other event's ("morning-ferry#e1")."""

    key: Key
    field: str
    name: str


class Fault(Struct, frozen=True):
    """A line that cannot be followed, and why."""

    line: Line
    reason: str


def lines(ordered: Iterable[Facts]) -> list[Line]:
    """Return the lines of briefs in their order."""
    return [
        line
        for facts in ordered
        for event in facts.events
        if event.telling.same or event.telling.apart
        for line in _of_event(facts.path, event)
    ]


def _of_event(path: str, event: EventFacts) -> Iterator[Line]:
    key = (path, event.id)
    yield from (Line(key, "same", name) for name in event.telling.same)
    yield from (Line(key, "apart", name) for name in event.telling.apart)


def groups_of(written: Sequence[Line], names: BriefNames) -> tuple[Groups, tuple[Fault, ...]]:
    """Return the events that editors bring together, and the `same:` lines that contradict an `apart:` line.

    Two events that name the same event of a brief that is not shown are one as well.
    """
    groups = Groups(pair for line in written if line.field == "apart" for pair in _apart(line, names))
    faults = [
        Fault(line, "other lines keep the two apart; take one of them out")
        for line in written
        if line.field == "same" and not groups.join(line.key, names.target(line.name))
    ]
    return groups, tuple(faults)


def _apart(line: Line, names: BriefNames) -> Iterator[tuple[Key, Key]]:
    """Yield what a line keeps separate: all events of the brief if the one that it names may have got another id."""
    slug, _, wanted = line.name.partition("#")
    for facts in names.called(slug):
        ids = {event.id for event in facts.events}
        yield from ((line.key, (facts.path, one)) for one in (ids if ids and wanted not in ids else {wanted}))


def faults(written: Iterable[Line], names: BriefNames) -> Iterator[Fault]:
    """Yield the lines that name no event."""
    for line in written:
        reason = _fault(line, names)
        if reason:
            yield Fault(line, reason)


def _fault(line: Line, names: BriefNames) -> str:
    slug, _, wanted = line.name.partition("#")
    briefs = names.called(slug)
    if not briefs:
        return f"no brief has the slug {slug}"
    if len(briefs) > 1:
        choice = " or ".join(sorted(map(dated_slug, briefs)))
        return f"{len(briefs)} briefs have the slug {slug}; write {choice} before the #"
    (facts,) = briefs
    ids = [event.id for event in facts.events]
    # The facts of drafts, retracted and withdrawn briefs list no events.
    if facts.status in TELLING and wanted not in ids:
        return f"that brief has no event {wanted}; it has {', '.join(ids) or 'none'}"
    return "that is this event itself" if (facts.path, wanted) == line.key else ""
