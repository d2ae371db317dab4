"""Places and organisations: which have a page, and which briefs name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.views import Link
from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts, NameFacts
from newsbrief.site.index.people import People

# One brief says by itself all that the page of a place or an organisation would say.
BRIEFS_FOR_A_PAGE = 2
FOLDERS = {"place": "places", "organisation": "organisations"}


class Thing(Struct, frozen=True, gc=False):
    """A place or organisation that a brief names. `kind` is "place" or "organisation"; `url` that of its page.

    `named` is its place among `Lists.places` and then `Lists.organisations`, as `EventFacts.things` counts.
    """

    kind: str
    name: str
    url: str
    named: int


class Things(Struct, frozen=True):
    """`with_page` are the addresses of pages; `of_brief` gives what each brief names and lists may name, by path."""

    with_page: frozenset[str]
    of_brief: Mapping[str, tuple[Thing, ...]]

    def links(self, kind: str, facts: Facts) -> tuple[Link, ...]:
        """Return the places, or the organisations, of a brief, each with its page, else with the topic of that name."""
        topics = {f"topics/{topic.key}/" for topic in facts.lists.topics}
        return tuple(self._link(one, topics) for one in self.of_brief.get(facts.path, ()) if one.kind == kind)

    def _link(self, one: Thing, topics: set[str]) -> Link:
        if one.url in self.with_page:
            return Link(one.name, one.url)
        topic = addresses.named_url("topics", one.name)
        return Link(one.name, topic if topic in topics else None)


def gather(told: Sequence[Facts], people: People) -> Things:
    """Bring together what briefs name. Spellings with one address are one place."""
    of_brief = {
        facts.path: tuple(_things(facts, people)) for facts in told if facts.lists.places or facts.lists.organisations
    }
    briefs: Counter[str] = Counter()
    for those in of_brief.values():
        briefs.update({one.url for one in those})
    return Things(frozenset(url for url, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE), of_brief)


def _things(facts: Facts, people: People) -> Iterable[Thing]:
    named = 0
    stem = facts.stem if people.within else ""
    for kind, names in (("place", facts.lists.places), ("organisation", facts.lists.organisations)):
        for one in names:
            # A protected person does not come back as the name of a firm.
            if not people.is_protected(people.name_by_key(one.key, one.name, stem)):
                yield Thing(kind, one.name, _url(kind, one), named)
            named += 1


def _url(kind: str, one: NameFacts) -> str:
    return f"{FOLDERS[kind]}/{one.key}/"


def with_addresses(people: People, things: Things) -> People:
    """Return the people with the pages of the organisations among them."""
    urls = {key: f"{FOLDERS['organisation']}/{key}/" for key in people.organisations}
    return replace(people, organisations={key: url if url in things.with_page else None for key, url in urls.items()})
