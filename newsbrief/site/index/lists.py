"""The briefs of each topic, section, author, place and organisation, and of each person who has a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.events import Events
from newsbrief.site.index.letters import order
from newsbrief.site.index.people import People
from newsbrief.site.index.quotes import ByBrief
from newsbrief.site.index.references import EventRef, QuoteRef
from newsbrief.site.index.things import Things


class List(Struct):
    """The briefs that come together under one heading, newest first.

    `kind` is topic, section, author, place or organisation. `events` are those of these briefs that name the place or
    organisation. `published`: whether any brief is.
    """

    kind: str
    name: str
    url: str
    briefs: list[Facts] = field(default_factory=list)
    events: list[EventRef] = field(default_factory=list)
    published: bool = False


class Person(Struct):
    """What the briefs say about a person. `briefs` name the person, newest first; `quotes` are the person's own.

    `quotes` include those that repeat older ones. `roles` are those that the briefs give, "" for none, in their order.
    """

    name: str
    url: str
    briefs: list[Facts] = field(default_factory=list)
    quotes: list[QuoteRef] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)


class Lists(Struct, frozen=True):
    """`headings` are lists in the order of their addresses; `persons` by name, in alphabetical order."""

    headings: tuple[List, ...]
    persons: Mapping[str, Person]


def gather(told: Sequence[Facts], people: People, things: Things, quotes: ByBrief, events: Events) -> Lists:
    """Return all lists of briefs, which are newest first."""
    return Lists(_headings(told, things, events), _persons(told, people, quotes))


def _headings(told: Sequence[Facts], things: Things, events: Events) -> tuple[List, ...]:
    """Return the lists. Spellings with one address are one list, under the newest brief's spelling."""
    made: dict[str, List] = {}
    for facts in told:
        for kind, name, url in _of_brief(facts, things):
            of_it = made.get(url)
            if of_it is None:
                of_it = made[url] = List(kind, name, url)
            if not of_it.briefs or of_it.briefs[-1] is not facts:
                of_it.briefs.append(facts)
                of_it.published = of_it.published or facts.status == "published"
                if kind in ("place", "organisation"):
                    of_it.events += [ref for ref in events.entries.get(facts.path, ()) if url in ref.things]
    return tuple(made[url] for url in sorted(made))


def _of_brief(facts: Facts, things: Things) -> Iterator[tuple[str, str, str]]:
    """Yield the lists that a brief stands in: (kind, name, address)."""
    own = facts.lists
    for one in own.topics:
        yield "topic", one.name, f"topics/{one.key}/"
    for one in own.authors:
        yield "author", one.name, f"authors/{one.key}/"
    if own.section:
        yield "section", own.section.name, f"sections/{own.section.key}/"
    for thing in things.of_brief.get(facts.path, ()):
        if thing.url in things.with_page:
            yield thing.kind, thing.name, thing.url


def _persons(told: Sequence[Facts], people: People, quotes: ByBrief) -> Mapping[str, Person]:
    found = {name: Person(name, addresses.named_url("people", name)) for name in sorted(people.with_page, key=order)}
    for facts in told:
        for name, role in roles_in(facts, people.cast[facts.path]).items():
            if person := found.get(name):
                person.briefs.append(facts)
                person.roles.append(role)
        for quote in quotes[facts.path]:
            if person := found.get(quote.speaker):
                person.quotes.append(quote)
    return found


def roles_in(facts: Facts, cast: Sequence[str]) -> Mapping[str, str]:
    """Return the role of everyone in a brief by name, "" for none. `cast` are the names on the site of its people.

    Of several roles that one brief gives a person, the first counts.
    """
    given: dict[str, str] = {}
    for one, name in zip(facts.people, cast, strict=True):
        if not given.get(name):
            given[name] = one.role
    return given
