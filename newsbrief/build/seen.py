"""How the files and folders of an output looked when they were last seen, in the ledger's file behind all else.

There are tens of thousands of them. A build of a few changes reads none, unless it has to: it puts behind what lies
there how those look that it changed, as another piece of the same kind, and whoever reads them all reads the pieces one
after the other. When the later ones have grown long against the first, all are written as one again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

from newsbrief.build import files, plain
from newsbrief.build.looks import Looks

Value = TypeVar("Value")
# The later pieces may have so small a part of the first one's bytes.
PART = 8
# A file's size, its times, and its number on the disk.
Identity = tuple[int, int, int, int]


class LostError(Exception):
    """Another build has written the file since: what was in it is not known any more."""


class Piece(Struct, Generic[Value], frozen=True):
    """How some look, by their names, and those that there are no more."""

    looks: Mapping[str, Value]
    gone: tuple[str, ...] = ()

    def written(self) -> bytes:
        """As it is kept."""
        return plain.written(self)


class Sizes(Struct, frozen=True):
    """How many bytes each piece has: those of files lie one after the other, and behind them those of folders."""

    files: tuple[int, ...] = ()
    folders: tuple[int, ...] = ()

    @property
    def long(self) -> bool:
        """Whether it is time to write them all as one."""
        first = sum((*self.files[:1], *self.folders[:1]))
        return (sum(self.files) + sum(self.folders) - first) * PART > first


class Seen:
    """What lies in a file from `start` on. Whoever asks for it gets a LostError if it does not any more."""

    def __init__(self, file: Path, known: Identity, start: int, sizes: Sizes) -> None:
        self._file, self._known, self._start, self.sizes = file, known, start, sizes

    @cached_property
    def files(self) -> Mapping[str, Looks]:
        """How each file looks."""
        with self._open() as kept:
            return _together(kept[: sum(self.sizes.files)], self.sizes.files, Piece[Looks])

    @cached_property
    def folders(self) -> Mapping[str, int]:
        """When a name last came into each folder, or went."""
        with self._open() as kept:
            return _together(kept[sum(self.sizes.files) :], self.sizes.folders, Piece[int])

    def put(self, path: Path, before: Iterable[bytes], of_files: bytes, of_folders: bytes) -> None:
        """Write a file of other bytes and of these pieces, with one more of each kind. Raises OSError."""
        with self._open() as kept:
            parts = kept[: sum(self.sizes.files)], of_files, kept[sum(self.sizes.files) :], of_folders
            files.write(str(path), *before, *parts)
            del parts

    @contextmanager
    def _open(self) -> Iterator[memoryview]:
        with files.open_bytes(self._file) as kept, kept[self._start :] as own:
            if identity(self._file) != self._known:
                raise LostError(self._file.name)
            yield own


def identity(file: Path) -> Identity:
    """By which a file is known to be the one that was read. Raises OSError."""
    looks = os.stat(file)
    return (looks.st_size, looks.st_mtime_ns, looks.st_ctime_ns, looks.st_ino)


def _together(kept: memoryview, sizes: tuple[int, ...], kind: type[Piece[Value]]) -> Mapping[str, Value]:
    found: dict[str, Value] = {}
    for start, end in pairwise(accumulate(sizes, initial=0)):
        piece = plain.read(kept[start:end], kind)
        found |= piece.looks
        for name in piece.gone:
            found.pop(name, None)
    return found
