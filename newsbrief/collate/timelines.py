"""Which timelines the site has: of everything and of each topic, section and person, whole and with a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from newsbrief.collate import addresses, facts, strip, timeline, timeline_parts
from newsbrief.collate.edition import Edition
from newsbrief.model.entry import Entry
from newsbrief.model.timeline import TimelineFilter, TimelinePage, TimelinePart, YearBar
from newsbrief.model.views import EventView, Link, LinkGroup

ROOT = "timeline/"
# With fewer events than this a subject has no timeline: its briefs say it all.
FEWEST_EVENTS = 4
# So many subjects of a kind each timeline leads to, those with most events.
SUBJECTS = 12
GROUPS = (("story", "stories"), ("section", "sections"), ("topic", "topics"), ("person", "people"))
# Each filter and the last part of its address.
FILTERS = (("all", ""), ("news", "news/"), ("announced", "announced/"))
EXPORTS = (
    ("iCalendar", "events.ics", "text/calendar"),
    ("TimelineJS", "timelinejs.json", "application/json"),
    ("JSON", "events.json", "application/json"),
)
BySubject = Mapping[Link, Sequence[EventView]]


def subjects(told: Iterable[Entry], happened: Mapping[str, Sequence[EventView]], edition: Edition) -> BySubject:
    """The events of each story's, section's and topic's briefs, and those that name a person with a page; by link.

    `happened` is by the entry's path. Spellings with one address are one subject. The link's `detail` is its kind.
    """
    found: dict[str, tuple[Link, dict[str, EventView]]] = {}
    for entry in told:
        for kind, link, events in _subjects(entry, happened[entry.path], edition):
            of_it = found.setdefault(link.url or "", (Link(link.text, link.url, kind), {}))[1]
            of_it.update((event.anchor, event) for event in events)
    return {link: tuple(of_it.values()) for link, of_it in found.values() if len(of_it) >= FEWEST_EVENTS}


def _subjects(
    entry: Entry, events: Sequence[EventView], edition: Edition
) -> Iterable[tuple[str, Link, Sequence[EventView]]]:
    if entry.brief.category:
        yield "section", Link(entry.brief.category, addresses.named_url("sections", entry.brief.category)), events
    if story := facts.story(entry, edition):
        yield "story", story, events
    yield from (("topic", topic, events) for topic in facts.topics(entry))
    yield from (("person", person, [event]) for event in events for person in event.people if person.url)


def pages(events: Sequence[EventView], by_subject: BySubject) -> tuple[TimelinePage, ...]:
    """The timeline of everything and of each subject, and what each filter leaves of them."""
    others = tuple(_group(kind, folder, by_subject) for kind, folder in GROUPS)
    filled = tuple(group for group in others if group.links)
    made = list(_filtered(None, events, filled))
    for subject in sorted(by_subject, key=lambda one: one.url or ""):
        made += _filtered(subject, by_subject[subject], filled)
    return tuple(made)


def ways(by_subject: BySubject) -> Mapping[str, Link]:
    """For each subject that has a timeline, by the subject's own address, the link to it."""
    return {
        subject.url or "": Link(subject.text, f"{ROOT}{subject.url}", count=len(events))
        for subject, events in by_subject.items()
    }


def _group(kind: str, folder: str, by_subject: BySubject) -> LinkGroup:
    """The subjects of a kind that have most events, and the way to all of the kind if there are more."""
    own = [subject for subject in by_subject if (subject.url or "").startswith(f"{folder}/")]
    own.sort(key=lambda subject: (-len(by_subject[subject]), subject.text))
    links = tuple(Link(one.text, f"{ROOT}{one.url}", count=len(by_subject[one])) for one in own[:SUBJECTS])
    return LinkGroup(kind, links, f"{folder}/" if len(own) > SUBJECTS else None)


def _uncounted(group: LinkGroup) -> LinkGroup:
    links = sorted((replace(link, count=0) for link in group.links), key=lambda link: link.text)
    return replace(group, links=tuple(links))


def _filtered(
    subject: Link | None, events: Sequence[EventView], others: tuple[LinkGroup, ...]
) -> Iterable[TimelinePage]:
    """The timeline itself, and a page for each filter that leaves something over and something out."""
    root = f"{ROOT}{subject.url}" if subject else ROOT
    left = {
        "all": events,
        "news": [event for event in events if not event.background],
        "announced": [event for event in events if event.announced],
    }
    kept = [(kind, f"{root}{name}") for kind, name in FILTERS if kind == "all" or 0 < len(left[kind]) < len(events)]
    filters = tuple(TimelineFilter(kind, url, len(left[kind])) for kind, url in kept)
    for kind, url in kept:
        page = TimelinePage(url, kind, filters if len(kept) > 1 else (), (), (), subject=subject, others=others)
        yield from _parted(page, left[kind])


def _parted(page: TimelinePage, events: Sequence[EventView]) -> Iterable[TimelinePage]:
    """The timeline with its years and all that leads to them: the newest part, then the older ones."""
    placed = timeline.in_place(events)
    found = timeline_parts.parts(placed)
    ways = [TimelinePart(f"{page.url}{part.name}/" if part.name else page.url, part.date) for part in found]
    beside = [None, *ways, None]
    chapters = [timeline.chapters(part.placed) for part in found]
    bars = strip.bars(Counter(place.years for place, _ in placed))
    # A year that is parted by months is met first on the newest part that has some of it.
    where = {year.id: way.url for way, years in zip(reversed(ways), reversed(chapters), strict=True) for year in years}
    for place, (way, years) in enumerate(zip(ways, chapters, strict=True)):
        here = {year.id for year in years}
        made = replace(
            page,
            url=way.url,
            years=years,
            strip=tuple(bar if bar.id in here else _away(bar, where) for bar in bars),
            date=way.date,
            earlier=beside[place + 2],
            later=beside[place],
            # A new part leaves the older ones as they are: only the newest names all.
            parts=() if place else tuple(ways[1:]),
            # And a new event those of other subjects: only the newest page of all says how many each has.
            others=page.others if place == 0 and not page.subject else tuple(map(_uncounted, page.others)),
            latest=_latest(found[place].placed) if page.filter != "announced" else "",
        )
        whole = place == 0 and placed
        yield replace(made, exports=_exports(way.url), events=tuple(event for _, event in placed)) if whole else made


def _latest(placed: Sequence[timeline.Placed]) -> str:
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
