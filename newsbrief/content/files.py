"""Read and write whole files with few system calls: a build does so for tens of thousands of files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap

BINARY = getattr(os, "O_BINARY", 0)
# Bytes per call for a file that does not say how large it is.
CHUNK = 1 << 20


class TooLargeError(Exception):
    """A file is larger than the reader allows; `size` in bytes."""

    def __init__(self, size: int) -> None:
        super().__init__(f"{size:,} bytes")
        self.size = size


def read(path: str | os.PathLike[str], most: int | None = None) -> bytes:
    """Return the bytes of a file. Raises OSError, and TooLargeError if there are more than `most`, before it reads."""
    handle = os.open(path, os.O_RDONLY | BINARY)
    try:
        size = os.fstat(handle).st_size
        if most is not None and size > most:
            raise TooLargeError(size)
        found = os.read(handle, size + 1)
        if len(found) == size:
            return found
        # The file grew since, or is of a kind without a size, such as a pipe.
        chunks = [found]
        while chunk := os.read(handle, CHUNK):
            chunks.append(chunk)
        return b"".join(chunks)
    finally:
        os.close(handle)


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[memoryview]:
    """Map a large file into memory instead of copying it. Raises OSError.

    Close all slices of the view before the context ends, or it raises BufferError.
    """
    with open(path, "rb") as handle:  # noqa: PTH123  # making a Path takes longer than opening
        if not os.fstat(handle.fileno()).st_size:
            yield memoryview(b"")  # an empty file cannot be mapped
            return
        with mmap(handle.fileno(), 0, access=ACCESS_READ) as found, memoryview(found) as view:
            yield view


def write(path: str, *parts: bytes | bytearray | memoryview) -> None:
    """Write a file that holds these bytes one after the other; replace the contents of one that is there.

    Raises OSError.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o666)
    try:
        for part in parts:
            left = memoryview(part)
            while left:
                left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
