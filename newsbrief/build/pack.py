"""Values kept from build to build in one file, each under a name and valid for as long as its stamp is asked for.

The file only grows at its end, a record at a time; the last one of a name counts, and one that a killed build left half
is passed over. Where most of it is of no use any more, it is written anew.

A record: the lengths of name, stamp and value (three 32-bit numbers, lowest byte first), these three, and a sum of
them. A value that a disk did not keep as it was is none.

Beside it lies an index, which tells where the values are up to where it ends: to look through the file for them takes
longer than to read those that a small change asks for. What the index does not know of is looked for behind that.
"""

from __future__ import annotations

import mmap
import os
import struct
import zlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import IO
from weakref import finalize

from msgspec import Struct

from newsbrief.build import plain

INDEX = ".index"
MAGIC = b"newsbrief pack 4\n"
SUM = 4
HEAD = struct.Struct("<III")
# Where a value is and how long, as it is known of each name, with the value's stamp behind it: of ten thousand names a
# small change asks for a few.
PLACE = struct.Struct("<QQ")
# A share of the file that may be of no use.
WASTE = 0.5
# So many records may lie behind where the index ends: to look through them takes less time than to write it anew.
UNINDEXED = 200
# So many bytes are handed to the system at a time.
AT_A_TIME = 1 << 18


class Index(Struct, frozen=True):
    """`number`: the file's on the disk. `places`: of each name the place of its value; `useful`: how long all are."""

    number: int
    end: int
    useful: int
    places: dict[str, bytes]


