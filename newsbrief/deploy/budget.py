"""What GitHub takes: a site of at most 1 GB, and no file of more than 100 MB (docs.github.com, "GitHub Pages limits").

Told while there is time to do something about it. Costs a look at the names and sizes of the output folder.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

MB = 1_000_000
SITE, FILE = 1000 * MB, 100 * MB
# From this part of a limit on people are told.
NEAR = 0.8
LARGEST = 3


def sizes(output: Path) -> dict[str, int]:
    """Bytes of every file of a site, by its path."""
    return dict(_sizes(str(output), ""))


def _sizes(folder: str, above: str) -> Iterator[tuple[str, int]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _sizes(entry.path, f"{above}{entry.name}/")
        elif entry.is_file():
            yield f"{above}{entry.name}", entry.stat().st_size


def too_large(files: Mapping[str, int]) -> tuple[str, ...]:
    """A line for each file that GitHub refuses: a push with one of them fails as a whole."""
    return tuple(
        f"{name} has {_mb(size)}; GitHub takes no file of more than {_mb(FILE)}: make it smaller, or keep it elsewhere"
        for name, size in files.items()
        if size > FILE
    )


def warnings(files: Mapping[str, int]) -> tuple[str, ...]:
    """What comes near to a limit or is beyond it, a line each; () for a site that has room."""
    near = (
        f"{name} has {_mb(size)}; GitHub takes no file of more than {_mb(FILE)}: make it smaller, or keep it elsewhere"
        for name, size in files.items()
        if size > NEAR * FILE
    )
    whole = sum(files.values())
    if whole <= NEAR * SITE:
        return tuple(near)
    return (
        *near,
        f"the site has {_mb(whole)}; GitHub Pages shows at most {_mb(SITE)}. Most of it: {_largest(files)}. Smaller "
        f"pictures in content/images/ help most; without cards (NEWSBRIEF_CARDS = False) it is {_mb(_plain(files))}",
    )


def _plain(files: Mapping[str, int]) -> int:
    return sum(size for name, size in files.items() if not name.startswith("cards/"))


def _largest(files: Mapping[str, int]) -> str:
    """The folders at the top of the site that have most of its bytes."""
    folders: Counter[str] = Counter()
    for name, size in files.items():
        folder, slash, _ = name.partition("/")
        folders[f"{folder}/" if slash else "./"] += size
    return ", ".join(f"{folder} {_mb(size)}" for folder, size in folders.most_common(LARGEST))


def _mb(size: int) -> str:
    return f"{size / MB:,.0f} MB"
