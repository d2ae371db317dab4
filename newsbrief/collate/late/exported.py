"""The timelines for other programs that a late change reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsbrief.collate.late.change import Late
from newsbrief.collate.timelines import FILTERS, LEAVES, ROOT, Plan
from newsbrief.model.register import EventRow
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import EventView

View = Callable[[EventRow], EventView]


class Exported(Struct, frozen=True):
    """A timeline for other programs that is another now: its newest page, and its events, newest first.

    `before`: those it had, if there was such a timeline. Those of `now` that are among them and not in `fresh`, by
    their anchors, stand in its files as they should.
    """

    page: TimelinePage
    before: Sequence[EventRow]
    now: Sequence[EventRow]
    fresh: frozenset[str]
    view: View


class Before(Struct, frozen=True):
    """As the last build had it: all events, newest first, where each stood, by its anchor, and which pages had files.

    `gone`: the events that the changed briefs had, by the address of their subject.
    """

    events: Sequence[EventRow]
    places: Mapping[str, int]
    files: frozenset[str]
    gone: Mapping[str, Sequence[EventRow]]


def with_files(pages: Mapping[str, Mapping[str, str]], events: Sequence[EventRow]) -> frozenset[str]:
    """The pages that had files, of those of some subjects, as the register has them, and of all events."""
    newest = {f"{ROOT}{subject}{last}" for subject in pages for _, last in FILTERS}
    return frozenset(newest.intersection(url for of_it in pages.values() for url in of_it) if events else ())


def exported(
    late: Late, before: Before, plans: Iterable[Plan[EventRow]], pages: Mapping[str, TimelinePage], view: View
) -> Iterator[Exported]:
    """Whatever a file changes with is counted on its page, or is of a changed brief. `pages`: those that are made."""
    subjects = {url: (name, kind) for kind, name, url, _ in late.desk.register.subjects}
    for plan in plans:
        page, subject = plan.page, plan.page.subject
        if not page.exports:
            continue
        had = page.url in before.files
        was = _was(late, before, plan) if had else []
        now = [one for one in plan.whole if not one.review]
        fresh = frozenset(one.anchor for one in now if one.path in late.desk.changed)
        renamed = subject is not None and subjects.get(subject.url or "") != (subject.text, subject.detail)
        if fresh or not had or renamed or [one.anchor for one in was] != [one.anchor for one in now]:
            yield Exported(pages.get(page.url, page), was, now, fresh, view)


def _was(late: Late, before: Before, plan: Plan[EventRow]) -> list[EventRow]:
    """What other briefs tell stands where it stood."""
    leaves = LEAVES[plan.page.filter]
    if plan.page.subject is None:
        return [one for one in before.events if leaves(one) and not one.review]
    stayed = [one for one in plan.whole if one.path not in late.desk.changed]
    gone = {one.anchor: one for one in before.gone.get(plan.page.subject.url or "", ()) if leaves(one)}
    together = sorted([*stayed, *gone.values()], key=lambda one: before.places[one.anchor])
    return [one for one in together if not one.review]
