"""The register's line for a brief, and the register of a whole site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsbrief.collate import addresses, facts
from newsbrief.collate.bonds import Bonds
from newsbrief.collate.dating import period
from newsbrief.collate.due import changes
from newsbrief.collate.edition import Edition
from newsbrief.collate.late.planned import planned
from newsbrief.collate.listings import headings
from newsbrief.collate.moved import places
from newsbrief.collate.people import names_in
from newsbrief.collate.persons import Shelf, line
from newsbrief.collate.quotes import order
from newsbrief.collate.things import Things
from newsbrief.collate.timelines import Plan
from newsbrief.collate.visible import telling
from newsbrief.model.entry import Entry
from newsbrief.model.pages import PersonPage
from newsbrief.model.register import (
    Ahead,
    EventRow,
    Heading,
    PersonRow,
    Proposed,
    QuoteRow,
    Register,
    Row,
    Standing,
    Subject,
)
from newsbrief.model.search import Findable
from newsbrief.model.stories import StoriesPage
from newsbrief.model.views import EventView, QuoteView


class Headings:
    """The headings of lists, each with a number by which rows have it: most stand in hundreds of rows."""

    def __init__(self, known: Iterable[Heading] = ()) -> None:
        self._numbers = {heading: number for number, heading in enumerate(known)}

    @property
    def all(self) -> tuple[Heading, ...]:
        """By their numbers."""
        return tuple(self._numbers)

    def number(self, heading: Heading) -> int:
        """That of a heading, which it has from now on."""
        return self._numbers.setdefault(heading, len(self._numbers))


def row(
    entry: Entry,
    things: Things,
    happened: Sequence[EventView],
    said: Iterable[QuoteView],
    edition: Edition,
    numbers: Headings,
) -> Row:
    """A brief's line. `happened`: its events as timelines have them, `said`: its quotes as their pages have them."""
    brief, date = entry.brief, entry.brief.date
    now = edition.now.timestamp()
    to_come = sorted(at for one in changes(entry, edition) if (at := one.timestamp()) > now)
    found = Row(
        path=entry.path,
        url=addresses.brief_url(entry, edition),
        day=date.day.isoformat(),
        time=date.time.isoformat() if date.time else "",
        status=brief.status,
        published=facts.published_at(entry, edition).timestamp(),
        quotes=_addresses(entry, ()),
        changes=tuple(to_come),
        raw=brief.raw.file if brief.raw else "",
    )
    if not telling(entry):
        return found
    spoken = tuple(_quote(found.day, one) for one in said) if "quotes" in edition.parts else ()
    names = dict.fromkeys(things.people.name(name, entry) for name in names_in(entry))
    return found._replace(
        names=tuple(names),
        headings=tuple(map(numbers.number, dict.fromkeys(headings(entry, things)))),
        ahead=tuple(_ahead(event) for event in happened if event.announced),
        dates=tuple(dict.fromkeys(event.date for event in brief.events if not event.claim)),
        lead=any(quote.lead for quote in brief.quotes),
        events=tuple(_event(entry.path, one) for one in happened) if "timelines" in edition.parts else (),
        said=spoken,
        quotes=_addresses(entry, spoken),
        story=(story.text, story.url or "") if (story := facts.story(entry, edition)) else ("", ""),
    )


def _addresses(entry: Entry, said: Iterable[QuoteRow]) -> tuple[str, ...]:
    """Those that its other quotes may have."""
    told = {one.url for one in said if not one.repeats}
    may = (addresses.quote_url(entry, quote.id) for quote in entry.brief.quotes)
    return tuple(url for url in may if url not in told)


def _event(path: str, event: EventView) -> EventRow:
    people = tuple((person.text, person.url) for person in event.people if person.url)
    flags = (event.background, event.announced, event.outcome, event.review)
    return EventRow(path, event.anchor, event.edtf, event.place, *flags, people)


def _quote(day: str, quote: QuoteView) -> QuoteRow:
    said, _, number, _ = order(quote)
    return QuoteRow(
        quote.url, quote.speaker.text, quote.role, "" if said == day else said, number, quote.id, quote.repeats
    )


def _ahead(event: EventView) -> Ahead:
    first, last = period(event.date.edtf)
    return first.toordinal(), last.toordinal(), event.anchor


def register(
    visible: Sequence[Entry],
    shelf: Shelf,
    things: Things,
    bonds: Bonds,
    persons: Sequence[PersonPage],
    found: Iterable[Findable],
    subjects: tuple[Subject, ...],
    plans: Sequence[Plan[EventView]],
    stories: StoriesPage,
) -> Register:
    """Of a whole site. `visible` is newest first; `found`: by the search; `subjects` and `plans`: of timelines."""
    telling_ones = [entry for entry in visible if telling(entry)]
    leads = bonds.leads
    numbers = Headings()

    def of(path: str, entry: Entry) -> Row:
        found = row(entry, things, shelf.happened.get(path, ()), shelf.said.get(path, ()), shelf.edition, numbers)
        return found._replace(near=leads.older.get(path, ()), root=leads.roots.get(path, ""))

    lines = tuple(of(entry.path, entry) for entry in visible)
    return Register(
        rows=lines,
        headings=numbers.all,
        standing=bonds.standing or Standing(),
        with_page=shelf.people.with_page,
        people={page.name: person_row(page) for page in persons if not page.sheet.number},
        linked=frozenset(name for entry in telling_ones for name in linked(entry)),
        aliases=frozenset(place for entry in visible for place in places(entry)),
        subjects=subjects,
        planned=planned(lines, plans),
        undated=tuple(one for one in found if not one.day),
        shelved=leads.shelved,
        stories=stories.stories,
        proposed=tuple(Proposed(one.paths, shown) for one, shown in zip(leads.looks, stories.proposals, strict=True)),
    )


def person_row(page: PersonPage) -> PersonRow:
    """What the list of people says of someone, by the newest of their pages."""
    of_it = line(page)
    return page.url, of_it.role, of_it.quotes, of_it.briefs


def linked(entry: Entry) -> Iterable[str]:
    """How the brief calls others whose events it says are its own, or are not."""
    events = entry.brief.events
    return (name.partition("#")[0] for event in events for name in (*event.same, *event.apart))
