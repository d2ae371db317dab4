"""The life of a worker: a process that makes something of each item until the other end is closed, however it ended."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from newsbrief.archive.item import Item
from newsbrief.archive.limits import Limits

# What is made of an item: its rows, its drafts.
Made = TypeVar("Made")
Work = Callable[[Item], Made]
# The signal by which the system ends a process whose item takes too long, where there is one.
TOO_LONG = getattr(signal, "SIGPROF", None)


def live(line: Connection, work: Work[Made], limits: Limits) -> None:
    """Take parcels and give what is made of each item, one by one, so that the other end sees where it is."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who hands out the work
    _bound(limits.memory)
    try:
        line.send(None)  # all is loaded
        while True:
            items: tuple[Item, ...] = line.recv()
            for item in items:
                with_time(limits.processor(len(item.data)))
                row = work(item)
                with_time(0)
                line.send(row)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def with_time(seconds: float) -> None:
    """End this process after so many seconds of processor time from now; 0 takes that back.

    No handler: one written in Python would wait for a regular expression to end.
    """
    if TOO_LONG is not None:
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _bound(memory: int) -> None:
    """One article must not take the machine's memory. macOS has the call and does not keep to it."""
    if sys.platform == "win32":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, hard))
