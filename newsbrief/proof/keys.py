"""One key for one thing, in the raw article and in the brief: what two marks share that mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from newsbrief.model.brief import Brief
from newsbrief.model.entry import PersonRule

LISTS = {"person": "people", "organisation": "organisations", "place": "places"}
# What an entry of each list is.
KIND_OF = {field: kind for kind, field in LISTS.items()}
NO_ID = "_"


class Listed(Struct, frozen=True):
    """One name of the front matter: the list it stands in, and its key."""

    key: str
    field: str
    name: str
    role: str = ""


class Found(Struct):
    """Something in the texts that the front matter has not. `at`: where it first stands in the body, -1 for nowhere."""

    key: str
    kind: str
    words: str
    told: tuple[tuple[str, str], ...] = ()
    loose: str = ""
    at: int = -1


class Keys(Struct):
    """The names that the brief lists, by all their spellings, and what else was found so far."""

    listed: tuple[Listed, ...]
    spelt: dict[str, Listed]
    also: dict[str, tuple[str, ...]] = field(default_factory=dict)
    found: dict[tuple[str, str], Found] = field(default_factory=dict)

    def spellings(self, name: str) -> tuple[str, ...]:
        """A name as content/people.yaml lets it be written."""
        return (name, *self.also.get(name.casefold(), ()))

    def name(self, name: str) -> Listed | None:
        """The entry that means this name."""
        return self.spelt.get(name.casefold())

    def other(self, kind: str, words: str, loose: str, told: tuple[tuple[str, str], ...] = ()) -> Found:
        """What has no entry: the same words of one kind are one thing."""
        key = f"{kind}{NO_ID}{len(self.found) + 1}"
        return self.found.setdefault((kind, " ".join(words.casefold().split())), Found(key, kind, words, told, loose))


def keys(brief: Brief, rules: Iterable[PersonRule]) -> Keys:
    """Those of a brief's people, organisations and places; `rules` bring other spellings to a name."""
    listed = tuple(_listed(brief))
    spelt = {one.name.casefold(): one for one in reversed(listed)}
    also: dict[str, tuple[str, ...]] = {}
    for rule in rules:
        forms = [form.casefold() for form in (rule.name, *rule.also)]
        also |= dict.fromkeys(forms, (rule.name, *rule.also))
        entry = next((spelt[form] for form in forms if form in spelt), None)
        if entry:
            spelt |= {form: spelt.get(form, entry) for form in forms}
    return Keys(listed, spelt, also)


def _listed(brief: Brief) -> Iterator[Listed]:
    for number, person in enumerate(brief.people, 1):
        yield Listed(f"people{NO_ID}{number}", "people", person.name, person.role)
    for field_name in ("organisations", "places"):
        for number, name in enumerate(getattr(brief, field_name), 1):
            yield Listed(f"{field_name}{NO_ID}{number}", field_name, name)
