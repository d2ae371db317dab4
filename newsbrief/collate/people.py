"""Who is who across briefs, who has a page, and what stands on it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from newsbrief.collate import addresses
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.views import Link

# Named in fewer briefs than this, and not quoted with a role, nobody gets a page of their own.
BRIEFS_FOR_A_PAGE = 3


class People(Struct, frozen=True):
    """The names of all briefs brought together. Spellings that lead to one address are one name.

    `organisations`: what briefs name as organisations and no brief as a person, by the key of the name, with the
    address of its page if it has one. `sources`: the keys of the sources of all briefs.
    """

    canonical: Mapping[str, str]
    within: Mapping[tuple[str, str], str]
    rules: Mapping[str, PersonRule]
    with_page: frozenset[str]
    organisations: Mapping[str, str | None] = field(default_factory=dict)
    sources: frozenset[str] = frozenset()

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
        key = addresses.name_key(known)
        if key in self.organisations:
            return Link(known, self.organisations[key], kind="organisation")
        return Link(known, addresses.named_url("people", known) if known in self.with_page else None)

    def organisation(self, known: str) -> bool:
        """Whether a name is an organisation's: who speaks by it is nobody."""
        return addresses.name_key(known) in self.organisations

    def author(self, name: str) -> Link:
        """A byline with the page of its briefs; sources sign as organisations do."""
        key = addresses.name_key(name)
        body = key in self.organisations or key in self.sources
        return Link(name, addresses.named_url("authors", name), kind="organisation" if body else "")

    def role_in(self, entry: Entry, known: str) -> str:
        """The role that one brief gives the person, in its words."""
        for person in entry.brief.people:
            if person.role and self.name(person.name, entry) == known:
                return person.role
        return ""


def of_rules(rules: Iterable[PersonRule]) -> People:
    """What is known of people before any brief is read."""
    by_name = {rule.name: rule for rule in rules}
    canonical: dict[str, str] = {}
    within: dict[tuple[str, str], str] = {}
    for rule in by_name.values():
        for key in map(addresses.name_key, (rule.name, *rule.also)):
            if rule.briefs:
                within.update({(stem, key): rule.name for stem in rule.briefs})
            else:
                canonical[key] = rule.name
    return People(canonical, within, by_name, frozenset())


def gather(entries: Sequence[Entry], rules: Iterable[PersonRule]) -> People:
    """Bring the names of all telling briefs together.

    A rule that names briefs (`in`) holds there only: it parts two people who bear one name.
    """
    ruled = of_rules(rules)
    canonical = dict(ruled.canonical)
    for entry in entries:
        for name in names_in(entry):
            canonical.setdefault(addresses.name_key(name), name)
    people = replace(ruled, canonical=canonical)
    sources = frozenset(addresses.name_key(name) for entry in entries for name in entry.brief.source)
    people = replace(people, organisations=_organisations(entries, people), sources=sources)
    return replace(people, with_page=frozenset(_with_page(entries, people)))


def _stem(entry: Entry) -> str:
    return PurePosixPath(entry.path).stem


def names_in(entry: Entry) -> list[str]:
    """Whom a brief names and whom it quotes, as it spells them."""
    named = [person.name for person in entry.brief.people]
    return named + [quote.speaker for quote in entry.brief.quotes if quote.speaker]


def _organisations(entries: Sequence[Entry], people: People) -> dict[str, str | None]:
    """The names that are organisations'; whom a brief names as a person, or a rule gives a person's page, is none."""
    named = {people.name(one, entry) for entry in entries for one in entry.brief.organisations}
    persons = {people.name(one.name, entry) for entry in entries for one in entry.brief.people}
    persons |= {name for name, rule in people.rules.items() if rule.page == "yes"}
    keys = {addresses.name_key(name) for name in named} - {addresses.name_key(name) for name in persons}
    return dict.fromkeys(sorted(keys))


def _with_page(entries: Sequence[Entry], people: People) -> set[str]:
    briefs: Counter[str] = Counter()
    chosen: set[str] = set()
    for entry in entries:
        for named in {people.name(name, entry) for name in names_in(entry)}:
            briefs[named] += 1
        for quote in entry.brief.quotes:
            speaker = people.name(quote.speaker, entry)
            if quote.speaker and people.role_in(entry, speaker):
                chosen.add(speaker)
    chosen |= {name for name, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE}
    chosen |= {name for name, rule in people.rules.items() if rule.page == "yes" and briefs[name]}
    return {name for name in chosen if not (people.protected(name) or people.organisation(name))}


def by_person(entries: Sequence[Entry], people: People) -> Mapping[str, list[Entry]]:
    """For everyone with a page, the briefs that name them, in the order given."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for name in dict.fromkeys(people.name(name, entry) for name in names_in(entry)):
            if name in people.with_page:
                found[name].append(entry)
    return found
