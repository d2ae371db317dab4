"""Zips, which may be built to do harm. Nothing is ever unpacked to the disk: members are read as streams.

Formats: PKWARE's APPNOTE 6.3. What a zip can do to a reader, and what is done about it, stands in docs/archives.md.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import stat
import struct
import zipfile
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from msgspec import Struct

from newsbrief.archive.item import MAX_ITEM_BYTES
from newsbrief.archive.members import LINES, PACKED, Member, Opened, refused, skip
from newsbrief.model.refusal import RefusedError

# Everything that zipfile raises for what is not as it should be.
BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError),
    *(LookupError, ArithmeticError, AssertionError, AttributeError, TypeError),
)
# The list of members is held in memory, some 400 bytes and the name for each.
MAX_LIST_BYTES, MAX_MEMBERS = 64_000_000, 500_000
# Text packs to a third or a tenth, a list of like lines to a fiftieth. What unpacks to more is built to do so. The few
# bytes that are free, for a member and for the zip, are for what is so short that it says nothing.
MAX_RATIO, FREE_BYTES, FREE_IN_ALL = 200, 100_000, 100_000_000
# zipfile unpacks these as far as it is asked to; of bzip2 and LZMA it may unpack a gigabyte at once.
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
ARCHIVES = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".7z", ".rar", ".jar", *PACKED)
DRIVE = re.compile(r"[A-Za-z]:")
END, LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s5H3L2H")
# The end of a zip of more than 4 GB or 65,535 members stands before the other one, and a pointer to it between them.
END64, POINTER64 = struct.Struct("<4sQ2H2L4Q"), 20
LONGEST_COMMENT = 65_535


class Shelf(Struct, frozen=True):
    """An open zip, its size, and when it was changed last (seconds since 1970).

    `starts`: where its members begin, in order, and behind them where their list does.
    """

    file: zipfile.ZipFile
    size: int
    starts: Sequence[int]
    changed: float = 0.0


def is_zip(file: Path) -> bool:
    """By its ending or its first bytes."""
    if file.suffix.lower() == ".zip":
        return True
    with file.open("rb") as stream:
        return stream.read(4) == b"PK\x03\x04"


def opened(file: Path) -> Shelf:
    """Open a zip for as long as its members are read. Raises RefusedError."""
    try:
        _look_at_end(file)
        archive = zipfile.ZipFile(file)
    except BROKEN as error:
        raise RefusedError((0, f"is no zip that can be read ({error})")) from error
    starts = sorted(info.header_offset for info in archive.infolist())
    status = file.stat()
    return Shelf(archive, status.st_size, (*starts, archive.start_dir), status.st_mtime)


def members(shelf: Shelf, told: str) -> Iterator[Member]:
    """The members of a zip, in the order of its list; `told` goes before their names in messages.

    Folders and what systems leave behind are passed over; whoever may not be read is refused, each for itself.
    """
    from newsbrief.desk.raw_files import NOT_RAW  # who reads lines only need not load the desk

    seen: set[str] = set()
    left = MAX_RATIO * shelf.size + FREE_IN_ALL
    for info in shelf.file.infolist():
        name = info.orig_filename.replace("\\", "/")
        reason = _refusal(info, name)
        parts = PurePosixPath(name).parts
        if not reason and (name.endswith("/") or "__MACOSX" in parts or NOT_RAW.match(parts[-1] if parts else ".")):
            continue
        place, folded = f"{told}{name}", PurePosixPath(name).as_posix()
        if not reason and folded in seen:
            reason = "stands in the zip twice; only the first is read"
        seen.add(folded)
        left -= 0 if reason else info.file_size
        if not reason and left < 0:
            reason = "is left out: with it the zip unpacks to more than any text does"
        if reason:
            yield refused(name, place, info.compress_size, reason)
        else:
            form = "lines" if PurePosixPath(name).suffix.lower() in LINES else "raw"
            changed = _changed(info) or shelf.changed
            yield Member(name, place, info.compress_size, form, partial(_stream, shelf, info), changed=changed)


def _changed(info: zipfile.ZipInfo) -> float:
    """When a member was changed, as zips tell it: without a zone, taken for UTC; 0 for what is no time."""
    try:
        return dt.datetime(*info.date_time, tzinfo=dt.UTC).timestamp()
    except ValueError:
        return 0.0


def _refusal(info: zipfile.ZipInfo, name: str) -> str:
    """Why a member is not read, as far as the zip's list tells; "" where nothing speaks against it."""
    return _refused_name(name) or _refused_kind(info, name) or _refused_size(info, name)


