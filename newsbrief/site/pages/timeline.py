"""The timelines: of everything and of each subject, each whole and with the filters "news" and "announced"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.edtf.headings import Years, heading
from newsbrief.edtf.text import date_text
from newsbrief.model.timeline import TimelineFilter, TimelineMonth, TimelinePage, TimelinePart, TimelineYear, YearBar
from newsbrief.model.views import EventView, Link, LinkGroup
from newsbrief.site.build.plan import Page, Shared
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.references import EventRef
from newsbrief.site.index.subjects import Subject
from newsbrief.site.pages.partition import strip
from newsbrief.site.pages.partition.filters import FILTERS, ROOT, Timeline, filtered, root_of, whole
from newsbrief.site.pages.partition.timelines import Part, parts
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# A timeline links to so many subjects of each kind, those with most events.
SUBJECTS = 12
# Each kind of subject and the folder of its pages.
FOLDERS = {"story": "stories", "section": "sections", "topic": "topics", "person": "people"}
# Which timelines are also written for other programs: "site" (of everything) and folders of subjects.
EXPORTED = ("site", "stories")
EXPORTS = (
    ("iCalendar", "events.ics", "text/calendar"),
    ("TimelineJS", "timelinejs.json", "application/json"),
    ("JSON", "events.json", "application/json"),
)


class Division(Struct, frozen=True):
    """What a part of a divided timeline says of the whole. A part is its name and the EDTF date of what it covers.

    `covers` is "" for the newest part, which alone has `older`, all other parts. `earlier` and `later` are beside it.
    `years` has a row for every year of the timeline: first and last year, the number of events, and the name of the
    newest part with some of them. Only the newest part counts the whole timeline; older parts have 0 there, so that a
    new event does not change them.
    """

    covers: str
    earlier: tuple[str, str] | None
    later: tuple[str, str] | None
    older: tuple[tuple[str, str], ...]
    years: Shared


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "timeline"


def has_timelines(site: Site) -> bool:
    """Return whether the site has any timelines."""
    return site.has("timeline") and "timelines" in site.options.parts


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return every part of every timeline. The events are what a page shows, in that order."""
    if not has_timelines(site):
        return
    subjects = index.events.subjects.values()
    newest, elsewhere = Shared(_others(subjects, exactly=True)), Shared(_others(subjects, exactly=False))
    for subject, events in whole(index):
        exported = is_exported(subject, site)
        for one in filtered(subject, events):
            yield from _pages(one, elsewhere if subject else newest, elsewhere, exported)


def _pages(one: Timeline, others: Shared, elsewhere: Shared, exported: bool) -> Iterator[Page]:
    """Yield the parts of a timeline, newest first. `others` are the links of the newest part."""
    about = one.subject and (one.subject.kind, one.subject.name, one.subject.url)
    divided = parts(one.events)
    if not divided:
        yield Page(one.url, "timeline", _ids(one.events), (one.filter, about, one.counts, others, exported, None))
        return
    for part, division in zip(divided, _divisions(divided), strict=True):
        if not part.name:
            values = (one.filter, about, one.counts, others, exported, division)
        else:
            # A new event changes these numbers, and no older part should change with it.
            uncounted = tuple((name, 0) for name, _ in one.counts)
            values = (one.filter, about, uncounted, elsewhere, exported, division)
        yield Page(_address(one.url, part.name), "timeline", _ids(part.events), values)


def is_exported(subject: Subject | None, site: Site) -> bool:
    """Return whether a timeline is also written for other programs, as NEWSBRIEF_EXPORTS says."""
    chosen = site.settings.get("NEWSBRIEF_EXPORTS", EXPORTED)
    return (FOLDERS[subject.kind] if subject else "site") in ((chosen,) if isinstance(chosen, str) else chosen)


def exports(url: str) -> tuple[Link, ...]:
    """Return the links to the files of a timeline by its address; `detail` is the media type."""
    return tuple(Link(form, f"{url}{file}", kind) for form, file, kind in EXPORTS)


def _ids(events: Iterable[EventRef]) -> tuple[str, ...]:
    return tuple([ref.id for ref in events])


def _others(subjects: Iterable[Subject], *, exactly: bool) -> tuple[LinkGroup, ...]:
    """Return the links to the timelines with most events.

    Not `exactly`, a timeline needs twice as many events to come before another one, and links have no counts: a new
    event then seldom changes them, and with them thousands of pages.
    """
    groups = (_group(kind, [one for one in subjects if one.kind == kind], exactly=exactly) for kind in FOLDERS)
    return tuple(group for group in groups if group.links)


