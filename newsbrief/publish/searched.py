"""What is known of the search's index: of each brief what is found, and which parts there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from newsbrief.model.search import Findable
from newsbrief.publish.keys import key
from newsbrief.publish.telling import told

# Of each segment its name, that of what is shown (of people and things several, between spaces), the addresses of its
# briefs, and a sum of the words of each.
Known = tuple[str, str, tuple[str, ...], tuple[str, ...]]
Segments = tuple[Known, ...]


class Searched(Struct, frozen=True):
    """`found`: a key of what is found of each brief, by its address, and all else under "". `kept`: all stands."""

    found: Mapping[str, str]
    segments: Segments
    kept: bool = False


class Part(Struct, frozen=True):
    """A part of the search: the segment, where it stands; else the paths of its briefs, none for people and things."""

    briefs: tuple[str, ...]
    stands: Known | None


class Sought(Struct, frozen=True):
    """What a late change makes of the search. `found` as in Searched; `undated`: people and things; all `parts`."""

    found: Mapping[str, str]
    undated: tuple[Findable, ...]
    parts: tuple[Part, ...]

    @property
    def reached(self) -> Iterator[str]:
        """The briefs, by path, of the parts that are made anew."""
        return (path for part in self.parts if part.stands is None for path in part.briefs)


def key_of(found: tuple[Findable, ...]) -> str:
    """A key of what is found of a brief, or of all else."""
    return key(told(found))


def by_brief(items: Iterable[Findable]) -> Mapping[str, tuple[Findable, ...]]:
    """What is found of each brief, by its address; people and things are under ""."""
    groups: dict[str, list[Findable]] = {}
    url = ""
    for item in items:
        url = item.url if item.kind == "brief" else "" if not item.day else url
        groups.setdefault(url, []).append(item)
    return {url: tuple(of_it) for url, of_it in groups.items()}
