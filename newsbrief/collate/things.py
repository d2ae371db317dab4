"""Places and organisations: which have a page, and which events name them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import addresses
from newsbrief.collate.people import People
from newsbrief.model.entry import Entry
from newsbrief.model.views import EventView, Link

# One brief says by itself all that the page of a place or an organisation would say.
BRIEFS_FOR_A_PAGE = 2
FOLDERS = {"place": "places", "organisation": "organisations"}


class Things(Struct, frozen=True):
    """`spellings`: for each address of a page, the words by which the briefs call the place or organisation."""

    people: People
    spellings: Mapping[str, frozenset[str]]

    def with_page(self, entry: Entry) -> Iterable[tuple[str, str]]:
        """What a brief names and has a page: (kind, name)."""
        for kind, name in _named(entry, self.people):
            if addresses.named_url(FOLDERS[kind], name) in self.spellings:
                yield kind, name

    def addresses(self, entry: Entry) -> Iterable[str]:
        """Where the pages of all that a brief names would be."""
        return (addresses.named_url(FOLDERS[kind], name) for kind, name in _named(entry, self.people))

    def links(self, kind: str, entry: Entry) -> tuple[Link, ...]:
        """The places, or the organisations, that a brief names and lists may name."""
        if not (entry.brief.places or entry.brief.organisations):
            return ()
        return tuple(self._link(kind, name, entry) for found, name in _named(entry, self.people) if found == kind)

    def _link(self, kind: str, name: str, entry: Entry) -> Link:
        """The name with its page, else with the topic of the brief that has this name, else without an address."""
        url = addresses.named_url(FOLDERS[kind], name)
        if url in self.spellings:
            return Link(name, url)
        topics = (addresses.named_url("topics", tag) for tag in entry.brief.tags)
        topic = addresses.named_url("topics", name)
        return Link(name, topic if topic in topics else None)


def gather(entries: Sequence[Entry], people: People) -> Things:
    """Bring together what the telling briefs name. Spellings that lead to one address are one place."""
    briefs: Counter[str] = Counter()
    spellings: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        here = {(addresses.named_url(FOLDERS[kind], name), name) for kind, name in _named(entry, people)}
        briefs.update({url for url, _ in here})
        for url, name in here:
            spellings[url].add(name)
    enough = {url for url, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE}
    return Things(people, {url: frozenset(names) for url, names in spellings.items() if url in enough})


def _named(entry: Entry, people: People) -> Iterable[tuple[str, str]]:
    for kind, names in (("place", entry.brief.places), ("organisation", entry.brief.organisations)):
        # Whoever is kept out of every list does not come back as the name of a firm.
        yield from ((kind, name) for name in names if not people.protected(people.name(name, entry)))


def addressed(people: People, things: Things) -> People:
    """The people, with the pages of the organisations that speak."""
    urls = {key: f"{FOLDERS['organisation']}/{key}/" for key in people.organisations}
    return replace(people, organisations={key: url if url in things.spellings else None for key, url in urls.items()})


def words_of(names: Collection[str]) -> re.Pattern[str]:
    """What finds any of the names in a text, the longest first."""
    return re.compile("|".join(map(_whole, sorted(names, key=lambda name: (-len(name), name)))))


def naming(events: Iterable[EventView], words: re.Pattern[str]) -> Iterable[EventView]:
    """The events that have one of these names in their words."""
    return (event for event in events if words.search(f"{event.text}\n{event.clause}"))


def _whole(name: str) -> str:
    """The name as a word of its own. Scripts without capitals put endings to a name, or no space between words."""
    before = r"(?<!\w)" if _bounded(name[0]) else ""
    return f"{before}{re.escape(name)}" + (r"(?!\w)" if _bounded(name[-1]) else "")


def _bounded(sign: str) -> bool:
    return sign.upper() != sign.lower() or sign.isdigit()
