"""The names by which front matter refers to an event of another brief: "morning-ferry#e1"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from newsbrief.site.facts.records import Facts
from newsbrief.site.index.groups import Key


class BriefNames(Struct, frozen=True):
    """The briefs by name: the slug ("morning-ferry"), or the day and the slug ("2029-05-04-morning-ferry")."""

    by_name: Mapping[str, tuple[Facts, ...]]

    @classmethod
    def of(cls, briefs: Iterable[Facts]) -> BriefNames:
        """Return the names of briefs, which need not be shown."""
        found: dict[str, list[Facts]] = defaultdict(list)
        for facts in briefs:
            found[facts.slug].append(facts)
            found[dated_slug(facts)].append(facts)
        return cls({name: tuple(those) for name, those in found.items()})

    def called(self, name: str) -> tuple[Facts, ...]:
        """Return the briefs of a name: one, unless the name is wrong or two briefs share it."""
        return self.by_name.get(name, ())

    def target(self, name: str) -> Key:
        """Return the key of the event that "morning-ferry#e1" means; the path is "" where no single brief is meant."""
        slug, _, event = name.partition("#")
        briefs = self.called(slug)
        return (briefs[0].path, event) if len(briefs) == 1 else ("", name)

    def name(self, facts: Facts, event: str) -> str:
        """Return what to write for an event: "morning-ferry#e1", with the day where two briefs share the slug."""
        slug = facts.slug if len(self.called(facts.slug)) == 1 else dated_slug(facts)
        return f"{slug}#{event}"


def dated_slug(facts: Facts) -> str:
    """Return the name of a brief that no other brief of its slug shares."""
    return f"{facts.day}-{facts.slug}"
