"""Where this user alone keeps what takes long to make and can be made again at any time: `~/.cache/newsbrief/`."""

from __future__ import annotations

import contextlib
import os
import stat
import zlib
from pathlib import Path

PRIVATE = 0o700
SUM = 4


def folder(name: str) -> Path | None:
    """The folder for what is called so; None where nobody says where a user's cache is, or where others can write."""
    if os.name != "posix":
        return None
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        # A relative one is to be ignored, says the XDG Base Directory Specification.
        place = (named if named.is_absolute() else Path("~/.cache").expanduser()) / "newsbrief" / name
        place.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        return place if _of_the_user_alone(place) else None
    except (OSError, RuntimeError):  # or nobody knows where the user is at home
        return None


def get(file: Path) -> bytes | None:
    """What `put` kept; None where it did not, or a disk did not keep it as it was."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    return kept[SUM:] if kept[:SUM] == _sum(kept[SUM:]) else None


def put(file: Path, data: bytes, most: int) -> None:
    """Keep a file, whole or not at all, and without a word where that cannot be.

    Of more than so many in its folder the oldest go.
    """
    with contextlib.suppress(OSError):
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(_sum(data) + data)
        draft.replace(file)
        kept = sorted(file.parent.iterdir(), key=lambda one: one.stat().st_mtime)
        for one in kept[: max(0, len(kept) - most)]:
            one.unlink()


def _sum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(SUM, "little")


def _of_the_user_alone(place: Path) -> bool:
    found = place.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022
