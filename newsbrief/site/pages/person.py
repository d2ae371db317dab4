"""The page of each person who has one. Older quotes are on pages below it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from sys import intern
from typing import NamedTuple

from newsbrief.edtf.text import date_text
from newsbrief.model.pages import PersonPage, RoleSince
from newsbrief.model.views import ONE_SHEET, BriefNote, Link, Sheet
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses, view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import quotes, roles
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.lists import Person
from newsbrief.site.index.references import EventRef, QuoteRef
from newsbrief.site.index.roles import Role
from newsbrief.site.pages.partition import lists
from newsbrief.site.pages.partition.lists import Part
from newsbrief.site.render.site import Site
from newsbrief.site.views.notes import outside
from newsbrief.site.views.resolve import PageViews

# A page names so many others who are quoted in the same briefs.
BESIDE = 12
# A page shows so many of the events that name the person; a timeline has all.
LATEST_EVENTS = 8
# The folder, below a person's page, of the older briefs that name them.
OLDER_BRIEFS = "briefs/"

# The quotes and events of a brief that its notes are about: the brief's path and their ids.
Noted = tuple[str, tuple[str, ...]]


class Details(NamedTuple):
    """What only the first page of a person shows. The page's views are its quotes, then these events and briefs.

    `events` and `briefs` are their numbers on the page, `total` and `named` the numbers of all the person's quotes and
    briefs. `beside` are names, each with whether it has a page. `topics` are names.
    """

    total: int
    also: tuple[str, ...]
    roles: tuple[Role, ...]
    noted: tuple[Noted, ...]
    events: int
    briefs: int
    named: int
    older_briefs: Sheet
    beside: tuple[tuple[str, bool], ...]
    topics: tuple[str, ...]
    timeline: Link | None


class _Around(NamedTuple):
    """What pages of several people need: `events` and `noted` by the person's name, the others by the brief's path."""

    events: Mapping[str, Sequence[str]]
    noted: Mapping[str, Sequence[Noted]]
    speakers: Mapping[str, Sequence[str]]
    topics: Mapping[str, Sequence[str]]


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "person"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the pages of everyone who has one.

    Their values are the name, the page's place among the others, the number of its quotes, and Details or None.
    """
    if not site.has("person"):
        return
    around = _Around(_events(index), _noted(index), _speakers(index), _topics(index))
    for person in index.lists.persons.values():
        yield from _pages(person, around, index, site)


def _pages(person: Person, around: _Around, index: Index, site: Site) -> Iterator[Page]:
    own = quotes.newest_first([one for one in person.quotes if not one.source])
    newest, *older = lists.parts(person.url, own, lambda quote: _said_on(quote, index))
    latest = briefs_of(person)[0]
    events, noted = around.events.get(person.name, ()), around.noted.get(person.name, ())
    given = zip(reversed(person.roles), reversed(person.briefs), strict=True)
    details = Details(
        total=len(own),
        also=index.people.spellings(person.name),
        roles=roles.in_time([(role, facts.day) for role, facts in given if role]),
        noted=tuple(noted),
        events=len(events),
        briefs=len(latest.entries),
        named=len(person.briefs),
        # Without that template the older briefs have no pages.
        older_briefs=latest.sheet if site.has("listing") else ONE_SHEET,
        beside=_beside(person, around.speakers, index),
        topics=_once([around.topics[facts.path] for facts in person.briefs]),
        timeline=_timeline(person.url, index),
    )
    said, paths = _ids(newest), [facts.path for facts in latest.entries]
    for_notes = [view for path, _ in noted for view in (path, view_ids.notes_id(path))]
    values = (person.name, newest.sheet, len(said), details)
    yield Page(person.url, "person", (*said, *events, *paths, *for_notes), values)
    for part in older:
        yield Page(part.url, "person", _ids(part), (person.name, part.sheet, len(part.entries), None))


def _once(names: Iterable[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(names)))


def _timeline(url: str, index: Index) -> Link | None:
    subject = index.events.subjects.get(url)
    return subject.link if subject else None


def briefs_of(person: Person) -> tuple[Part[Facts], ...]:
    """Return the briefs that name a person: those on the person's page, then older ones on pages of their own."""
    return lists.parts(person.url, person.briefs, lambda facts: facts.day, OLDER_BRIEFS)


def _ids(part: Part[QuoteRef]) -> tuple[str, ...]:
    return tuple([quote.id for quote in part.entries])


