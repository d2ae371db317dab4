"""Which briefs a reader of one may want next, besides those of its story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice

from newsbrief.collate.kinship import Kin
from newsbrief.model.views import Teaser

# Less near than this, two briefs share a town or a common word and no more.
NEAREST = 0.08
EARLIER, LATER = 3, 2


def older(near: Iterable[Kin], own: str, stories: Mapping[str, str]) -> tuple[str, ...]:
    """The older briefs that a brief leads to, by path, nearest first: none of its own story, which leads there already.

    `near` is nearest first. `stories`: by what stories are known, by their briefs' paths, "" for none; `own`: its own.
    """
    found = (kin.path for kin in near if kin.nearness >= NEAREST)
    return tuple(islice((path for path in found if not own or stories[path] != own), EARLIER))


def related(
    older: Mapping[str, Sequence[str]], teasers: Mapping[str, Teaser], wanted: Collection[str] | None = None
) -> dict[str, tuple[Teaser, ...]]:
    """For each brief by its path, the nearest older ones, and the newest of those that have it among theirs.

    `older`: what `older` finds for each brief, the newest brief first; so are the briefs found. `teasers` are by path.
    `wanted`: of which briefs, None for all. A new brief changes only what the few have that it is near to.
    """
    newer: dict[str, list[str]] = defaultdict(list)
    for path, those in older.items():
        for other in those:
            if wanted is None or other in wanted:
                newer[other].append(path)
    place = {path: number for number, path in enumerate(older)}
    return {
        path: tuple(teasers[other] for other in sorted({*those, *newer[path][:LATER]}, key=place.__getitem__))
        for path, those in older.items()
        if wanted is None or path in wanted
    }
