"""Which story a brief may belong to that has none, and which briefs without one look like a story.

Both are proposals: a person decides, by a `story:` line in the brief.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.collate import facts
from newsbrief.collate.kinship import Kin, Shelf, age, kin, words
from newsbrief.collate.people import gather
from newsbrief.model.entry import Entry, PersonRule

# How near the nearest briefs of a story are together, before it is proposed; and how far before the second story.
SURE, AHEAD = 0.15, 1.5
COUNTED = 3
# Briefs without a story that are as near as this hang together; of two nobody needs to be asked.
LINKED = 0.14
FEWEST = 3
# What the latest so many have in common is what it is about.
LATEST = 12
SHARED = 4
# So many proposals are a day's work; the next ones come when these are stories.
PROPOSALS = 12


class Looks(Struct, frozen=True):
    """Briefs that look like one story, the oldest first, by path; `shared`: names and words that the latest have."""

    paths: tuple[str, ...]
    shared: tuple[str, ...]


class Proposed(Struct, frozen=True):
    """`stories`: for a brief without one, by path, the name of the story it may belong to; `looks`: those of none."""

    stories: Mapping[str, str] = field(default_factory=dict)
    looks: tuple[Looks, ...] = ()


class Stories(Struct, frozen=True):
    """The briefs that the desk holds a new one against, and what story each is of, by path."""

    shelf: Shelf
    names: dict[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry], rules: Iterable[PersonRule]) -> Stories:
        """An empty shelf where no brief has a story: then there is nothing to propose."""
        known = sorted(entries, key=age)
        names = {entry.path: name for entry in known if (name := facts.story_name(entry))}
        stories = cls(Shelf(gather(known, rules)), names)
        for entry in known if names else ():
            stories.shelf.put(entry)
        return stories

    def story(self, entry: Entry) -> str:
        """The story that a new brief may belong to, or ""."""
        return story_for(self.shelf.nearest(entry), self.names) if self.names else ""

    def put(self, entry: Entry) -> None:
        """Remember a brief, and its story, for those that come after it."""
        if self.names:
            self.shelf.put(entry)
            self.names[entry.path] = entry.brief.story


def proposed(entries: Iterable[Entry], rules: Iterable[PersonRule]) -> Proposed:
    """What to ask a person about briefs that have no story."""
    ordered = sorted(entries, key=age)
    near = kin(ordered, gather(ordered, rules))
    names = {entry.path: name for entry in ordered if (name := facts.story_name(entry))}
    found = {entry.path: story_for(near[entry.path], names) for entry in ordered if entry.path not in names}
    joining = {path: name for path, name in found.items() if name}
    alike = looks(roots(ordered, near), {entry.path: entry for entry in ordered})
    return Proposed(joining, tuple(one for one in alike if joining.keys().isdisjoint(one.paths)))


def story_for(near: Sequence[Kin], stories: Mapping[str, str]) -> str:
    """The name of the story that a brief belongs to by its nearest ones, or "". `stories`: names by brief's path."""
    of_story: dict[str, list[float]] = defaultdict(list)
    for one in near:
        if name := stories.get(one.path):
            of_story[name].append(one.nearness)
    ranked = sorted(((sum(found[:COUNTED]), name) for name, found in of_story.items()), reverse=True)
    if not ranked or ranked[0][0] < SURE:
        return ""
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    return ranked[0][1] if ranked[0][0] >= AHEAD * second else ""


def roots(entries: Iterable[Entry], near: Mapping[str, Sequence[Kin]]) -> dict[str, str]:
    """For each brief without a story the oldest of those that it hangs together with, by path.

    `entries` are oldest first, and so is what is found.
    """
    found: dict[str, str] = {}
    for entry in entries:
        if not facts.story_name(entry):
            found[entry.path] = root(entry.path, near[entry.path], found)
    return found


def root(path: str, near: Iterable[Kin], roots: Mapping[str, str]) -> str:
    """The same for one brief. `roots`: those of the older ones without a story."""
    return next((roots[one.path] for one in near if one.path in roots and one.nearness >= LINKED), path)


def groups(roots: Mapping[str, str], day: Callable[[str], str]) -> list[tuple[str, ...]]:
    """What hangs together and looks like a story, the group with the latest brief first, each oldest first; by path.

    `roots` is oldest first. `day`: that of a brief, in ISO 8601.
    """
    found: dict[str, list[str]] = {}
    for path, oldest in roots.items():
        found.setdefault(oldest, []).append(path)
    made = (tuple(paths) for paths in found.values() if len(paths) >= FEWEST)
    return sorted(made, key=lambda paths: day(paths[-1]), reverse=True)


def looks(roots: Mapping[str, str], entries: Mapping[str, Entry], most: int | None = None) -> tuple[Looks, ...]:
    """Briefs without a story that hang together, the group with the latest brief first. `most`: so many of these."""
    found = groups(roots, lambda path: entries[path].brief.date.day.isoformat())
    return tuple(Looks(paths, shared([entries[path] for path in latest(paths)])) for paths in found[:most])


def latest(paths: Sequence[str]) -> Sequence[str]:
    """Of briefs that look like one story as many as tell what it is about, the oldest of them first."""
    return paths[-LATEST:]


def shared(entries: Sequence[Entry]) -> tuple[str, ...]:
    """The names that most of them have, and the headlines' words that no name has."""
    counts: Counter[str] = Counter()
    for entry in entries:
        brief = entry.brief
        named = {*(one.name for one in brief.people), *brief.organisations, *brief.places, *brief.tags}
        counts.update(named)
        counts.update({word for word in words(brief.title) if not any(word in name.casefold() for name in named)})
    common = [(term, count) for term, count in counts.items() if count > 1]
    return tuple(term for term, _ in sorted(common, key=lambda one: (-one[1], one[0])))[:SHARED]
