"""The files that a site is made from, and whether they have changed since they were last looked at.

A file is known by the digest of its bytes. Size, times and inode only say that it need not be read again, and only if
the file was unchanged for a while before it was looked at: two changes within one tick of a disk's clock look alike.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

# No disk's clock is coarser (FAT counts in twos), in nanoseconds.
AT_REST = 3_000_000_000
DIGEST_BYTES = 16


class Source(NamedTuple):
    """A file. `mtime`, `ctime` and `seen` are in nanoseconds since 1970; `seen` is when it was looked at."""

    size: int
    mtime: int
    ctime: int
    inode: int
    digest: str
    seen: int

    def is_unchanged(self, found: os.stat_result) -> bool:
        """Return whether the file cannot have changed since it was looked at."""
        size, mtime, ctime, inode, _, seen = self
        if found.st_mtime_ns != mtime or found.st_ctime_ns != ctime:
            return False
        return max(mtime, ctime) + AT_REST < seen and found.st_size == size and found.st_ino == inode


Sources = Mapping[str, Source]


def scan(roots: Iterable[str], known: Sources) -> dict[str, Source]:
    """Return every file below some folders, and every file named, by its path. Unchanged files are not read again.

    Links are followed, but not to folders outside of the root. What does not exist or cannot be read is left out.
    """
    found: dict[str, Source] = {}
    # Taken before the first file: one that changes during the scan was not at rest.
    seen = time.time_ns()
    for path in _files(roots):
        try:
            stats = os.stat(path)
            before = known.get(path)
            found[path] = before if before and before.is_unchanged(stats) else _source(path, stats, seen)
        except OSError:
            continue
    return found


def _source(path: str, stats: os.stat_result, seen: int) -> Source:
    with open(path, "rb") as handle:
        found = digest(handle.read())
    return Source(stats.st_size, stats.st_mtime_ns, stats.st_ctime_ns, stats.st_ino, found, seen)


def digest(data: bytes) -> str:
    """Return the digest by which a file's bytes are known."""
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def _files(roots: Iterable[str]) -> Iterator[str]:
    for root in roots:
        if os.path.isdir(root):
            yield from _below(root, frozenset(), os.path.realpath(root))
        elif os.path.isfile(root):
            yield root


def _below(folder: str, above: frozenset[str], root: str) -> Iterator[str]:
    real = os.path.realpath(folder) if above or os.path.islink(folder) else folder
    if real in above:
        return  # a link that leads to a folder around it
    try:
        entries = sorted(os.scandir(folder), key=lambda one: one.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__" and not (entry.is_symlink() and _leads_out(entry.path, root)):
                yield from _below(entry.path, above | {real}, root)
        elif entry.is_file():
            yield entry.path


def _leads_out(link: str, root: str) -> bool:
    return not f"{os.path.realpath(link)}/".startswith(f"{root}/")
