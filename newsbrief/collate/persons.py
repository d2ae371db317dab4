"""A page for each person who has one, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsbrief.collate import addresses, facts, quotes, timeline
from newsbrief.collate.dating import day_text
from newsbrief.collate.edition import Edition
from newsbrief.collate.people import People, by_person
from newsbrief.model.entry import Entry
from newsbrief.model.pages import PeoplePage, PersonPage, RoleSince
from newsbrief.model.views import EventView, Link, PersonLine, QuoteView

BESIDE = 12
# So many of the dates that name a person stand on their page; a timeline has them all.
LATEST_EVENTS = 8


def pages(
    entries: Sequence[Entry],
    people: People,
    said: Mapping[str, Sequence[QuoteView]],
    happened: Mapping[str, Sequence[EventView]],
    timelines: Mapping[str, Link],
    edition: Edition,
) -> tuple[PersonPage, ...]:
    """Everyone's page. `entries` are newest first; `said` and `happened` are by the entry's path.

    `timelines` are by the person's address.
    """
    found = by_person(entries, people)
    pages = (_page(name, found[name], people, said, happened, edition) for name in sorted(found, key=str.casefold))
    return tuple(replace(page, timeline=timelines.get(page.url)) for page in pages)


def _page(
    name: str,
    entries: Sequence[Entry],
    people: People,
    said: Mapping[str, Sequence[QuoteView]],
    happened: Mapping[str, Sequence[EventView]],
    edition: Edition,
) -> PersonPage:
    own = [quote for entry in entries for quote in said[entry.path] if quote.speaker.text == name and not quote.repeats]
    events = [event for entry in entries for event in happened[entry.path] if _takes_part(name, event)]
    return PersonPage(
        url=addresses.named_url("people", name),
        name=name,
        also=_also(name, people),
        roles=_roles(name, entries, people),
        quotes=quotes.newest_first(own),
        events=timeline.newest_first(events)[:LATEST_EVENTS],
        briefs=tuple(facts.teaser(entry, edition) for entry in entries),
        beside=_beside(name, entries, people),
        topics=tuple(dict.fromkeys(topic for entry in entries for topic in facts.topics(entry))),
    )


def _takes_part(name: str, event: EventView) -> bool:
    return any(link.text == name for link in event.people)


def _also(name: str, people: People) -> tuple[str, ...]:
    rule = people.rules.get(name)
    return rule.also if rule else ()


def _roles(name: str, entries: Sequence[Entry], people: People) -> tuple[RoleSince, ...]:
    roles: list[RoleSince] = []
    for entry in reversed(entries):
        role = people.role_in(entry, name)
        if role and (not roles or roles[-1].role != role):
            roles.append(RoleSince(role, day_text(entry.brief.date.day)))
    return tuple(reversed(roles))


def _beside(name: str, entries: Sequence[Entry], people: People) -> tuple[Link, ...]:
    """Who else is quoted in the same briefs, most often first, of those the one whom the briefs name first."""
    counts: Counter[str] = Counter()
    for entry in entries:
        counts.update(dict.fromkeys((people.name(q.speaker, entry) for q in entry.brief.quotes if q.speaker), 1))
    others = (other for other, _ in counts.most_common() if other != name and not people.protected(other))
    return tuple(people.link(other) for other in others)[:BESIDE]


def index(made: Sequence[PersonPage]) -> PeoplePage:
    """The list of everyone with a page, each with the latest role."""
    return PeoplePage("people/", tuple(map(_line, made)))


def _line(page: PersonPage) -> PersonLine:
    role = page.roles[0].role if page.roles else ""
    return PersonLine(Link(page.name, page.url), role, len(page.quotes), len(page.briefs))