def _refused_name(name: str) -> str:
    if not name:
        return "has no name"
    if "\0" in name:
        return "has a name with a zero byte in it"
    if name.startswith("/") or DRIVE.match(name):
        return "has an absolute path"
    return "has a path that leads out of the zip" if ".." in name.split("/") else ""


def _refused_kind(info: zipfile.ZipInfo, name: str) -> str:
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link"
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "is neither a file nor a folder"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if name.lower().endswith(ARCHIVES):
        return "is an archive within an archive; unpack it, or give it by itself"
    return "" if info.compress_type in METHODS else f"is packed by a method that is not read ({info.compress_type})"


def _refused_size(info: zipfile.ZipInfo, name: str) -> str:
    if info.file_size > MAX_RATIO * info.compress_size + FREE_BYTES:
        return f"unpacks to {info.file_size:,} bytes from {info.compress_size:,}, as no text does"
    if PurePosixPath(name).suffix.lower() not in LINES and info.file_size > MAX_ITEM_BYTES:
        return f"{info.file_size:,} bytes; an article has at most {MAX_ITEM_BYTES:,}"
    return ""


def _stream(shelf: Shelf, info: zipfile.ZipInfo) -> Opened:
    """Open a member that nothing in the list speaks against. Raises RefusedError."""
    try:
        _look_at_place(shelf, info)
        told = _Told(shelf.file.open(info))
    except BROKEN as error:
        raise RefusedError((0, f"cannot be unpacked ({error})")) from error
    stream = cast(BinaryIO, io.BufferedReader(told, 1 << 16))
    share = info.compress_size / max(1, info.file_size)
    return Opened(stream, lambda: int(told.given * share), partial(skip, stream), stream.close)


class _Told(io.RawIOBase):
    """A member's bytes, `given` so far: no more than the zip's list says. What is broken raises RefusedError."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream
        self.given = 0

    def readable(self) -> bool:
        """It is for reading, as io.BufferedReader asks."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill the buffer, as io.RawIOBase wants it."""
        view = memoryview(cast(bytearray, buffer))
        try:
            data = self._stream.read(len(view))
        except BROKEN as error:
            raise RefusedError((0, f"cannot be unpacked ({error})")) from error
        self.given += len(data)
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the member, not the zip."""
        self._stream.close()
        super().close()


def _look_at_place(shelf: Shelf, info: zipfile.ZipInfo) -> None:
    """Members that share bytes make a small zip a large one: each must end before the next begins."""
    source = cast(BinaryIO, shelf.file.fp)
    source.seek(info.header_offset)
    header = source.read(LOCAL.size)
    if len(header) < LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise RefusedError((0, "does not begin where the zip's list says"))
    *_, name, extra = LOCAL.unpack(header)
    end = info.header_offset + LOCAL.size + name + extra + info.compress_size
    if end > shelf.starts[bisect_left(shelf.starts, info.header_offset) + 1]:
        raise RefusedError((0, "shares its bytes with another member"))


def _look_at_end(file: Path) -> None:
    """The size of the list is told at the end, before anyone holds the list in memory. Raises RefusedError."""
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - END.size - LONGEST_COMMENT - POINTER64 - END64.size))
        tail = stream.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or at + END.size > len(tail):
        raise RefusedError((0, "is no zip that can be read (it has no list of members at its end)"))
    listed, before = END.unpack_from(tail, at)[5], at
    if tail[max(0, at - POINTER64) : at].startswith(b"PK\x06\x07"):
        begin = at - POINTER64 - END64.size
        if begin < 0 or not tail[begin:].startswith(b"PK\x06\x06"):
            raise RefusedError((0, "is no zip that can be read (its end is not as it should be)"))
        listed, before = END64.unpack_from(tail, begin)[8], begin
    if listed > MAX_LIST_BYTES:
        raise RefusedError((0, f"has a list of members of more than {MAX_LIST_BYTES:,} bytes; part it into several"))
    # How many they are is told, too, but zipfile takes as many as there are.
    with file.open("rb") as stream:
        stream.seek(max(0, stream.seek(-len(tail), io.SEEK_END) + before - listed))
        if stream.read(listed).count(b"PK\x01\x02") > MAX_MEMBERS:
            raise RefusedError((0, f"has a list of more than {MAX_MEMBERS:,} members; part it into several"))
