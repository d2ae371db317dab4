"""The timelines that a late change reaches.

Which events stand on which page is worked out from the register: a page of which that came out as the register has it
shows what it showed, unless an event of a changed brief stands on it.
"""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, field

from newsbrief.collate import persons, timeline
from newsbrief.collate import timelines as whole
from newsbrief.collate.headings import Heading, heading
from newsbrief.collate.late.change import Late
from newsbrief.collate.late.exported import Before, Exported, exported, with_files
from newsbrief.collate.late.planned import in_time, sums
from newsbrief.collate.timelines import BySubject, Others, Plan
from newsbrief.model.register import EventRow, Planned, Row, Subject
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import EventView, Link

KINDS = ("section", "topic")


class Subjects(Struct, frozen=True):
    """Whose timelines a late change reaches.

    `touched`: the addresses of all that a changed brief is or was of; `now`: the events of those of them that have a
    timeline; `known`: all subjects that have one, and `others`: those that timelines lead to. `ways`: for each that is
    touched and has one, by its address, the link to it.
    """

    touched: frozenset[str] = frozenset()
    now: BySubject[EventRow] = field(default_factory=dict)
    known: tuple[Subject, ...] = ()
    others: Others = Others((), ())
    ways: Mapping[str, Link] = field(default_factory=dict)


class Dated(Struct, frozen=True):
    """The pages of timelines that changed, and the files; `gone`: the addresses of pages that there are no more.

    `unexported`: those of pages that have no files any more, though they had. `planned`: which events stand where.
    `elsewhere`: the addresses of changed pages that somebody else has printed, and that are not among `pages`.
    """

    pages: tuple[TimelinePage, ...] = ()
    files: tuple[Exported, ...] = ()
    gone: frozenset[str] = frozenset()
    unexported: frozenset[str] = frozenset()
    planned: Planned = field(default_factory=Planned)
    elsewhere: frozenset[str] = frozenset()


def subjects(late: Late) -> Subjects | None:
    """None where every timeline names other subjects than before."""
    if "timelines" not in late.edition.parts:
        return Subjects()
    register = late.desk.register
    touched = {url for row in late.touched for _, link, _ in _found(late, row) if (url := link.url)}
    # Whom a changed brief names has all pages made anew, also where no event of that brief is theirs.
    touched |= {persons.address(name) for row in late.touched for name in row.names}
    now = _by_subject(late, touched)
    untouched = (one for one in register.subjects if one[2] not in touched)
    known = tuple(sorted((*untouched, *whole.known(now))))
    others = whole.ways_on(known)
    if whole.ways_on(register.subjects).elsewhere != others.elsewhere:
        return None
    return Subjects(frozenset(touched), now, known, others, whole.ways(now))


def dated(late: Late, of: Subjects) -> Dated:
    """The timelines of these subjects, and of everything (""), as far as they changed."""
    if "timelines" not in late.edition.parts:
        return Dated()
    register, view, touched = late.desk.register, _views(late), {"", *of.touched}
    events = [event for row in register.rows for event in row.events]
    before = [events[number] for number in register.planned.in_time]
    placed = _placed(late, before)
    plans = tuple(_plans(placed, of.now, of.others))
    had, has = {subject: register.planned.pages.get(subject, {}) for subject in touched}, sums(plans)
    known, made = _together(had), _together(has)
    anew = (plan for plan in plans if _other(plan, known, made, late.desk.changed))
    pages = {plan.page.url: _shown(plan, view) for plan in anew}
    files = with_files(had, before)
    was = Before(before, {event.anchor: place for place, event in enumerate(before)}, files, _gone(late))
    left = {subject: of_it for subject, of_it in register.planned.pages.items() if subject not in touched}
    return Dated(
        pages=tuple(pages.values()),
        files=tuple(exported(late, was, plans, pages, view)),
        gone=frozenset(known.keys() - made.keys()),
        unexported=files - {plan.page.url for plan in plans if plan.page.exports},
        planned=Planned(in_time(late.rows, (event.anchor for event in placed)), {**left, **has}),
    )


def _together(pages: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """The sums of some subjects' pages, by address."""
    return {url: found for of_it in pages.values() for url, found in of_it.items()}


def _shown(plan: Plan[EventRow], view: Callable[[EventRow], EventView]) -> TimelinePage:
    return whole.page(Plan(plan.page, [(place, view(event)) for place, event in plan.placed]))


def _gone(late: Late) -> Mapping[str, Sequence[EventRow]]:
    """The events that the changed briefs had, by the address of their subject."""
    found = defaultdict[str, list[EventRow]](list)
    for row in late.desk.gone:
        for _, link, events in _found(late, row):
            found[link.url or ""] += events
    return found


def _other(plan: Plan[EventRow], known: Mapping[str, str], made: Mapping[str, str], changed: frozenset[str]) -> bool:
    """Whether a page has other events than before, or one of a changed brief."""
    url = plan.page.url
    return known.get(url) != made[url] or not changed.isdisjoint([one.path for _, one in plan.placed])


def _placed(late: Late, before: Sequence[EventRow]) -> list[EventRow]:
    """The events of all briefs, newest first; those of the others stand in their order already."""
    placed = [event for event in reversed(before) if event.path not in late.desk.changed]
    for event in (event for row in late.come for event in row.events):
        insort(placed, event, key=timeline.order)
    return placed[::-1]


def _by_subject(late: Late, touched: Collection[str]) -> BySubject[EventRow]:
    # Most briefs are of none of these: nothing else is asked of them.
    lists = {number for number, heading in enumerate(late.headings) if heading[2] in touched}
    # Most events have no people with a page, either.
    theirs = {event.path for row in late.rows for event in row.events for _, url in event.people if url in touched}
    of_them = (
        row for row in late.rows if not lists.isdisjoint(row.headings) or row.story[1] in touched or row.path in theirs
    )
    return whole.subjects(one for row in of_them for one in _found(late, row) if one[1].url in touched)


def _found(late: Late, row: Row) -> Iterator[tuple[str, Link, Sequence[EventRow]]]:
    """As `timelines.of_brief` finds it."""
    headings = (late.headings[number] for number in row.headings)
    yield from ((kind, _link(name, url), row.events) for kind, name, url in headings if kind in KINDS)
    if row.story[1]:
        yield "story", _link(*row.story), row.events
    yield from (("person", _link(*person), [event]) for event in row.events for person in event.people)


# Each brief of a subject names it.
@cache
def _link(name: str, url: str) -> Link:
    return Link(name, url)


def _plans(placed: Sequence[EventRow], by_subject: BySubject[EventRow], others: Others) -> Iterator[Plan[EventRow]]:
    places = {event.anchor: place for place, event in enumerate(placed)}

    def in_place(events: Iterable[EventRow]) -> tuple[tuple[Heading, EventRow], ...]:
        ordered = placed if events is placed else sorted(events, key=lambda event: places[event.anchor])
        return tuple([(heading(event.edtf), event) for event in ordered])

    return whole.plans(placed, by_subject, others, in_place)


def _views(late: Late) -> Callable[[EventRow], EventView]:
    known: dict[str, dict[str, EventView]] = {}

    def view(row: EventRow) -> EventView:
        if row.path not in known:
            known[row.path] = {event.anchor: event for event in late.shelf.happened[row.path]}
        return known[row.path][row.anchor]

    return view
