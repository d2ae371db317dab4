"""The work of a build: files to be made, each job with the key of what it makes them from, on all cores."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Fewer jobs than this are done before a second process has started.
WORTH_A_WORKER = 40
Files = Iterable[tuple[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class Job:
    """`name` is the job's own, most often that of its one file; `key` tells all that its files are made of.

    `make` gives each file's path below the output folder, and its text or bytes.
    """

    name: str
    key: str
    make: Callable[[], Files]


class WorkerError(Exception):
    """A worker ended before its work was done; what it said stands above."""


def cores() -> int:
    """How many workers: NEWSBRIEF_JOBS, else the cores that this process may use."""
    asked = os.environ.get("NEWSBRIEF_JOBS", "")
    if asked.isdigit() and int(asked):
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def do(jobs: Sequence[Job], folder: Path, workers: int) -> dict[str, tuple[str, ...]]:
    """Write the files of all jobs below `folder`; the names of each job's files, by the job's.

    Raises what a job raises, or WorkerError for one that was done in another process.
    """
    count = min(workers, len(jobs) // WORTH_A_WORKER) if _can_fork() else 0
    if count < 2:
        return _do(jobs, folder)
    gc.collect()
    gc.freeze()  # what is never looked at by the collector stays shared between the processes
    reports = [folder.with_name(f"{folder.name}.{number}") for number in range(1, count)]
    started = [_start(jobs[number::count], folder, report) for number, report in enumerate(reports, 1)]
    try:
        done = _do(jobs[0::count], folder)
    finally:
        ended = [os.waitpid(process, 0)[1] for process in started]
        gc.unfreeze()
    if any(ended):
        raise WorkerError("a page could not be written; the reason stands above")
    for report in reports:
        done.update((name, tuple(files)) for name, files in json.loads(report.read_text("utf-8")).items())
        report.unlink()
    return done


def _can_fork() -> bool:
    # Where threads run, or the system's own libraries have some, a copy of the process may wait for them for ever.
    return hasattr(os, "fork") and sys.platform == "linux"


def _start(jobs: Sequence[Job], folder: Path, report: Path) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        report.write_text(json.dumps(_do(jobs, folder)), "utf-8")
        status = 0
    except BaseException as error:  # the parent is told by the status alone
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _do(jobs: Iterable[Job], folder: Path) -> dict[str, tuple[str, ...]]:
    done = {}
    made: set[str] = set()
    for job in jobs:
        names = []
        for name, content in job.make():
            path = f"{folder}/{name}"
            parent = path.rpartition("/")[0]
            if parent not in made:
                os.makedirs(parent, exist_ok=True)
                made.add(parent)
            with open(path, "wb") as handle:
                handle.write(content.encode("utf-8") if isinstance(content, str) else content)
            names.append(name)
        done[job.name] = tuple(names)
    return done
