"""What a ledger knows by tens of thousands of names: sources, what became of jobs, how the output looked.

All of it lies in a file of its own, and whoever needs some of it reads that. A build of a few changes leaves the file
as it is, and puts into the ledger which values are others since, a piece of each kind, behind those of the builds
before. When these have grown long against the file, all is written as one again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import accumulate, chain, compress, starmap
from pathlib import Path
from struct import Struct as Packed
from typing import Any, Generic, TypeVar

from msgspec import Struct

from newsbrief.build import plain
from newsbrief.build.looks import OF_FILE, OF_FOLDER, Looks
from newsbrief.build.results import Names, Results
from newsbrief.build.sources import Source, Sources
from newsbrief.content import files

Value = TypeVar("Value")
# The later pieces may have so small a part of the first one's bytes.
PART = 8
ZERO = "\0"
# A file's size, its times, and its number on the disk.
Identity = tuple[int, int, int, int]


class LostError(Exception):
    """Another build has written the file since, or it is not whole: what was in it is not known any more."""


class Piece(Struct, Generic[Value], frozen=True):
    """Some values by their names, and the names of those that there are no more."""

    values: Mapping[str, Value]
    gone: tuple[str, ...] = ()

    def written(self) -> bytes:
        """As it is kept."""
        return plain.written(self)


class Column(Struct, frozen=True):
    """The same of how files or folders look, which all builds look at from the first to the last.

    Zeros part the `names`, and the `gone`: names of files have none. `looks`: as many bytes of each name.
    """

    names: str
    looks: bytes
    gone: str = ""

    def each(self, of: Packed) -> list[str]:
        """The names, one by one. Raises ValueError where there are not as many looks."""
        names = self.names.split(ZERO) if self.looks else []
        if len(names) * of.size != len(self.looks):
            raise ValueError("there are not as many looks as names")
        return names


def of_files(looks: Mapping[str, Looks], gone: Iterable[str] = ()) -> Column:
    """How files look."""
    return Column(ZERO.join(looks), b"".join(looks.values()), ZERO.join(gone))


def of_folders(changed: Mapping[str, int], gone: Iterable[str] = ()) -> Column:
    """When a name last came into each folder, or went."""
    return Column(ZERO.join(changed), b"".join(map(OF_FOLDER.pack, changed.values())), ZERO.join(gone))


# Each kind of pieces has its place, in a file and here.
SOURCES, KEYS, OTHERS, FILES, FOLDERS = range(5)
TYPES: tuple[Any, ...] = (Piece[Source], Piece[str], Piece[Names], Column, Column)
LOOKS = {FILES: OF_FILE, FOLDERS: OF_FOLDER}
# How long a piece of each kind is.
Sizes = tuple[int, ...]


class Lying(Struct, frozen=True):
    """Where pieces lie in a file: of each build one of every kind, one after the other, from `start` on.

    `known`: by what the file is known to be the one that was read; None where its first bytes tell, `begins`.
    """

    file: Path
    start: int
    sizes: tuple[Sizes, ...] = ()
    known: Identity | None = None
    begins: bytes = b""

    @property
    def length(self) -> int:
        """Of all of them, in bytes."""
        return sum(chain.from_iterable(self.sizes))

    @contextmanager
    def opened(self) -> Iterator[memoryview]:
        """Their bytes. Raises LostError where they are no more."""
        end = self.start + self.length
        try:
            with files.open_bytes(self.file) as kept, kept[self.start : end] as own:
                same = identity(self.file) == self.known if self.known else kept[: self.start] == self.begins
                if not same or len(own) != self.length:
                    raise LostError(self.file.name)
                yield own
        except OSError as error:
            raise LostError(self.file.name) from error

    def read(self, kind: int) -> Iterator[Any]:
        """Those of a kind."""
        starts = accumulate(map(sum, self.sizes), initial=0)
        with self.opened() as own:
            for start, sizes in zip(starts, self.sizes, strict=False):
                begin = start + sum(sizes[:kind])
                yield plain.read(own[begin : begin + sizes[kind]], TYPES[kind])


class Pieces:
    """Those of the `first` build and of `later` ones. Whoever asks for what is not there any more gets a LostError."""

    def __init__(self, first: Lying, later: Lying) -> None:
        self.first, self.later = first, later

    @property
    def long(self) -> bool:
        """Whether it is time to write them all as one."""
        return self.later.length * PART > self.first.length

    @cached_property
    def sources(self) -> Sources:
        """Every file that the site was made of."""
        return self._together(SOURCES)

    @cached_property
    def jobs(self) -> Results:
        """What became of each job."""
        return Results(self._together(KEYS), self._together(OTHERS))

    @cached_property
    def files(self) -> Mapping[str, Looks]:
        """How each file of the output looks."""
        names, looks = self.seen(FILES)
        return dict(zip(names, starmap(OF_FILE.pack, looks), strict=True))

    @cached_property
    def folders(self) -> Mapping[str, int]:
        """When a name last came into each folder, or went."""
        names, looks = self.seen(FOLDERS)
        return dict(zip(names, chain.from_iterable(looks), strict=True))

    def seen(self, kind: int) -> tuple[list[str], Iterator[tuple[int, ...]]]:
        """The names of all files or folders, and how each of them looks."""
        of = LOOKS[kind]
        with _sure(self.first.file):
            (first,), later = self.first.read(kind), self._later(kind, of)
            names, looks = first.each(of), of.iter_unpack(first.looks)
        if not later:
            return names, looks
        stands = [name not in later for name in names]
        now = {name: one for name, one in later.items() if one}
        return [*compress(names, stands), *now], chain(compress(looks, stands), now.values())

    def _later(self, kind: int, of: Packed) -> dict[str, tuple[int, ...] | None]:
        """How those look that later builds made other; None where there are no such any more."""
        found: dict[str, tuple[int, ...] | None] = {}
        for column in self.later.read(kind):
            found |= zip(column.each(of), of.iter_unpack(column.looks), strict=True)
            found |= dict.fromkeys(column.gone.split(ZERO) if column.gone else ())
        return found

    @property
    def whole(self) -> bool:
        """Whether all of it can be read."""
        try:
            return all(one is not None for one in (self.sources, self.jobs, self.files, self.folders))
        except LostError:
            return False

    def put(self, path: Path, before: Sequence[bytes], more: Sequence[bytes]) -> None:
        """Write a file of other bytes, of the later pieces, and of one more of each kind. Raises OSError."""
        with self.later.opened() as kept:
            files.write(str(path), *before, kept, *more)

    def _together(self, kind: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        with _sure(self.first.file):
            for piece in chain(self.first.read(kind), self.later.read(kind)):
                found |= piece.values
                for name in piece.gone:
                    found.pop(name, None)
        return found


@contextmanager
def _sure(file: Path) -> Iterator[None]:
    """Whatever comes of bytes that no build wrote is a LostError."""
    try:
        yield
    except LostError:
        raise
    except Exception as error:
        raise LostError(file.name) from error


def identity(file: Path) -> Identity:
    """By which a file is known to be the one that was read. Raises OSError."""
    looks = os.stat(file)
    return (looks.st_size, looks.st_mtime_ns, looks.st_ctime_ns, looks.st_ino)
