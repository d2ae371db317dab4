"""Work on all cores: copies of this process, each with its share, which leave what they found in a file."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

# With fewer things than this for each, the work is done before another process has started.
WORTH_A_WORKER = 40
Thing = TypeVar("Thing")
Work = Callable[[Sequence[Thing]], bytes]


class WorkerError(Exception):
    """A worker ended before its work was done; what it said stands above."""


def cores() -> int:
    """How many workers: NEWSBRIEF_JOBS, else the cores that this process may use."""
    asked = os.environ.get("NEWSBRIEF_JOBS", "")
    if asked.isdigit() and int(asked):
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Work[Thing], things: Sequence[Thing], workers: int, room: Path) -> list[bytes]:
    """What `work` gives for each share of the things. Share i of n has every n-th thing, from the i-th on.

    Raises what the work raises, or WorkerError where that was in another process. `room` is a folder for the results.
    """
    count = min(workers, len(things) // WORTH_A_WORKER) if _can_fork() else 1
    if count < 2:
        return [work(things)]
    gc.collect()
    gc.freeze()  # what the collector never looks at stays shared between the processes
    results = [room / f"worker-{number}" for number in range(1, count)]
    started = [_start(work, things[number::count], result) for number, result in enumerate(results, 1)]
    try:
        own = work(things[0::count])
    finally:
        failed = [status for status in (os.waitpid(process, 0)[1] for process in started) if status]
        gc.unfreeze()
    if failed:
        raise WorkerError("a part of the build failed; the reason stands above")
    found = [own, *(result.read_bytes() for result in results)]
    for result in results:
        result.unlink()
    return found


def _can_fork() -> bool:
    # A copy of a process with threads may wait for one of them for ever; the libraries of macOS have some of their own.
    return sys.platform == "linux" and threading.active_count() == 1


def _start(work: Work[Thing], things: Sequence[Thing], result: Path) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        result.write_bytes(work(things))
        status = 0
    except BaseException as error:  # the other process is told by the status alone
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
