"""Write the files of pages into the stage, from the views that their plan names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from newsbrief.site.build.output import write
from newsbrief.site.build.plan import Page
from newsbrief.site.build.store import File
from newsbrief.site.build.workers import spread

# Pages that a worker renders at a time; up to FEW are rendered in this process.
GROUP, FEW = 250, 120
# What makes the files of a page: paths below the output folder and bytes.
MakeFiles = Callable[[Page], Iterable[tuple[str, bytes]]]


def render(pages: Sequence[Page], make: MakeFiles, stage: str) -> dict[str, tuple[File, ...]]:
    """Write the files of these pages below the stage. Return the files of each page by its address."""
    made: dict[str, tuple[File, ...]] = {}
    for group in spread(partial(_write_group, make, stage), pages, GROUP, FEW):
        made.update(group)
    return made


def _write_group(make: MakeFiles, stage: str, pages: Sequence[Page]) -> list[tuple[str, tuple[File, ...]]]:
    return [(page.url, tuple(write(stage, path, data) for path, data in make(page))) for page in pages]
