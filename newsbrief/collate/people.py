"""Who is who across briefs, who has a page, and what stands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsbrief.collate import addresses
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import Link

# Named in fewer briefs than this, and not quoted with a role, nobody gets a page of their own.
BRIEFS_FOR_A_PAGE = 3


@dataclass(frozen=True, slots=True)
class People:
    """The names of all briefs brought together. Spellings that lead to one address are one name."""

    canonical: Mapping[str, str]
    rules: Mapping[str, PersonRule]
    with_page: frozenset[str]

    def name(self, name: str) -> str:
        """The name under which this person stands on the site."""
        return self.canonical.get(addresses.name_key(name), name)

    def protected(self, name: str) -> bool:
        """Whether the name is kept out of every list."""
        rule = self.rules.get(self.name(name))
        return rule is not None and rule.page == "no"

    def link(self, name: str) -> Link:
        """The person's name, with an address if there is a page."""
        known = self.name(name)
        return Link(known, addresses.named_url("people", known) if known in self.with_page else None)

    def role_in(self, entry: Entry, name: str) -> str:
        """The role that one brief gives the person, in its words."""
        known = self.name(name)
        return next((person.role for person in entry.brief.people if self.name(person.name) == known), "")


def gather(entries: Sequence[Entry], rules: Iterable[PersonRule]) -> People:
    """Bring the names of all telling briefs together."""
    by_name = {rule.name: rule for rule in rules}
    canonical = {addresses.name_key(also): rule.name for rule in by_name.values() for also in (rule.name, *rule.also)}
    for entry in entries:
        for name in _names(entry):
            canonical.setdefault(addresses.name_key(name), name)
    people = People(canonical, by_name, frozenset())
    return People(canonical, by_name, frozenset(_with_page(entries, people)))


def _names(entry: Entry) -> list[str]:
    named = [person.name for person in entry.brief.people]
    return named + [quote.speaker for quote in entry.brief.quotes if quote.speaker]


def _with_page(entries: Sequence[Entry], people: People) -> set[str]:
    briefs: Counter[str] = Counter()
    chosen: set[str] = set()
    for entry in entries:
        briefs.update({people.name(name) for name in _names(entry)})
        for quote in entry.brief.quotes:
            if quote.speaker and people.role_in(entry, quote.speaker):
                chosen.add(people.name(quote.speaker))
    chosen |= {name for name, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE}
    chosen |= {name for name, rule in people.rules.items() if rule.page == "yes" and briefs[name]}
    return {name for name in chosen if not people.protected(name)}


def by_person(entries: Sequence[Entry], people: People) -> Mapping[str, list[Entry]]:
    """For everyone with a page, the briefs that name them, in the order given."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(people.name(name) for name in _names(entry)):
            if name in people.with_page:
                found[name].append(entry)
    return found
