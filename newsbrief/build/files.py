"""Whole files by three calls of the system instead of the six of Python's own, for tens of thousands of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap

BINARY = getattr(os, "O_BINARY", 0)
MUCH = 1 << 20


class TooLargeError(Exception):
    """A file is larger than it may be; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size:,} bytes")
        self.size = size


def read(path: str | os.PathLike[str], most: int | None = None) -> bytes:
    """What is in a file of at most so many bytes. Raises OSError, and TooLargeError before anything is read."""
    handle = os.open(path, os.O_RDONLY | BINARY)
    try:
        size = os.fstat(handle).st_size
        if most is not None and size > most:
            raise TooLargeError(size)
        found = os.read(handle, size + 1)
        if len(found) == size:
            return found
        # It grew meanwhile, or is a kind of file that does not say how large it is.
        pieces = [found]
        while piece := os.read(handle, MUCH):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(handle)


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[memoryview]:
    """What is in a large file, where the system has it, instead of a copy. Raises OSError.

    Whoever has a part of it when the context ends gets a BufferError.
    """
    with open(path, "rb") as handle:
        if not os.fstat(handle.fileno()).st_size:
            yield memoryview(b"")  # of nothing there is no map
            return
        with mmap(handle.fileno(), 0, access=ACCESS_READ) as found, memoryview(found) as view:
            yield view


def write(path: str, *parts: bytes | bytearray | memoryview) -> None:
    """Make a file of these bytes, in the place of another one if need be. Raises OSError."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        for part in parts:
            left = memoryview(part)
            while left:
                left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
