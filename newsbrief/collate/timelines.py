"""Which timelines the site has: of everything and of each topic, section and person, whole and with a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple

from msgspec.structs import replace

from newsbrief.collate import addresses, facts, strip, timeline, timeline_parts
from newsbrief.collate.edition import Edition
from newsbrief.collate.headings import Heading
from newsbrief.collate.timeline import Event
from newsbrief.model.entry import Entry
from newsbrief.model.register import Subject
from newsbrief.model.timeline import TimelineFiles, TimelineFilter, TimelinePage, TimelinePart, YearBar
from newsbrief.model.views import EventView, Link, LinkGroup

ROOT = "timeline/"
# With fewer events than this a subject has no timeline: its briefs say it all.
FEWEST_EVENTS = 4
# So many subjects of a kind each timeline leads to, those with most events.
SUBJECTS = 12
GROUPS = (("story", "stories"), ("section", "sections"), ("topic", "topics"), ("person", "people"))
# Each filter and the last part of its address.
FILTERS = (("all", ""), ("news", "news/"), ("announced", "announced/"))
LEAVES: Mapping[str, Callable[[timeline.Dated], bool]] = {
    "all": lambda _: True,
    "news": lambda event: not event.background,
    "announced": lambda event: event.announced,
}
EXPORTS = (
    ("iCalendar", "events.ics", "text/calendar"),
    ("TimelineJS", "timelinejs.json", "application/json"),
    ("JSON", "events.json", "application/json"),
)
# The parts that a timeline has of a site: what kind of subject it is of, its link, and some of its events.
Found = Iterable[tuple[str, Link, Sequence[Event]]]
BySubject = Mapping[Link, Sequence[Event]]
InOrder = Sequence[tuple[Heading, Event]]
InPlace = Callable[[Iterable[Event]], InOrder[Event]]


class Plan(NamedTuple, Generic[Event]):
    """A page of a timeline, without its events. `placed`: those that stand on it, newest first.

    `whole`: those of the whole timeline, on the page that leads to them for other programs.
    """

    page: TimelinePage
    placed: Sequence[tuple[Heading, Event]]
    whole: Sequence[Event] = ()


class Others(NamedTuple):
    """The ways to other timelines: on the newest page of all dates, and elsewhere.

    There they are such that a new event seldom brings others: each time, all timelines would have to be made anew.
    """

    newest: tuple[LinkGroup, ...]
    elsewhere: tuple[LinkGroup, ...]


def subjects(found: Found[Event]) -> BySubject[Event]:
    """The events of each subject that has enough of them, by its link; in `found` the newest brief's are first.

    Spellings with one address are one subject. The link's `detail` is its kind.
    """
    gathered: dict[str, tuple[Link, dict[str, Event]]] = {}
    for kind, link, events in found:
        of_it = gathered.setdefault(link.url or "", (Link(link.text, link.url, kind), {}))[1]
        of_it.update((event.anchor, event) for event in events)
    return {link: tuple(of_it.values()) for link, of_it in gathered.values() if len(of_it) >= FEWEST_EVENTS}


def of_brief(entry: Entry, events: Sequence[EventView], edition: Edition) -> Found[EventView]:
    """A brief's section, story and topics with all of its events, and the people who have a page with those in them."""
    if entry.brief.category:
        yield "section", Link(entry.brief.category, addresses.named_url("sections", entry.brief.category)), events
    if story := facts.story(entry, edition):
        yield "story", story, events
    yield from (("topic", topic, events) for topic in facts.topics(entry))
    yield from (("person", person, [event]) for event in events for person in event.people if person.url)


def known(by_subject: BySubject[Event]) -> tuple[Subject, ...]:
    """The subjects as the register has them."""
    return tuple(sorted((one.detail, one.text, one.url or "", len(those)) for one, those in by_subject.items()))


def plans(
    events: Iterable[Event], by_subject: BySubject[Event], others: Others, in_place: InPlace[Event] = timeline.in_place
) -> Iterator[Plan[Event]]:
    """The timeline of everything and of each subject, and what each filter leaves of them.

    `in_place` gives events their headings and brings them in their order.
    """
    yield from _filtered(None, in_place(events), others)
    for subject in sorted(by_subject, key=lambda one: one.url or ""):
        yield from _filtered(subject, in_place(by_subject[subject]), others)


def page(plan: Plan[EventView]) -> TimelinePage:
    """The page with its events."""
    return replace(plan.page, years=timeline.chapters(plan.placed))


def files(made: Iterable[tuple[TimelinePage, Plan[EventView]]]) -> tuple[TimelineFiles, ...]:
    """The timelines that other programs are given, of pages and their plans."""
    return tuple(TimelineFiles(one, tuple(plan.whole)) for one, plan in made if one.exports)


def ways(by_subject: BySubject[Event]) -> Mapping[str, Link]:
    """For each subject that has a timeline, by the subject's own address, the link to it."""
    return {
        subject.url or "": Link(subject.text, f"{ROOT}{subject.url}", count=len(events))
        for subject, events in by_subject.items()
    }


