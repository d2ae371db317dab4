"""Who is who across briefs: spellings of one name, who has a page, which names are organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.model.brief import Brief
from newsbrief.model.entry import PersonRule
from newsbrief.model.views import Link
from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts

# People named in fewer briefs than this get no page, unless they are quoted with a role.
BRIEFS_FOR_A_PAGE = 3


class People(Struct, frozen=True):
    """The names of all briefs, brought together. Spellings with one key (`addresses.name_key`) are one name.

    `canonical` maps a key to the name on the site, `within` does so for one brief, by (file name without ending, key).
    `rules` are the lines of content/people.yaml by name. `with_page` are the canonical names of those with a page.
    `organisations` maps the keys of names that are organisations to the addresses of their pages, or None. `sources`
    are the keys of the sources of all briefs. `cast` gives, for each brief by its path, the canonical names of
    `Facts.people`.
    """

    canonical: Mapping[str, str]
    within: Mapping[tuple[str, str], str]
    rules: Mapping[str, PersonRule]
    with_page: frozenset[str]
    organisations: Mapping[str, str | None]
    sources: frozenset[str]
    cast: Mapping[str, tuple[str, ...]]

    def name(self, name: str, stem: str) -> str:
        """Return the name on the site of the person that a brief calls so; `stem` is the brief's file name."""
        return self.name_by_key(addresses.name_key(name), name, stem)

    def name_by_key(self, key: str, name: str, stem: str) -> str:
        """Return the same for a name whose key is known."""
        within = self.within.get((stem, key)) if self.within else None
        return within or self.canonical.get(key, name)

    def is_protected(self, known: str) -> bool:
        """Return whether people.yaml keeps a canonical name out of every list (`page: no`)."""
        rule = self.rules.get(known)
        return rule is not None and rule.page == "no"

    def is_organisation(self, known: str) -> bool:
        """Return whether a canonical name is an organisation's."""
        return addresses.name_key(known) in self.organisations

    def link(self, known: str) -> Link:
        """Return a canonical name with the address of its page, if it has one."""
        key = addresses.name_key(known)
        if key in self.organisations:
            return Link(known, self.organisations[key], kind="organisation")
        return Link(known, addresses.named_url("people", known) if known in self.with_page else None)

    def author(self, name: str) -> Link:
        """Return a byline with the page of its briefs. Sources sign as organisations do."""
        key = addresses.name_key(name)
        body = key in self.organisations or key in self.sources
        return Link(name, addresses.named_url("authors", name), kind="organisation" if body else "")

    def role_in(self, brief: Brief, stem: str, known: str) -> str:
        """Return the role that one brief gives the person, in its words, or ""."""
        for person in brief.people:
            if person.role and self.name(person.name, stem) == known:
                return person.role
        return ""

    def spellings(self, known: str) -> tuple[str, ...]:
        """Return the other spellings that people.yaml gives a person."""
        rule = self.rules.get(known)
        return rule.also if rule else ()


def gather(told: Sequence[Facts], rules: Iterable[PersonRule]) -> People:
    """Bring together the names of briefs, newest first. The newest brief's spelling is the canonical one.

    A rule that names briefs (`in`) holds in these only: it tells apart two people who bear one name.
    """
    people = _of_rules(rules)
    canonical = dict(people.canonical)
    for facts in told:
        for one in facts.people:
            canonical.setdefault(one.key, one.name)
    people = replace(people, canonical=canonical)
    cast = {facts.path: _cast(facts, people) for facts in told}
    sources = frozenset(source.key for facts in told for source in facts.lists.sources)
    people = replace(people, cast=cast, sources=sources)
    people = replace(people, organisations=_organisations(told, people))
    return replace(people, with_page=_with_page(told, people))


def _of_rules(rules: Iterable[PersonRule]) -> People:
    by_name = {rule.name: rule for rule in rules}
    canonical: dict[str, str] = {}
    within: dict[tuple[str, str], str] = {}
    for rule in by_name.values():
        for key in map(addresses.name_key, (rule.name, *rule.also)):
            if rule.briefs:
                within.update({(stem, key): rule.name for stem in rule.briefs})
            else:
                canonical[key] = rule.name
    return People(canonical, within, by_name, frozenset(), {}, frozenset(), {})


def _cast(facts: Facts, people: People) -> tuple[str, ...]:
    if people.within:
        stem = facts.stem
        return tuple([people.name_by_key(one.key, one.name, stem) for one in facts.people])
    canonical = people.canonical
    return tuple([canonical[one.key] for one in facts.people])


def _organisations(told: Sequence[Facts], people: People) -> dict[str, str | None]:
    """Find the keys of organisations. Whom any brief lists as a person, or a rule gives a page, is none."""
    named = {
        addresses.name_key(people.name_by_key(one.key, one.name, facts.stem if people.within else ""))
        for facts in told
        for one in facts.lists.organisations
    }
    persons = {
        known for facts in told for one, known in zip(facts.people, people.cast[facts.path], strict=True) if one.named
    }
    persons |= {name for name, rule in people.rules.items() if rule.page == "yes"}
    return dict.fromkeys(sorted(named - set(map(addresses.name_key, persons))))


def _with_page(told: Sequence[Facts], people: People) -> frozenset[str]:
    briefs = Counter(chain.from_iterable(map(set, people.cast.values())))
    chosen: set[str] = set()
    for facts in told:
        cast = people.cast[facts.path]
        with_role = {known for one, known in zip(facts.people, cast, strict=True) if one.role}
        if with_role:
            chosen |= with_role.intersection(cast[quote.speaker] for quote in facts.quotes if quote.speaker >= 0)
    chosen |= {name for name, count in briefs.items() if count >= BRIEFS_FOR_A_PAGE}
    chosen |= {name for name, rule in people.rules.items() if rule.page == "yes" and briefs[name]}
    return frozenset(name for name in chosen if not (people.is_protected(name) or people.is_organisation(name)))
