"""The work of a build: files to be made, each job with the key of what it makes them from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from newsbrief.build import files, plain
from newsbrief.build.ledger import Looks, looks_of
from newsbrief.build.turns import in_turn

# A worker comes to have a copy of all memory that it looks at: after so many jobs it ends, and another begins.
AT_ONCE = 20_000
# Where there are so few, they are pages and files of many briefs, each worth as much as many others.
FEW = 200
# Else so many are taken together: what was made one after the other lies together in memory.
TOGETHER = 50
# So many jobs tell how it is with the others, and this share of them is much to do.
FIRST, MANY = 50, 0.5
# What became of jobs, by their names, as a worker tells it: see `Done`.
Told = dict[str, tuple[str, tuple[str, ...], tuple[Looks | None, ...]]]
Files = Iterable[tuple[str, str | bytes]]
# The files that the last build made of the same, if they still lie there.
Standing = Callable[[str, str], Sequence[str] | None]


class Job(Struct, frozen=True):
    """`name` is the job's own, most often that of its one file; `key` finds out what its files are made of, "" nothing.

    `make` gives each file's path below the output folder, and its text or bytes.
    """

    name: str
    key: Callable[[], str]
    make: Callable[[], Files]


class Done(NamedTuple):
    """A job's key and the names of its files; `looks`: how those look that were made, none where they were kept."""

    key: str
    files: tuple[str, ...]
    looks: tuple[Looks | None, ...]

    @property
    def kept(self) -> bool:
        """Whether its files were not made again."""
        return len(self.looks) < len(self.files)


def do(jobs: Sequence[Job], folder: Path, workers: int, standing: Standing) -> Mapping[str, Done]:
    """Write the files of all jobs below `folder`, but those that stand already; what became of each, by its name."""
    done: dict[str, Done] = {}
    work = partial(_do, folder=folder, standing=standing)
    for start in range(0, len(jobs), AT_ONCE):
        some = jobs[start : start + AT_ONCE]
        left = _asked_here(some, standing, done)
        # What is offered last takes longest: the words of the search, files of all events.
        few = len(left) < FEW
        ordered, batch = (left[::-1], 1) if few else (left, TOGETHER)
        for share in in_turn(work, ordered, workers, folder.parent, batch):
            done |= {name: Done(*of_it) for name, of_it in plain.read(share, Told).items()}
    return done


def _asked_here(jobs: Sequence[Job], standing: Standing, done: dict[str, Done]) -> list[Job]:
    """The jobs that are still to be done. If most of the first ones stand, the others are asked here, too.

    To find out a key takes less time than a copy of this process needs for the memory that it looks at.
    """
    left: list[Job] = []
    for number, job in enumerate(jobs):
        if number >= FIRST and len(left) > number * MANY:
            return [*left, *jobs[number:]]
        key = job.key()
        kept = standing(job.name, key) if key else None
        if kept is None:
            left.append(Job(job.name, partial(str, key), job.make))
        else:
            done[job.name] = Done(key, tuple(kept), ())
    return left


def _do(jobs: Iterable[Job], folder: Path, standing: Standing) -> bytes:
    done: Told = {}
    made: set[str] = set()
    below = f"{folder}/"
    for job in jobs:
        key = job.key()
        kept = standing(job.name, key) if key else None
        done[job.name] = (key, *_made(job, below, made)) if kept is None else (key, tuple(kept), ())
    return plain.written(done)


def _make(folder: str) -> None:
    """Most lie in a folder that is there already: to look at all above each takes longer than to make it."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        _make(folder.rpartition("/")[0])
        _make(folder)


def _made(job: Job, below: str, made: set[str]) -> tuple[tuple[str, ...], tuple[Looks | None, ...]]:
    """Make a job's files; their names, and how each looks. `made`: the folders that are there."""
    names, looks = [], []
    for name, content in job.make():
        path = below + name
        parent = path.rpartition("/")[0]
        if parent not in made:
            _make(parent)
            made.add(parent)
        files.write(path, content.encode("utf-8") if isinstance(content, str) else content)
        names.append(name)
        looks.append(looks_of(path))
    return tuple(names), tuple(looks)
