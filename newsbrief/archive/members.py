"""What an archive is made of: files on the disk or standard input, in an order that never changes."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from msgspec import Struct

from newsbrief.model.refusal import RefusedError

LINES = (".jsonl", ".ndjson")
# What a file asks for to be unpacked (the strongest setting of xz asks for 65 MB) is its own claim.
MAX_UNPACKING = 128 << 20
# How to read what is packed, by its ending.
PACKED: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    ".gz": lambda source: cast(BinaryIO, gzip.GzipFile(fileobj=source)),
    ".bz2": lambda source: cast(BinaryIO, bz2.BZ2File(source)),
    ".xz": lambda source: cast(BinaryIO, io.BufferedReader(_Steps(source), PIECE)),
}
# How much is read at once where it is not known how much there is.
PIECE = 1 << 16


class _Steps(io.RawIOBase):
    """What xz has packed, unpacked within a bound of memory, which lzma.LZMAFile knows nothing of.

    Raises lzma.LZMAError for what asks for more, EOFError for what is cut off.
    """

    def __init__(self, source: BinaryIO) -> None:
        super().__init__()
        self._source = source
        self._unpacking = lzma.LZMADecompressor(memlimit=MAX_UNPACKING)
        self._left = b""

    def readable(self) -> bool:
        """It is for reading, as io.BufferedReader asks."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer, as io.RawIOBase wants it."""
        view = memoryview(cast(bytearray, buffer))
        while True:
            if self._unpacking.eof:
                # Several packed files may stand one behind another, with zero bytes between them.
                self._left = (self._unpacking.unused_data.lstrip(b"\0") or self._source.read(PIECE)).lstrip(b"\0")
                if not self._left:
                    return 0
                self._unpacking = lzma.LZMADecompressor(memlimit=MAX_UNPACKING)
            elif self._unpacking.needs_input:
                self._left = self._left or self._source.read(PIECE)
                if not self._left:
                    raise EOFError("it ends too early")
            given, self._left = self._unpacking.decompress(self._left, len(view)), b""
            if given:
                view[: len(given)] = given
                return len(given)


class Opened(Struct, frozen=True):
    """A member's bytes; `read` tells how many of those on the disk they are so far, `seek` goes to a place in them."""

    stream: BinaryIO
    read: Callable[[], int]
    seek: Callable[[int], object]
    close: Callable[[], object]


class Member(Struct, frozen=True):
    """One file of an archive. `name` is its path in the archive with "/"; `told` how messages name it.

    `size`: bytes on the disk. `form`: "lines", "raw", or "refused" for `reason`. `open` raises RefusedError or OSError.
    `changed`: when it was changed last, in seconds since 1970, 0 where nobody knows.
    """

    name: str
    told: str
    size: int
    form: str
    open: Callable[[], Opened]
    reason: str = ""
    changed: float = 0.0


def nothing() -> Opened:
    """What a refused member is opened with: never."""
    raise RefusedError((0, "is not read"))


def refused(name: str, told: str, size: int, reason: str) -> Member:
    """A member that is not read, for a reason."""
    return Member(name, told, size, "refused", nothing, reason)


def file_member(file: Path, name: str, told: str) -> Member:
    """A file on the disk: lines of JSON by its ending, packed or not; any other is a raw article."""
    ending, status = file.suffix.lower(), file.stat()
    form = "lines" if ending in LINES or ending in PACKED else "raw"
    opened = partial(_unpacked if ending in PACKED else _plain, file)
    return Member(name, told, status.st_size, form, opened, changed=status.st_mtime)


def folder_members(folder: Path) -> Iterator[Member]:
    """All files of a folder and those below it, by name. Links that lead out of it are refused, others followed."""
    from newsbrief.desk.raw_files import NOT_RAW  # who reads lines only need not load the desk

    home = folder.resolve()
    for file in _files(home):
        name = file.relative_to(home).as_posix()
        if NOT_RAW.match(file.name):
            continue
        if file.is_symlink() and not file.resolve().is_relative_to(home):
            yield refused(name, name, 0, "is a link that leads out of the folder")
        elif file.is_file():
            yield file_member(file, name, name)
        elif file.is_dir() and not file.is_symlink():
            yield refused(name, name, 0, "may not be looked into")


def identity(file: Path) -> list[object]:
    """By what a file is known again without reading it: name, size, time of the last change in nanoseconds."""
    status = file.stat()
    return [file.name, status.st_size, status.st_mtime_ns]


def _files(folder: Path) -> Iterator[Path]:
    """Files of a folder and those below it, by name; of a folder that may not be looked into, the folder itself."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if here.is_symlink() or not here.is_dir():
            yield here
            continue
        try:
            found = [entry for entry in here.iterdir() if not entry.name.startswith(".")]
        except OSError:
            yield here
            continue
        waiting += sorted(found, key=lambda entry: entry.name, reverse=True)


def _plain(file: Path) -> Opened:
    stream = file.open("rb")
    return Opened(stream, stream.tell, stream.seek, stream.close)


def _unpacked(file: Path) -> Opened:
    source = file.open("rb")
    stream = PACKED[file.suffix.lower()](source)

    def close() -> None:
        stream.close()
        source.close()

    return Opened(stream, source.tell, lambda offset: skip(stream, offset), close)


def skip(stream: BinaryIO, offset: int) -> None:
    """Go on to a place in what is packed, which takes unpacking all before it again."""
    while offset > 0 and (piece := stream.read(min(PIECE, offset))):
        offset -= len(piece)


def standard(stream: BinaryIO) -> Member:
    """Standard input, as lines; it is not ours to close, and has no size."""
    return Member("", "", 0, "lines", lambda: Opened(stream, lambda: 0, lambda offset: None, lambda: None))