def _group(kind: str, subjects: Sequence[Subject], *, exactly: bool) -> LinkGroup:
    counts = {one.url: len(one.events) if exactly else len(one.events).bit_length() for one in subjects}
    most = sorted(subjects, key=lambda one: (-counts[one.url], one.name, one.url))[:SUBJECTS]
    chosen = most if exactly else sorted(most, key=lambda one: one.name)
    links = tuple(Link(one.name, root_of(one), count=len(one.events) if exactly else 0) for one in chosen)
    return LinkGroup(kind, links, f"{FOLDERS[kind]}/" if len(subjects) > SUBJECTS else None)


def _divisions(divided: Sequence[Part]) -> Iterator[Division]:
    """Yield what each part says of the whole timeline, newest first."""
    counts: Counter[Years] = Counter()
    names: dict[Years, str] = {}
    for part in divided:
        counts.update(part.years)
        for years in part.years:
            names.setdefault(years, part.name)
    rows = [(years.first, years.last, counts[years], name) for years, name in names.items()]
    counted, uncounted = Shared(rows), Shared([(first, last, 0, name) for first, last, _, name in rows])
    links = [(part.name, part.covers) for part in divided]
    beside = [None, *links, None]
    for place, part in enumerate(divided):
        older = () if place else tuple(links[1:])
        yield Division(part.covers, beside[place + 2], beside[place], older, uncounted if place else counted)


def model(page: Page, views: PageViews, _site: Site) -> TimelinePage:
    """Return the page with its events under years and months."""
    kind, about, counts, others, exported, division = page.values
    events = tuple(map(views.event, page.shows))
    root = f"{ROOT}{about[2]}" if about else ROOT
    url = f"{root}{FILTERS[kind]}"
    return TimelinePage(
        url=page.url,
        filter=kind,
        filters=tuple(TimelineFilter(name, f"{root}{FILTERS[name]}", count) for name, count in counts),
        years=_by_year(events),
        strip=_strip(Counter(heading(event.edtf).years for event in events), url, division),
        exports=exports(page.url) if exported and events else (),
        subject=Link(about[1], about[2], about[0]) if about else None,
        others=others.value,
        date=date_text(division.covers) if division and division.covers else None,
        earlier=_link(url, division.earlier) if division and division.earlier else None,
        later=_link(url, division.later) if division and division.later else None,
        parts=tuple(_link(url, one) for one in division.older) if division else (),
        latest=_latest(events) if kind != "announced" else "",
    )


def _by_year(events: Iterable[EventView]) -> tuple[TimelineYear, ...]:
    return tuple(
        TimelineYear(years.anchor, years.date, _by_month(of_it))
        for years, of_it in groupby(events, key=lambda event: heading(event.edtf).years)
    )


def _by_month(events: Iterable[EventView]) -> tuple[TimelineMonth, ...]:
    groups = (tuple(of_it) for _, of_it in groupby(events, key=lambda event: heading(event.edtf).order))
    return tuple(TimelineMonth(heading(of_it[0].edtf).date, of_it) for of_it in groups)


def _strip(own: Mapping[Years, int], url: str, division: Division | None) -> tuple[YearBar, ...]:
    """Return the bars of all years of the timeline; those of years on another part link to it."""
    if not division:
        return strip.bars(own)
    rows = {Years(first, last): (count, name) for first, last, count, name in division.years.value}
    here = {years.anchor for years in own}
    names = {years.anchor: name for years, (_, name) in rows.items()}
    return tuple(
        replace(bar, url=f"{_address(url, names[bar.id])}#{bar.id}") if bar.id and bar.id not in here else bar
        for bar in strip.bars({years: count or own.get(years, 0) for years, (count, _) in rows.items()})
    )


def _link(url: str, part: tuple[str, str]) -> TimelinePart:
    name, covers = part
    return TimelinePart(_address(url, name), date_text(covers) if covers else None)


def divided(one: Timeline) -> Iterator[tuple[str, str, Sequence[EventRef]]]:
    """Yield each part of a timeline: its address, the years or months that it covers (EDTF, "" for all), its events."""
    found = parts(one.events)
    if not found:
        yield one.url, "", one.events
    for part in found:
        yield _address(one.url, part.name), part.covers, part.events


def _address(url: str, name: str) -> str:
    return f"{url}{name}/" if name else url


def _latest(events: Sequence[EventView]) -> str:
    """Return the anchor of the newest event that happened, if announced ones stand above it; else "".

    An announced event may not have happened although its day is past, unless somebody wrote what became of it.
    """
    place = next((place for place, event in enumerate(events) if not event.announced or event.outcome), 0)
    return events[place].anchor if place else ""
