"""The page of each person who has one, with older quotes on pages of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.edtf.text import date_text
from newsbrief.model.pages import PersonPage, RoleSince
from newsbrief.model.views import BriefNote, Link
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses, view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import events, quotes, roles
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.letters import order
from newsbrief.site.index.references import EventRef, QuoteRef
from newsbrief.site.pages.partition import lists
from newsbrief.site.pages.partition.lists import Part
from newsbrief.site.render.site import Site
from newsbrief.site.views.notes import outside
from newsbrief.site.views.resolve import PageViews

# How many others a page names who are quoted in the same briefs.
BESIDE = 12
# So many of the dates that name a person stand on the page; a timeline has all.
LATEST_EVENTS = 8
# The folder, below a person's page, of the older briefs that name them.
OLDER_BRIEFS = "briefs/"


class Person(Struct):
    """What comes together about a person. `briefs` name the person, newest first; `quotes` are the person's own.

    `roles` are (role, day), newest first; `beside` counts who else is quoted in these briefs; `noted` are the briefs
    with notes about one of these quotes or events.
    """

    name: str
    briefs: list[Facts] = field(default_factory=list)
    quotes: list[QuoteRef] = field(default_factory=list)
    events: list[EventRef] = field(default_factory=list)
    roles: list[tuple[str, str]] = field(default_factory=list)
    beside: Counter[str] = field(default_factory=Counter)

    @property
    def url(self) -> str:
        """The address of the person's page."""
        return addresses.named_url("people", self.name)


def gather(index: Index) -> Mapping[str, Person]:
    """Return everyone who has a page, by name, in alphabetical order."""
    people = index.people
    found: dict[str, Person] = {}
    for facts in index.told:
        cast, said = people.cast[facts.path], index.quotes.by_brief[facts.path]
        speakers = list(dict.fromkeys(cast[quote.speaker] for quote in facts.quotes if quote.speaker >= 0))
        for name in dict.fromkeys(cast):
            if name in people.with_page:
                one = found.setdefault(name, Person(name))
                one.briefs.append(facts)
                one.beside.update(speakers)
                role = next((p.role for p, n in zip(facts.people, cast, strict=True) if p.role and n == name), "")
                one.roles += [(role, facts.day)] if role else []
        for quote in said:
            if quote.speaker in found:
                found[quote.speaker].quotes.append(quote)
        for ref in index.events.entries[facts.path]:
            for name in ref.people:
                if name in found and found[name].briefs[-1] is facts:
                    found[name].events.append(ref)
    return {name: found[name] for name in sorted(found, key=order)}


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "person"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the pages of everyone who has one."""
    if site.has("person"):
        for person in gather(index).values():
            yield from _pages(person, index)


def _pages(person: Person, index: Index) -> Iterator[Page]:
    own = quotes.newest_first(one for one in person.quotes if not one.source)
    newest, *older = lists.parts(person.url, own, lambda quote: quote.day)
    latest, *_ = briefs_of(person)
    dates = tuple(ref.id for ref in events.newest_first(person.events)[:LATEST_EVENTS])
    said, briefs = _ids(newest), tuple(facts.path for facts in latest.entries)
    noted = _noted(person)
    timeline = index.events.subjects.get(person.url)
    values = (
        *(person.name, newest.sheet, said, len(own), dates, briefs, len(person.briefs), latest.sheet),
        *(_roles(person), _beside(person, index), noted, tuple(_topics(person)), timeline and timeline.link),
    )
    shows = dict.fromkeys(
        (*said, *dates, *briefs, *(view for path in noted for view in (path, view_ids.notes_id(path))))
    )
    yield Page(person.url, "person", tuple(shows), values)
    for part in older:
        yield Page(part.url, "person", _ids(part), (person.name, part.sheet, _ids(part)))


def briefs_of(person: Person) -> tuple[Part[Facts], ...]:
    """Return the briefs that name a person: those on the person's page, then older ones on pages of their own."""
    return lists.parts(person.url, person.briefs, lambda facts: facts.day, OLDER_BRIEFS)


def _ids(part: Part[QuoteRef]) -> tuple[str, ...]:
    return tuple([quote.id for quote in part.entries])


def _roles(person: Person) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(person.roles))


def _beside(person: Person, index: Index) -> tuple[Link, ...]:
    """Return who else is quoted in the same briefs, most often first."""
    people = index.people
    names = (name for name, _ in person.beside.most_common() if name != person.name)
    shown = (name for name in names if not (people.is_protected(name) or people.is_organisation(name)))
    return tuple(people.link(name) for _, name in zip(range(BESIDE), shown, strict=False))


def _noted(person: Person) -> tuple[str, ...]:
    """Return the briefs with notes about one of the person's quotes or events."""
    briefs = [facts for facts in person.briefs if any(note.about for note in facts.times.notes)]
    if not briefs:
        return ()
    about = {(quote.path, quote.order[3]) for quote in person.quotes}
    about |= {(view_ids.brief_of(view), view_ids.name_of(view)) for ref in person.events for view in ref.members}
    return tuple(facts.path for facts in briefs if any((facts.path, note.about) in about for note in facts.times.notes))


def _topics(person: Person) -> Iterator[Link]:
    seen: dict[tuple[str, str], Link] = {}
    for facts in person.briefs:
        for topic in facts.lists.topics:
            seen.setdefault((topic.name, topic.key), Link(topic.name, f"topics/{topic.key}/"))
    yield from seen.values()


def model(page: Page, views: PageViews, _site: Site) -> PersonPage:
    """Return the page."""
    name, sheet, said, *rest = page.values
    own = tuple(map(views.quote, said))
    if not rest:
        return PersonPage(page.url, name, own, sheet=sheet)
    count, dates, briefs, named, older_briefs, given, beside, noted, topics, timeline = rest
    return PersonPage(
        url=page.url,
        name=name,
        quotes=own,
        count=count,
        also=views.index.people.spellings(name),
        roles=tuple(RoleSince(role, date_text(day)) for role, day in roles.in_time(reversed(given))),
        notes=tuple(_notes(name, noted, views)),
        events=tuple(map(views.event, dates)),
        briefs=tuple(map(views.teaser, briefs)),
        named=named,
        older_briefs=older_briefs,
        beside=beside,
        topics=topics,
        timeline=timeline,
        sheet=sheet,
    )


def _notes(name: str, noted: Sequence[str], views: PageViews) -> list[BriefNote]:
    """Return the notes about the person's quotes and events, newest first."""
    index = views.index
    anchors = {ref.anchor for path in noted for ref in index.quotes.by_brief[path] if ref.speaker == name}
    for path in noted:
        for ref in index.events.entries[path]:
            if name in ref.people:
                anchors |= {_anchor(view, index) for view in ref.members}
    every = (one for path in noted for one in outside(views.notes(path), views.teaser(path)))
    about = [one for one in every if one.note.about and one.note.about.url in anchors]
    return sorted(about, key=lambda one: one.note.date.iso if one.note.date else "", reverse=True)


def _anchor(view: str, index: Index) -> str:
    return f"{index.by_path[view_ids.brief_of(view)].url}#{view_ids.name_of(view)}"