def _said_on(quote: QuoteRef, index: Index) -> str:
    """Return the EDTF date of a quote, which may be less exact than the day that sorts it."""
    facts = index.by_path[quote.path]
    return next((one.said for one in facts.quotes if one.id == view_ids.name_of(quote.id)), "") or facts.day


def _events(index: Index) -> Mapping[str, Sequence[str]]:
    """Return the view ids of the latest events that name each person, by name, newest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for ref in index.events.ordered:
        for name in ref.people:
            latest = found[name]
            if len(latest) < LATEST_EVENTS:
                latest.append(ref.id)
    return found


def _noted(index: Index) -> Mapping[str, Sequence[Noted]]:
    """Return, by name, what of the person's quotes and events notes are about; the newest brief first."""
    found: dict[str, list[Noted]] = defaultdict(list)
    for facts in index.told:
        about = {note.about for note in facts.times.notes if note.about}
        if not about:
            continue
        cast = index.people.cast[facts.path]
        named = [(one.speaker, view_ids.name_of(one.id)) for one in index.quotes.by_brief[facts.path]]
        for ref in index.events.entries[facts.path]:
            event = view_ids.name_of(_told_here(ref, facts.path))
            named += [(name, event) for name in ref.people if name in cast]
        by_name: dict[str, dict[str, None]] = defaultdict(dict)
        for name, one in named:
            if one in about:
                by_name[name][one] = None
        for name, ids in by_name.items():
            found[name].append((facts.path, tuple(ids)))
    return found


def _told_here(ref: EventRef, path: str) -> str:
    """Return the view id of a brief's telling of an event: the one that leads, otherwise the brief's first."""
    if ref.path == path:
        return ref.id
    return next(view for view in ref.members if view_ids.brief_of(view) == path)


def _speakers(index: Index) -> Mapping[str, Sequence[str]]:
    """Return who is quoted in each brief, by its path, without organisations."""
    by_path = {path: dict.fromkeys([one.speaker for one in said]) for path, said in index.quotes.by_brief.items()}
    every = frozenset(chain.from_iterable(by_path.values()))
    persons = frozenset(name for name in every if not index.people.is_organisation(name))
    return {path: [name for name in names if name in persons] for path, names in by_path.items()}


def _topics(index: Index) -> Mapping[str, Sequence[str]]:
    """Return the topics of each brief, by its path. Equal names are one string, which sets compare fastest."""
    return {facts.path: [intern(topic.name) for topic in facts.lists.topics] for facts in index.told}


def _beside(person: Person, speakers: Mapping[str, Sequence[str]], index: Index) -> tuple[tuple[str, bool], ...]:
    """Return who else is quoted in the same briefs, most often first."""
    counts = Counter(chain.from_iterable([speakers[facts.path] for facts in person.briefs]))
    del counts[person.name]
    often = sorted(counts, key=counts.__getitem__, reverse=True)[:BESIDE]
    return tuple([(name, name in index.people.with_page) for name in often])


def model(page: Page, views: PageViews, _site: Site) -> PersonPage:
    """Return the page."""
    name, sheet, said, details = page.values
    own = tuple(map(views.quote, page.shows[:said]))
    if not details:
        return PersonPage(page.url, name, own, sheet=sheet)
    events = page.shows[said : said + details.events]
    briefs = page.shows[said + details.events :][: details.briefs]
    return PersonPage(
        url=page.url,
        name=name,
        quotes=own,
        count=details.total,
        also=details.also,
        roles=tuple(RoleSince(role, date_text(day)) for role, day in details.roles),
        notes=tuple(_notes(details.noted, views)),
        events=tuple(map(views.event, events)),
        briefs=tuple(map(views.teaser, briefs)),
        named=details.named,
        older_briefs=details.older_briefs,
        beside=tuple(_link(name, has_page) for name, has_page in details.beside),
        topics=tuple(Link(topic, addresses.named_url("topics", topic)) for topic in details.topics),
        timeline=details.timeline,
        sheet=sheet,
    )


def _link(name: str, has_page: bool) -> Link:
    return Link(name, addresses.named_url("people", name) if has_page else None)


def _notes(noted: Iterable[Noted], views: PageViews) -> list[BriefNote]:
    """Return the notes about the person's quotes and events, newest first."""
    found: list[BriefNote] = []
    for path, ids in noted:
        teaser = views.teaser(path)
        anchors = {f"{teaser.url}#{one}" for one in ids}
        every = outside(views.notes(path), teaser)
        found += [one for one in every if one.note.about and one.note.about.url in anchors]
    return sorted(found, key=lambda one: one.note.date.iso if one.note.date else "", reverse=True)
