"""Write the files of pages into the stage, from the views that their plan names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from newsbrief.site.build.output import Place, write
from newsbrief.site.build.plan import Page
from newsbrief.site.build.store import File
from newsbrief.site.build.workers import spread

# Pages that a worker renders at a time; up to FEW are not worth a worker.
GROUP, FEW = 250, 120
# What makes the files of a page: paths below the output folder and bytes.
MakeFiles = Callable[[Page], Iterable[tuple[str, bytes]]]


def render(pages: Sequence[Page], make: MakeFiles, place: Place, few: int = FEW) -> dict[str, tuple[File, ...]]:
    """Write the files of these pages into the stage. Return the files of each page by its address.

    Files that are in place already, byte for byte, are not written. Up to `few` pages are rendered in this process.
    """
    made: dict[str, tuple[File, ...]] = {}
    for group in spread(partial(_write_group, make, place), pages, GROUP, few):
        made.update(group)
    return made


def _write_group(make: MakeFiles, place: Place, pages: Sequence[Page]) -> list[tuple[str, tuple[File, ...]]]:
    return [(page.url, tuple(write(place, path, data) for path, data in make(page))) for page in pages]
