"""The files that a site is made of, and whether they are still what they were.

A file is known by its bytes. Its size, times and number on the disk only tell that it need not be read again, and only
where it was at rest for a while before it was looked at: two changes within a tick of the disk's clock look alike.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsbrief.content import files

# No disk's clock is coarser than this (FAT counts in twos), in nanoseconds.
AT_REST = 3_000_000_000


class Source(NamedTuple):
    """`digest`: of the bytes, hexadecimal; `seen`: when it was looked at, in nanoseconds since 1970."""

    size: int
    changed: int
    status_changed: int
    number: int
    digest: str
    seen: int

    def stands(self, found: os.stat_result) -> bool:
        """Whether the file cannot have been changed since."""
        size, changed, status_changed, number, _, seen = self
        if found.st_mtime_ns != changed or found.st_ctime_ns != status_changed:
            return False
        at_rest = (changed if changed > status_changed else status_changed) + AT_REST < seen
        return at_rest and found.st_size == size and found.st_ino == number


Sources = Mapping[str, Source]


def look(roots: Iterable[str], known: Sources | None = None) -> dict[str, Source]:
    """Every file below some folders and every file named, by its path; what is known to stand is not read again.

    Links are followed. A root that is not there, and a file that goes meanwhile or cannot be read, is left out.
    """
    found: dict[str, Source] = {}
    # Before the first of them: a file that changes while others are looked at was not at rest.
    seen = time.time_ns()
    for path in _files(roots):
        try:
            looks = os.stat(path)
            before = known.get(path) if known else None
            found[path] = before if before and before.stands(looks) else _source(path, looks, seen)
        except OSError:
            continue
    return found


def _source(path: str, looks: os.stat_result, seen: int) -> Source:
    found = digest(files.read(path))
    return Source(looks.st_size, looks.st_mtime_ns, looks.st_ctime_ns, looks.st_ino, found, seen)


def digest(data: bytes) -> str:
    """By which a file's bytes are known."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _files(roots: Iterable[str]) -> Iterator[str]:
    for root in roots:
        if os.path.isdir(root):
            yield from _below(root, frozenset())
        elif os.path.isfile(root):
            yield root


def _below(folder: str, above: frozenset[str]) -> Iterator[str]:
    real = os.path.realpath(folder) if above or os.path.islink(folder) else folder
    if real in above:
        return  # a link that leads to where it stands
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _below(entry.path, above | {real})
        elif entry.is_file():
            yield entry.path