def ways_on(subjects: Sequence[Subject]) -> Others:
    """The subjects that timelines lead to, of all."""
    most = (_group(kind, folder, subjects, exactly=True) for kind, folder in GROUPS)
    many = (_group(kind, folder, subjects, exactly=False) for kind, folder in GROUPS)
    return Others(*(tuple(group for group in found if group.links) for found in (most, many)))


def _group(kind: str, folder: str, subjects: Sequence[Subject], *, exactly: bool) -> LinkGroup:
    """The subjects of a kind that have most events, and the way to all of the kind if there are more.

    Not `exactly`, a subject with fewer than twice as many events is not before another one, and nobody counts.
    """
    own = [one for one in subjects if one[2].startswith(f"{folder}/")]
    often = sorted(own, key=lambda one: (-(one[3] if exactly else one[3].bit_length()), one[1], one[2]))[:SUBJECTS]
    chosen = often if exactly else sorted(often, key=lambda one: one[1])
    links = tuple(Link(name, f"{ROOT}{url}", count=count if exactly else 0) for _, name, url, count in chosen)
    return LinkGroup(kind, links, f"{folder}/" if len(own) > SUBJECTS else None)


def _filtered(subject: Link | None, placed: InOrder[Event], others: Others) -> Iterator[Plan[Event]]:
    """The timeline itself, and a page for each filter that leaves something over and something out."""
    root = f"{ROOT}{subject.url}" if subject else ROOT
    left = {kind: tuple(one for one in placed if leaves(one[1])) for kind, leaves in LEAVES.items()}
    kept = [(kind, f"{root}{name}") for kind, name in FILTERS if kind == "all" or 0 < len(left[kind]) < len(placed)]
    filters = tuple(TimelineFilter(kind, url, len(left[kind])) for kind, url in kept)
    for kind, url in kept:
        empty = TimelinePage(url, kind, filters if len(kept) > 1 else (), (), (), subject=subject)
        yield from _parted(empty, left[kind], others)


def _parted(page: TimelinePage, placed: Sequence[tuple[Heading, Event]], others: Others) -> Iterator[Plan[Event]]:
    """The timeline with all that leads to its years: the newest part, then the older ones."""
    found = timeline_parts.parts(placed)
    ways = [TimelinePart(f"{page.url}{part.name}/" if part.name else page.url, part.date) for part in found]
    beside = [None, *ways, None]
    years = [dict.fromkeys(heading.years for heading, _ in part.placed) for part in found]
    of_all = Counter(heading.years for heading, _ in placed)
    # A year that is parted by months is met first on the newest part that has some of it.
    where = {one.anchor: way.url for way, those in zip(reversed(ways), reversed(years), strict=True) for one in those}
    for place, (way, part) in enumerate(zip(ways, found, strict=True)):
        # A new event leaves the older parts as they are, unless it is of a new year: they count their own events only.
        own = Counter(heading.years for heading, _ in part.placed)
        here = {one.anchor for one in own}
        counts = {**dict.fromkeys(of_all, 0), **own} if place else of_all
        made = replace(
            page,
            url=way.url,
            filters=tuple(map(_without_count, page.filters)) if place else page.filters,
            strip=tuple(bar if bar.id in here else _away(bar, where) for bar in strip.bars(counts)),
            date=way.date,
            earlier=beside[place + 2],
            later=beside[place],
            # So does a new part: only the newest names all.
            parts=() if place else tuple(ways[1:]),
            # And those of other subjects: only the newest page of all says how many each has.
            others=others.newest if place == 0 and not page.subject else others.elsewhere,
            latest=_latest(part.placed) if page.filter != "announced" else "",
        )
        if place == 0 and placed:
            yield Plan(replace(made, exports=_exports(way.url)), part.placed, [event for _, event in placed])
        else:
            yield Plan(made, part.placed)


def _without_count(one: TimelineFilter) -> TimelineFilter:
    return replace(one, count=0)


def _latest(placed: Sequence[tuple[Heading, Event]]) -> str:
    """Where what happened begins below what was announced: `placed` is newest first. "" where nothing is in between.

    What was announced and has its day behind it may not have come to pass, unless it has an outcome.
    """
    happened = (place for place, (_, event) in enumerate(placed) if not event.announced or event.outcome)
    first = next(happened, 0)
    return placed[first][1].anchor if first else ""


def _away(bar: YearBar, where: Mapping[str, str]) -> YearBar:
    """The bar of a year that is not on the page."""
    return replace(bar, url=f"{where[bar.id]}#{bar.id}") if bar.id else bar


def exports_of(subject: str) -> tuple[Link, ...]:
    """Where the whole timeline of a subject, by its address, is written for other programs."""
    return _exports(f"{ROOT}{subject}")


def _exports(url: str) -> tuple[Link, ...]:
    return tuple(Link(form, f"{url}{file}", kind) for form, file, kind in EXPORTS)
