"""Who is who across briefs, who has a page, and what stands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from newsbrief.collate import addresses
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.views import Link

# Named in fewer briefs than this, and not quoted with a role, nobody gets a page of their own.
BRIEFS_FOR_A_PAGE = 3


@dataclass(frozen=True, slots=True)
class People:
    """The names of all briefs brought together. Spellings that lead to one address are one name."""

    canonical: Mapping[str, str]
    within: Mapping[tuple[str, str], str]
    rules: Mapping[str, PersonRule]
    with_page: frozenset[str]

    def name(self, name: str, entry: Entry) -> str:
        """The name under which the person that this brief calls so stands on the site."""
        key = addresses.name_key(name)
        parted = self.within.get((_stem(entry), key)) if self.within else None
        return parted or self.canonical.get(key, name)

    def protected(self, known: str) -> bool:
        """Whether a name, as the site has it, is kept out of every list."""
        rule = self.rules.get(known)
        return rule is not None and rule.page == "no"

    def link(self, known: str) -> Link:
        """A name, as the site has it, with an address if there is a page."""
        return Link(known, addresses.named_url("people", known) if known in self.with_page else None)

    def role_in(self, entry: Entry, known: str) -> str:
        """The role that one brief gives the person, in its words."""
        named = (person for person in entry.brief.people if self.name(person.name, entry) == known)
        return next((person.role for person in named if person.role), "")


def gather(entries: Sequence[Entry], rules: Iterable[PersonRule]) -> People:
    """Bring the names of all telling briefs together.

    A rule that names briefs (`in`) holds there only: it parts two people who bear one name.
    """
    by_name = {rule.name: rule for rule in rules}
    canonical: dict[str, str] = {}
    within: dict[tuple[str, str], str] = {}
    for rule in by_name.values():
        for key in map(addresses.name_key, (rule.name, *rule.also)):
            if rule.briefs:
                within.update({(stem, key): rule.name for stem in rule.briefs})
            else:
                canonical[key] = rule.name
    for entry in entries:
        for name in _names(entry):
            canonical.setdefault(addresses.name_key(name), name)
    people = People(canonical, within, by_name, frozenset())
    return replace(people, with_page=frozenset(_with_page(entries, people)))


def _stem(entry: Entry) -> str:
    return PurePosixPath(entry.path).stem


def _names(entry: Entry) -> list[str]:
    named = [person.name for person in entry.brief.people]
    return named + [quote.speaker for quote in entry.brief.quotes if quote.speaker]


def _with_page(entries: Sequence[Entry], people: People) -> set[str]:
    briefs: Counter[str] = Counter()
    chosen: set[str] = set()
    for entry in entries:
        briefs.update({people.name(name, entry) for name in _names(entry)})
        for quote in entry.brief.quotes:
            speaker = people.name(quote.speaker, entry)
            if quote.speaker and people.role_in(entry, speaker):
                chosen.add(speaker)
    chosen |= {name for name, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE}
    chosen |= {name for name, rule in people.rules.items() if rule.page == "yes" and briefs[name]}
    return {name for name in chosen if not people.protected(name)}


def by_person(entries: Sequence[Entry], people: People) -> Mapping[str, list[Entry]]:
    """For everyone with a page, the briefs that name them, in the order given."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(people.name(name, entry) for name in _names(entry)):
            if name in people.with_page:
                found[name].append(entry)
    return found
