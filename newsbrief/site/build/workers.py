"""Work spread over processes. Each worker is a copy of this process (fork), so it shares what was loaded before."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")
# The function of the pool's tasks. A worker inherits it, so it need not be picklable.
_work: Callable[[Any], Any] | None = None


def cores() -> int:
    """Return the number of workers: NEWSBRIEF_JOBS, else the cores that this process may use."""
    requested = os.environ.get("NEWSBRIEF_JOBS", "")
    if requested.isdigit() and int(requested):
        return int(requested)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Return whether this process can be copied safely.

    A copy of a process with threads may wait for one of them for ever. Libraries of macOS have threads of their own.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def spread(work: Callable[[Sequence[Task]], Result], tasks: Sequence[Task], size: int, few: int) -> Iterator[Result]:
    """Yield what `work` makes of groups of `size` tasks, in order. Up to `few` tasks are done in this process."""
    groups = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    workers = min(cores(), len(groups))
    if len(tasks) <= few or workers < 2 or not can_fork():
        yield from map(work, groups)
        return
    with _pool(work, workers) as pool:
        yield from pool.map(_do, groups)


@contextmanager
def _pool(work: Callable[[Any], Any], workers: int) -> Iterator[ProcessPoolExecutor]:
    global _work  # noqa: PLW0603  # the only way to hand a worker what cannot be pickled
    _work = work
    # The collector would touch, and so copy, every page of memory that workers share.
    gc.freeze()
    sys.stdout.flush()
    sys.stderr.flush()
    try:
        with ProcessPoolExecutor(workers, multiprocessing.get_context("fork")) as pool:
            yield pool
    finally:
        _work = None
        gc.unfreeze()


def _do(group: Sequence[Any]) -> Any:
    if _work is None:
        raise RuntimeError("a worker was started without work")
    return _work(group)
