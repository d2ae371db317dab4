"""The user's own cache, `~/.cache/newsbrief/`: files that take long to make and can be made again at any time."""

from __future__ import annotations

import contextlib
import os
import stat
import zlib
from pathlib import Path

PRIVATE = 0o700
# Bytes of the checksum in front of each file.
SUM = 4


def folder(name: str) -> Path | None:
    """Return the folder of that name in the cache; None if the user has no cache, or if others can write to it."""
    if os.name != "posix":
        return None
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        # The XDG Base Directory Specification says to ignore a relative path.
        place = (named if named.is_absolute() else Path("~/.cache").expanduser()) / "newsbrief" / name
        place.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        return place if _of_the_user_alone(place) else None
    except (OSError, RuntimeError):  # RuntimeError: the user has no home folder
        return None


def get(file: Path) -> bytes | None:
    """Return the bytes that `put` wrote; None if there are none or the disk has changed them."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data[SUM:] if data[:SUM] == _sum(data[SUM:]) else None


def put(file: Path, data: bytes, most: int) -> None:
    """Write a file, wholly or not at all; do nothing if the disk refuses.

    If the folder then has more than `most` files, delete the oldest.
    """
    with contextlib.suppress(OSError):
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(_sum(data) + data)
        draft.replace(file)
        files = sorted(file.parent.iterdir(), key=lambda one: one.stat().st_mtime)
        for one in files[: max(0, len(files) - most)]:
            one.unlink()


def _sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(SUM, "little")


def _of_the_user_alone(place: Path) -> bool:
    found = place.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
