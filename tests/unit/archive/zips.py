"""Zips that are built to do harm, byte by byte where zipfile would not write them."""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from tests.unit.archive.making import article, jsonl

GOOD = {"2029-05-04-a.txt": article(1), "z.txt": article(2)}
Name = str | zipfile.ZipInfo


def packed(*members: tuple[Name, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these members, in this order, between two good ones."""
    first, last = GOOD.items()
    room = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(room, "w", method) as archive:
        warnings.simplefilter("ignore")  # zipfile warns of a name that comes twice
        for name, data in (first, *members, last):
            archive.writestr(name, data, None if isinstance(name, str) else name.compress_type)
    return room.getvalue()


def named(name: str, *, mode: int = stat.S_IFREG | 0o644, method: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """A member of any name and mode, kept as it is."""
    info = zipfile.ZipInfo("x")
    info.filename = name
    info.external_attr = mode << 16
    info.compress_type = method
    return info


def _changed(data: bytes, name: bytes, change: Callable[[bytearray, int, int], None]) -> bytes:
    """Change a member's two heads: the one before its bytes, and the one in the list."""
    changed = bytearray(data)
    local = data.index(b"PK\x03\x04", data.index(name) - 30 - 1)
    listed = data.index(name, data.index(b"PK\x01\x02")) - 46
    change(changed, local, listed)
    return bytes(changed)


def encrypted() -> bytes:
    def change(data: bytearray, local: int, listed: int) -> None:
        data[local + 6] |= 1
        data[listed + 8] |= 1

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def other_method() -> bytes:
    def change(data: bytearray, local: int, listed: int) -> None:
        data[local + 8 : local + 10] = data[listed + 10 : listed + 12] = struct.pack("<H", 97)

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def lies_about_size() -> bytes:
    """A member that unpacks to five million bytes and says a hundred."""

    def change(data: bytearray, local: int, listed: int) -> None:
        data[local + 22 : local + 26] = data[listed + 24 : listed + 28] = struct.pack("<L", 100)

    return _changed(packed(("m.txt", b"x" * 5_000_000)), b"m.txt", change)


def wrong_sum() -> bytes:
    def change(data: bytearray, local: int, listed: int) -> None:
        data[local + 14 : local + 18] = data[listed + 16 : listed + 20] = b"\1\2\3\4"

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def torn() -> bytes:
    """A member whose packed bytes are no packed bytes."""

    def change(data: bytearray, local: int, listed: int) -> None:
        data[local + 35 : local + 75] = b"\xff" * 40

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def elsewhere() -> bytes:
    """A member that begins in the middle of another."""

    def change(data: bytearray, local: int, listed: int) -> None:
        data[listed + 42 : listed + 46] = struct.pack("<L", local + 7)

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def no_name() -> bytes:
    """A member whose name has no signs in the list; they stand in what may follow a name."""

    def change(data: bytearray, local: int, listed: int) -> None:
        data[listed + 28 : listed + 32] = struct.pack("<2H", 0, 5)
        data[listed + 46 : listed + 51] = b"\0\0\1\0x"

    return _changed(packed(("m.txt", article(3))), b"m.txt", change)


def overlapping(count: int = 300) -> bytes:
    """Many members that are one kernel: their list names the same bytes again and again."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = article(4) * 100
    data = kernel.compress(body) + kernel.flush()
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 33, zlib.crc32(body), len(data), len(body), 5, 0)
    out = head + b"k.txt" + data
    listed = b""
    for number in range(count):
        name = f"k{number}.txt".encode()
        sizes = (zlib.crc32(body), len(data), len(body), len(name), 0, 0, 0, 0, 0, 0)
        listed += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes) + name
    return out + listed + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(listed), len(out), 0)


def quoted(count: int = 40) -> bytes:
    """Members one in the other: each one's stored bytes are the heads and bytes of all that follow."""
    body, heads = article(5), b""
    listed: list[tuple[bytes, int, int, int]] = []
    inner = body
    pieces: list[bytes] = []
    for number in range(count):
        name = f"q{number:03}.txt".encode()
        head = struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 33, zlib.crc32(inner), len(inner), len(inner), len(name), 0
        )
        listed.append((name, zlib.crc32(inner), len(inner), len(head) + len(name)))
        inner = head + name + inner
        pieces.append(inner)
    whole = inner
    for name, check, size, _ in reversed(listed):
        offset = len(whole) - size - 30 - len(name)
        numbers = (check, size, size, len(name), 0, 0, 0, 0, 0, offset)
        heads += struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, *numbers) + name
    return whole + heads + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(heads), len(whole), 0)


def large_end(data: bytes) -> bytes:
    """The same zip with the end that one of more than 4 GB or 65,535 members has."""
    body, end = data[:-22], struct.unpack("<4s4H2LH", data[-22:])
    _, _, _, here, count, size, at, _ = end
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, here, count, size, at)
    pointer = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(body), 1)
    most = (0xFFFF, 0xFFFF, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return body + record + pointer + struct.pack("<4s4H2LH", b"PK\x05\x06", *most)


# What makes a zip, the id of the row that refuses one member, and a word of the reason.
HOSTILE: dict[str, tuple[Callable[[], bytes], str | None, str]] = {
    "no name": (no_name, None, "has no name"),
    "path outside": (lambda: packed((named("../../out.txt"), article(3))), "../../out", "leads out"),
    "path outside, within": (lambda: packed((named("a/../../out.txt"), article(3))), "a/../../out", "leads out"),
    "path outside, of Windows": (lambda: packed((named("..\\out.txt"), article(3))), "../out", "leads out"),
    "absolute path": (lambda: packed((named("/etc/passwd"), article(3))), "/etc/passwd", "absolute"),
    "drive": (lambda: packed((named("C:\\out.txt"), article(3))), "C:/out", "absolute"),
    "host": (lambda: packed((named("\\\\host\\share\\out.txt"), article(3))), "//host/share/out", "absolute"),
    "link": (lambda: packed((named("m.txt", mode=stat.S_IFLNK | 0o777), b"/etc/passwd")), "m", "is a link"),
    "device": (lambda: packed((named("m.txt", mode=stat.S_IFCHR | 0o666), b"")), "m", "neither a file"),
    "encrypted": (encrypted, "m", "encrypted"),
    "another method": (other_method, "m", "method"),
    "bzip2": (lambda: packed((named("m.txt", method=zipfile.ZIP_BZIP2), article(3))), "m", "method"),
    "twice": (lambda: packed(("m.txt", article(3)), ("./m.txt", article(4))), "m", "twice"),
    "a zip within": (lambda: packed(("m.zip", packed())), "m", "archive within an archive"),
    "packed twice": (lambda: packed(("m.jsonl.gz", b"\x1f\x8b")), "m.jsonl", "archive within an archive"),
    "a bomb": (lambda: packed(("m.txt", b"\0" * 9_000_000)), "m", "as no text does"),
    "a bomb of lines": (lambda: packed(("m.jsonl", b"\n" * 50_000_000)), "m", "as no text does"),
    "too large": (lambda: packed(("m.txt", article(3) * 80_000), method=zipfile.ZIP_STORED), "m", "at most"),
    "a lie about its size": (lies_about_size, "m", "cannot be unpacked"),
    "a wrong sum": (wrong_sum, "m", "cannot be unpacked"),
    "torn": (torn, "m", "cannot be unpacked"),
    "begins elsewhere": (elsewhere, "m", "does not begin"),
}
LINES = jsonl(5)
