"""A page for each person who has one, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import addresses, listings, quotes, roles, sheets, timeline
from newsbrief.collate.corrections import of_brief
from newsbrief.collate.dating import day_text
from newsbrief.collate.edition import Edition
from newsbrief.collate.letters import by_letter, order
from newsbrief.collate.people import People, by_person
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ListingPage, PeopleGroup, PeoplePage, PersonPage, RoleSince
from newsbrief.model.views import BriefNote, EventView, Link, NoteView, PersonLine, QuoteView, Teaser

BESIDE = 12
# So many of the dates that name a person stand on their page; a timeline has them all.
LATEST_EVENTS = 8


class Shelf(Struct, frozen=True):
    """What the telling briefs say, each by the entry's path."""

    people: People
    said: Mapping[str, Sequence[QuoteView]]
    happened: Mapping[str, Sequence[EventView]]
    notes: Mapping[str, tuple[NoteView, ...]]
    teasers: Mapping[str, Teaser]
    edition: Edition


def pages(
    entries: Sequence[Entry], shelf: Shelf, timelines: Mapping[str, Link], wanted: Collection[str] | None = None
) -> tuple[tuple[PersonPage, ...], tuple[ListingPage, ...]]:
    """Everyone's pages, and those of the briefs of the ones who are named in many.

    `entries` are newest first; `timelines` are by the person's address. `wanted`: whose pages, None for everyone's.
    """
    found = by_person(entries, shelf.people)
    made: list[PersonPage] = []
    lists: list[ListingPage] = []
    for name in sorted(found if wanted is None else found.keys() & wanted, key=order):
        link = Link(name, address(name))
        teasers = [shelf.teasers[entry.path] for entry in found[name]]
        latest, sheet, older_lists = listings.of_person(link, teasers)
        lists += older_lists
        page, *older = _pages(link, found[name], shelf)
        made.append(
            replace(page, briefs=latest, named=len(teasers), older_briefs=sheet, timeline=timelines.get(page.url))
        )
        made += older
    return tuple(made), tuple(lists)


def _pages(person: Link, entries: Sequence[Entry], shelf: Shelf) -> Iterable[PersonPage]:
    name, url = person.text, person.url or ""
    all_said = [quote for entry in entries for quote in shelf.said[entry.path] if quote.speaker.text == name]
    own = quotes.newest_first([quote for quote in all_said if not quote.repeats])
    events = [event for entry in entries for event in shelf.happened[entry.path] if _takes_part(name, event)]
    newest, *older = sheets.parts(url, own, lambda quote: quote.day or quote.published)
    yield PersonPage(
        url=url,
        name=name,
        quotes=tuple(newest.entries),
        count=len(own),
        also=_also(name, shelf.people),
        roles=_roles(name, entries, shelf.people),
        notes=_notes(entries, {quote.anchor for quote in all_said} | _anchors(events), shelf),
        events=timeline.newest_first(events)[:LATEST_EVENTS],
        beside=_beside(name, entries, shelf.people),
        topics=tuple(dict.fromkeys(topic for entry in entries for topic in shelf.teasers[entry.path].topics)),
        sheet=newest.sheet,
    )
    yield from (PersonPage(part.url, name, tuple(part.entries), sheet=part.sheet) for part in older)


def _anchors(events: Iterable[EventView]) -> set[str]:
    return {telling.anchor for event in events for telling in (event, *event.also)}


def _notes(entries: Sequence[Entry], anchors: Collection[str], shelf: Shelf) -> tuple[BriefNote, ...]:
    """What was set right about the person: the notes that are about one of these quotes and events."""
    notes = (one for entry in entries for one in of_brief(entry, shelf.notes[entry.path], shelf.edition))
    about = [one for one in notes if one.note.about and one.note.about.url in anchors]
    return tuple(sorted(about, key=lambda one: one.note.date.iso if one.note.date else "", reverse=True))


def _takes_part(name: str, event: EventView) -> bool:
    return any(link.text == name for link in event.people)


def _also(name: str, people: People) -> tuple[str, ...]:
    rule = people.rules.get(name)
    return rule.also if rule else ()


def _roles(name: str, entries: Sequence[Entry], people: People) -> tuple[RoleSince, ...]:
    given = ((people.role_in(entry, name), entry.brief.date.day) for entry in reversed(entries))
    return roles.in_time(RoleSince(role, day_text(day)) for role, day in given if role)


def _beside(name: str, entries: Sequence[Entry], people: People) -> tuple[Link, ...]:
    """Who else is quoted in the same briefs, most often first, of those the one whom the briefs name first."""

    def hidden(other: str) -> bool:
        return people.protected(other) or people.organisation(other)

    counts: Counter[str] = Counter()
    for entry in entries:
        for speaker in dict.fromkeys(people.name(q.speaker, entry) for q in entry.brief.quotes if q.speaker):
            counts[speaker] += 1
    others = (other for other, _ in counts.most_common() if other != name and not hidden(other))
    return tuple(people.link(other) for other in others)[:BESIDE]


def address(name: str) -> str:
    """Where someone's page is."""
    return addresses.named_url("people", name)


def index(made: Sequence[PersonPage]) -> PeoplePage:
    """The list of everyone with a page, each with the latest role."""
    return listed(line(page) for page in made if not page.sheet.number)


def listed(lines: Iterable[PersonLine]) -> PeoplePage:
    """The same of their lines."""
    parted = by_letter(lines, lambda one: one.person.text)
    return PeoplePage("people/", tuple(PeopleGroup(heading, those) for heading, those in parted))


def line(page: PersonPage) -> PersonLine:
    """Someone's line in that list."""
    role = page.roles[0].role if page.roles else ""
    return PersonLine(Link(page.name, page.url), role, page.count, page.named)
