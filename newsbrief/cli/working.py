"""A line that tells that something is going on, and how far it is, once it has taken a second.

It is a process of its own and no thread: a build copies itself for each core, which a process with threads cannot do
safely. Where nobody looks, on a pipe or in a log, there is none.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

FIRST, EVERY = 1.0, 0.5
# Counting files may take a twentieth of the time.
RARELY = 20


@contextmanager
def working(label: str, folder: Path | None = None, first: float = FIRST) -> Iterator[None]:
    """Show `label`, the seconds so far and how many files there are in `folder`, until what is inside has ended.

    `first`: after how many seconds it begins.
    """
    if not (hasattr(os, "fork") and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"):
        yield
        return
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            _show(label, folder, parent, first)
        os._exit(0)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
        os.waitpid(child, 0)


def _show(label: str, folder: Path | None, parent: int, first: float) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    width = 0

    def clear(*_: object) -> None:
        os.write(2, f"\r{' ' * width}\r".encode())
        os._exit(0)

    signal.signal(signal.SIGTERM, clear)
    started, pause = time.monotonic(), first
    while os.getppid() == parent:
        time.sleep(pause)
        begun = time.monotonic()
        line = told(label, int(begun - started), count(folder) if folder else 0)
        width = max(width, len(line))
        # The line ends where it began: whatever else is printed takes its place.
        os.write(2, f"{line.ljust(width)}\r".encode())
        pause = max(EVERY, RARELY * (time.monotonic() - begun))


def told(label: str, seconds: int, files: int) -> str:
    """The line: "Building the site … 3 s, 1,204 files"."""
    return f"{label} … {seconds} s" + (f", {files:,} files" if files else "")


def count(folder: Path) -> int:
    """How many files lie below a folder; 0 for one that is not there yet."""
    return sum(len(names) for _, _, names in os.walk(folder))
