"""The timelines that a late change reaches.

Which events stand on which page is worked out from the register, once as it was and once as it is: a page of which that
came out the same shows what it showed, unless an event of a changed brief stands on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct, field

from newsbrief.collate import persons
from newsbrief.collate import timelines as whole
from newsbrief.collate.late.change import Late
from newsbrief.collate.timelines import BySubject, Others, Plan
from newsbrief.model.register import EventRow, Row, Subject
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import EventView, Link

KINDS = ("section", "topic")


class Exported(Struct, frozen=True):
    """A timeline for other programs that is another now: its newest page, and its events, newest first.

    `before`: those it had, if there was such a timeline. Those of `now` that are among them and not in `fresh`, by
    their anchors, stand in its files as they should.
    """

    page: TimelinePage
    before: Sequence[EventRow]
    now: Sequence[EventRow]
    fresh: frozenset[str]
    view: Callable[[EventRow], EventView]


class Dated(Struct, frozen=True):
    """The pages of timelines that changed, and the files; `gone`: the addresses of pages that there are no more.

    `unexported`: those of pages that have no files any more, though they had.
    `subjects`: all that have one. `ways`: for each that a changed brief is or was of and that has one, by its address,
    the link to it.
    """

    pages: tuple[TimelinePage, ...] = ()
    files: tuple[Exported, ...] = ()
    gone: frozenset[str] = frozenset()
    unexported: frozenset[str] = frozenset()
    subjects: tuple[Subject, ...] = ()
    ways: Mapping[str, Link] = field(default_factory=dict)


def dated(late: Late) -> Dated | None:
    """None where every timeline names other subjects than before."""
    if "timelines" not in late.edition.parts:
        return Dated()
    register = late.desk.register
    touched = {url for row in late.touched for _, link, _ in _found(late, row) if (url := link.url)}
    # Whom a changed brief names has all pages made anew, also where no event of that brief is theirs.
    touched |= {persons.address(name) for row in late.touched for name in row.names}
    before, now = _by_subject(late, register.rows, touched), _by_subject(late, late.rows, touched)
    untouched = (one for one in register.subjects if one[2] not in touched)
    subjects = tuple(sorted((*untouched, *whole.known(now))))
    others = whole.ways_on(register.subjects), whole.ways_on(subjects)
    if others[0].elsewhere != others[1].elsewhere:
        return None
    plans = _plans(register.rows, before, others[0]), _plans(late.rows, now, others[1])
    view = _views(late)
    changed = [plan for url, plan in plans[1].items() if not _stands(plans[0].get(url), plan, late)]
    pages = tuple(
        whole.page(Plan(plan.page, [(place, view(event)) for place, event in plan.placed])) for plan in changed
    )
    by_url = {page.url: page for page in pages}
    return Dated(
        pages=pages,
        files=tuple(_files(late, plans, by_url, view)),
        gone=frozenset(plans[0].keys() - plans[1].keys()),
        unexported=_exported(plans[0]) - _exported(plans[1]),
        subjects=subjects,
        ways=whole.ways(now),
    )


Plans = Mapping[str, Plan[EventRow]]


def _by_subject(late: Late, rows: Iterable[Row], touched: set[str]) -> BySubject[EventRow]:
    # Most briefs are of none of these: nothing else is asked of them.
    lists = {number for number, heading in enumerate(late.headings) if heading[2] in touched}
    of_them = (
        row
        for row in rows
        if not lists.isdisjoint(row.headings)
        or row.story[1] in touched
        or any(url in touched for event in row.events for _, url in event.people)
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


def _plans(rows: Iterable[Row], by_subject: BySubject[EventRow], others: Others) -> Plans:
    # One that several briefs tell stands with each.
    events = {event.anchor: event for row in rows for event in row.events}.values()
    return {plan.page.url: plan for plan in whole.plans(events, by_subject, others)}


def _stands(before: Plan[EventRow] | None, now: Plan[EventRow], late: Late) -> bool:
    return (
        before is not None
        and before.page == now.page
        and [one for _, one in before.placed] == [one for _, one in now.placed]
        and all(one.path not in late.desk.changed for _, one in now.placed)
    )


def _views(late: Late) -> Callable[[EventRow], EventView]:
    known: dict[str, dict[str, EventView]] = {}

    def view(row: EventRow) -> EventView:
        if row.path not in known:
            known[row.path] = {event.anchor: event for event in late.shelf.happened[row.path]}
        return known[row.path][row.anchor]

    return view


def _files(
    late: Late, plans: tuple[Plans, Plans], pages: Mapping[str, TimelinePage], view: Callable[[EventRow], EventView]
) -> Iterator[Exported]:
    """Whatever a file changes with is counted on its page, or is of a changed brief."""
    for url, plan in plans[1].items():
        if not plan.page.exports:
            continue
        own = plans[0].get(url)
        had = own is not None and bool(own.page.exports)
        before, now = _published(own), _published(plan)
        fresh = frozenset(one.anchor for one in now if one.path in late.desk.changed)
        if fresh or own is None or not had or before != now or own.page.subject != plan.page.subject:
            yield Exported(pages.get(url, plan.page), before, now, fresh, view)


def _exported(plans: Plans) -> frozenset[str]:
    return frozenset(url for url, plan in plans.items() if plan.page.exports)


def _published(plan: Plan[EventRow] | None) -> list[EventRow]:
    return [one for one in plan.whole if not one.review] if plan else []
