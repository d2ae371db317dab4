"""How files and folders look: by that they are known to be what was written, without a look into them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from operator import attrgetter, eq
from pathlib import Path
from struct import Struct as Packed
from tempfile import TemporaryFile

from msgspec import Struct, field

from newsbrief.build.sources import AT_REST

# Nanoseconds. The clocks of disks tick a hundred times or more in a second, or they count in seconds.
TICK, SECOND = 100_000_000, 1_000_000_000

# A file's size, and when its bytes and its entry in the folder changed, in nanoseconds: to be held against another's
# only, and so they are one value for each of tens of thousands of files.
Looks = bytes
OF_FILE, OF_FOLDER = Packed("<3q"), Packed("<q")
# In no loop of Python's: there are tens of thousands of both.
_of_file, _of_folder = attrgetter("st_size", "st_mtime_ns", "st_ctime_ns"), attrgetter("st_mtime_ns")


class Known(Struct, frozen=True):
    """How files and folders look that nothing has touched; `left`: folders that a file went from."""

    files: Mapping[str, Looks] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)
    left: frozenset[str] = frozenset()


class Noted(Struct, frozen=True):
    """`files`: how all files below a folder look. What looks older than `until` of the folders there holds no other.

    `until`: in nanoseconds since 1970.
    """

    files: Mapping[str, Looks | None] = field(default_factory=dict)
    until: int = 0


NOTHING = Noted()


def above(names: Iterable[str]) -> set[str]:
    """Every folder that one of the files is in, from the output folder ("") down."""
    found = {""}
    for name in names:
        while (name := name.rpartition("/")[0]) not in found:
            found.add(name)
    return found


def clock(room: Path) -> int:
    """What the clock of its disk says, in nanoseconds since 1970: it may be another machine's."""
    with TemporaryFile(dir=room) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def noted(written: Mapping[str, Looks | None], now: int) -> Noted:
    """What is known of a folder in which only these files were written so far, which looked so when they were.

    Clocks of disks tick: what is written a moment after the last of them may not be seen by a folder's time, and of
    folders that are as young nothing is known.
    """
    return Noted(written, now - (TICK if now % SECOND else AT_REST))


def looked(folder: str, noted: Noted = NOTHING) -> Known:
    """How all files and folders below a folder look; not the folder itself, which may be moved.

    No name came or went in those folders that look as old as when all was `noted`, and all others are walked through:
    to look into each of twenty thousand takes five times as long.
    """
    there = above(noted.files)
    seen = ((name, changed_at(f"{folder}/{name}")) for name in there)
    folders = {name: found for name, found in seen if found is not None and found < noted.until}
    files = {name: looks for name, looks in noted.files.items() if looks and name.rpartition("/")[0] in folders}
    left = [*there.difference(folders)]
    while left:
        place = left.pop()
        changed = changed_at(f"{folder}/{place}")
        if place in folders or changed is None:
            continue
        folders[place] = changed
        for one in os.scandir(f"{folder}/{place}"):
            name = f"{place}/{one.name}" if place else one.name
            if one.is_dir(follow_symlinks=False):
                left.append(name)
            elif one.is_file() and (found := looks_of(one.path)):
                files[name] = found
    folders.pop("", None)
    return Known(files, folders)


def looks_of(path: str) -> Looks | None:
    """A file's size and times, by which it is known to be the one that was written; None where there is none."""
    try:
        return _told(os.stat(path))
    except OSError:
        return None


def looks_of_all(names: Iterable[str], folder: Path) -> dict[str, Looks]:
    """How these files below a folder look, those that there are."""
    return {name: found for name in names if (found := looks_of(f"{folder}/{name}"))}


def changes_of_all(folders: Iterable[str], folder: Path) -> dict[str, int]:
    """When a name last came into each of these folders below one, or went; those that there are."""
    return {name: found for name in folders if (found := changed_at(f"{folder}/{name}")) is not None}


def _told(found: os.stat_result) -> Looks:
    return OF_FILE.pack(*_of_file(found))


def all_look_so(names: Iterable[str], known: Iterable[tuple[int, ...]], folder: Path) -> bool:
    """Whether all these files below a folder look as they are `known` to, each as OF_FILE unpacks it."""
    return _all_so(_of_file, names, known, folder)


def all_changed_so(names: Iterable[str], known: Iterable[tuple[int, ...]], folder: Path) -> bool:
    """Whether no name came or went in these folders below one since the last did, as OF_FOLDER unpacks that."""
    return _all_so(_of_folder, names, chain.from_iterable(known), folder)


def _all_so(
    of: Callable[[os.stat_result], object], names: Iterable[str], known: Iterable[object], folder: Path
) -> bool:
    try:
        return all(map(eq, map(of, map(os.stat, map(f"{folder}/".__add__, names))), known))
    except OSError:
        return False


def changed_at(folder: str) -> int | None:
    """When a name in a folder last came or went, in nanoseconds since 1970; None where there is none."""
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return None