class Pack:
    """The values of a file; none where there is no file or it is no pack."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._places: dict[str, bytes] = {}
        self._useful = 0
        self._data: mmap.mmap | bytes = b""
        self._end = len(MAGIC)
        self._unindexed = 0
        self._handle = -1
        try:
            self._handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            finalize(self, os.close, self._handle)
            number = os.fstat(self._handle).st_ino
            self._data = mmap.mmap(self._handle, 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError):
            return
        if self._data[: len(MAGIC)] == MAGIC:
            index = self._index(number)
            if index:
                self._places, self._end, self._useful = index.places, index.end, index.useful
            self._scan()
            self._let_go()

    @property
    def names(self) -> Collection[str]:
        """All that it has a value of."""
        return self._places.keys()

    def again(self) -> Pack:
        """The file as it is now."""
        return Pack(self._file)

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def get(self, name: str, stamp: str) -> bytes | None:
        """The value under a name, if it is of this stamp."""
        found = self._places.get(name)
        if found is None or found[PLACE.size :] != stamp.encode():
            return None
        return self._value(name, found)

    def stamp(self, name: str) -> str:
        """The stamp of the value under a name, "" where there is none."""
        found = self._places.get(name)
        return found[PLACE.size :].decode("utf-8", "replace") if found else ""

    def newest(self, name: str) -> tuple[str, bytes] | None:
        """The stamp and value under a name, whatever the stamp is."""
        found = self._places.get(name)
        value = self._value(name, found) if found else None
        return (self.stamp(name), value) if value is not None else None

    def save(self, new: Mapping[str, tuple[str, bytes]], names: frozenset[str]) -> None:
        """Add values, `{name: (stamp, value)}`. `names` are all that are of use from now on."""
        if not new and names >= self._places.keys():
            return
        gone = (self._places.keys() - names) | (self._places.keys() & new.keys())
        useful = self._useful - sum(_size(self._places[name]) for name in gone)
        if self._end == len(MAGIC) or useful < (self._end - len(MAGIC)) * WASTE:
            self._write_anew(new, names)
            return
        with self._file.open("r+b", AT_A_TIME) as handle:
            handle.truncate(self._end)
            handle.seek(0, os.SEEK_END)
            written = _written(handle, _stamped(new))
            if self._unindexed + len(new) > UNINDEXED:
                self._note(handle, {**self._places, **written})

    def _write_anew(self, new: Mapping[str, tuple[str, bytes]], names: frozenset[str]) -> None:
        old = sorted(names & self._places.keys() - new.keys())
        values = ((name, self._places[name][PLACE.size :], self._value(name, self._places[name])) for name in old)
        kept = {name: (stamp, value) for name, stamp, value in values if value is not None}
        draft = self._file.with_suffix(".new")
        with draft.open("wb", AT_A_TIME) as handle:
            handle.write(MAGIC)
            places = _written(handle, kept)
            self._note(handle, {**places, **_written(handle, _stamped(new))})
        draft.replace(self._file)

    def _index(self, number: int) -> Index | None:
        """What is known of the file without looking through it; None where that is of another file, or spoilt."""
        try:
            found = plain.read(plain.unsummed(self._file.with_suffix(INDEX).read_bytes()), Index)
        except Exception:  # whatever is wrong with it, the file can be looked through
            return None
        return found if found.number == number and found.end <= len(self._data) else None

    def _note(self, handle: IO[bytes], places: dict[str, bytes]) -> None:
        """Write the index of a file that is open at its end. One that a killed build left ends before the file does."""
        useful = sum(map(_size, places.values()))
        data = plain.summed(Index(os.fstat(handle.fileno()).st_ino, handle.tell(), useful, places))
        draft = self._file.with_suffix(f"{INDEX}.new")
        draft.write_bytes(data)
        draft.replace(self._file.with_suffix(INDEX))

    def _value(self, name: str, place: bytes) -> bytes | None:
        (at, size), stamp = PLACE.unpack_from(place), place[PLACE.size :]
        # One after the other: some are large, and to part them would be to copy them.
        value, kept = self._read(at, size), self._read(at + size, SUM)
        return value if kept == _sum(_named(name), stamp, value) else None

    def _read(self, at: int, size: int) -> bytes:
        """What is in the file there. All of it is a lot to have in memory: what can be read is not looked at there."""
        if hasattr(os, "pread"):
            return os.pread(self._handle, size, at)
        return self._data[at : at + size]

    def _let_go(self) -> None:
        """Tell the system that what was looked through need not stay in this process's memory."""
        if isinstance(self._data, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._data.madvise(mmap.MADV_DONTNEED)

    def _scan(self) -> None:
        # By their short names: there is a record for each brief, and each build reads them all.
        at, data, places, unpack, head = self._end, self._data, self._places, HEAD.unpack_from, HEAD.size
        last = len(data) - head
        while at <= last:
            name, stamp, value = unpack(data, at)
            middle = at + head + name
            start = middle + stamp
            end = start + value + SUM
            if end > last + head:
                break
            named = data[at + head : middle].decode("utf-8", "surrogateescape")
            self._useful += value - (_size(places[named]) if named in places else 0)
            places[named] = PLACE.pack(start, value) + data[middle:start]
            at = end
            self._unindexed += 1
        self._end = at


def _size(place: bytes) -> int:
    size: int = PLACE.unpack_from(place)[1]
    return size


def _stamped(values: Mapping[str, tuple[str, bytes]]) -> dict[str, tuple[bytes, bytes]]:
    return {name: (stamp.encode(), value) for name, (stamp, value) in values.items()}


def _written(handle: IO[bytes], values: Mapping[str, tuple[bytes, bytes]]) -> dict[str, bytes]:
    """Write records; the place of each value, by its name."""
    places = {}
    at = handle.tell()
    for name, (stamp, value) in values.items():
        named = _named(name)
        before = HEAD.pack(len(named), len(stamp), len(value)) + named + stamp
        places[name] = PLACE.pack(at + len(before), len(value)) + stamp
        at += handle.write(before + value + _sum(named, stamp, value))
    return places


def _named(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")


def _sum(name: bytes, stamp: bytes, value: bytes) -> bytes:
    return zlib.crc32(value, zlib.crc32(b"%b\0%b\0" % (name, stamp))).to_bytes(SUM, "little")
