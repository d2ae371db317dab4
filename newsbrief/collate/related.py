"""Which briefs a reader of one may want next, besides those of its story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from newsbrief.collate import addresses, facts
from newsbrief.collate.kinship import Kin
from newsbrief.model.entry import Entry
from newsbrief.model.views import Teaser

# Less near than this, two briefs share a town or a common word and no more.
NEAREST = 0.08
EARLIER, LATER = 3, 2


def related(
    told: Sequence[Entry], near: Mapping[str, Sequence[Kin]], teasers: Mapping[str, Teaser]
) -> dict[str, tuple[Teaser, ...]]:
    """For each brief by its path, the nearest older ones, and the newest of those that have it among theirs.

    `told` is newest first, and so are the briefs found; `teasers` are by path. A new brief changes only what the few
    have that it is near to.
    """
    by_path = {entry.path: entry for entry in told}
    older = {path: [kin.path for kin in _outside(by_path[path], near[path], by_path)][:EARLIER] for path in by_path}
    newer: dict[str, list[str]] = defaultdict(list)
    for path in by_path:
        for other in older[path]:
            newer[other].append(path)
    place = {path: number for number, path in enumerate(by_path)}
    return {
        path: tuple(teasers[other] for other in sorted({*older[path], *newer[path][:LATER]}, key=place.__getitem__))
        for path in by_path
    }


def _outside(entry: Entry, near: Sequence[Kin], by_path: Mapping[str, Entry]) -> list[Kin]:
    """Near enough, and not of the same story, which leads to its briefs already."""
    own = _story(entry)
    found = (kin for kin in near if kin.nearness >= NEAREST and kin.path in by_path)
    return [kin for kin in found if not own or _story(by_path[kin.path]) != own]


def _story(entry: Entry) -> str:
    return addresses.name_key(facts.story_name(entry)) if facts.story_name(entry) else ""
