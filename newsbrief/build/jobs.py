"""The work of a build: files to be made, each job with the key of what it makes them from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct, field

from newsbrief.build import plain
from newsbrief.build.looks import Looks, looks_of
from newsbrief.build.results import Results
from newsbrief.build.turns import in_turn
from newsbrief.content import files

# A worker comes to have a copy of all memory that it looks at: after so many jobs it ends, and another begins.
AT_ONCE = 20_000
# Where there are so few, they are pages and files of many briefs, each worth as much as many others.
FEW = 200
# Else so many are taken together: what was made one after the other lies together in memory.
TOGETHER = 50
# So many jobs tell how it is with the others, and this share of them is much to do.
FIRST, MANY = 50, 0.5
# A file's text, its bytes, or parts that make these together.
Content = str | bytes | Sequence[bytes | memoryview]
Files = Iterable[tuple[str, Content]]
# The files that the last build made of the same, if they still lie there.
Standing = Callable[[str, str], Sequence[str] | None]


class Job(Struct, frozen=True):
    """`name` is the job's own, most often that of its one file; `key` finds out what its files are made of, "" nothing.

    `make` gives each file's path below the output folder, and what is in it.
    """

    name: str
    key: Callable[[], str]
    make: Callable[[], Files]


Take = Callable[[Iterable[Job]], Iterable[Job]]


class Done(Struct):
    """`results`: what became of jobs.

    `looks`: how each file that was made looked when it was; `kept`: the jobs whose files were not made again.
    """

    results: Results = field(default_factory=Results)
    looks: dict[str, Looks | None] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)


def do(jobs: Sequence[Job], folder: Path, workers: int, standing: Standing, take: Take = iter) -> Done:
    """Write the files of all jobs below `folder`, but those that stand already. `take` gives each when it is done."""
    done = Done()
    work = partial(_do, folder=folder, standing=standing, take=take)
    for start in range(0, len(jobs), AT_ONCE):
        some = jobs[start : start + AT_ONCE]
        left = _asked_here(some, standing, done)
        # What is offered last takes longest: the words of the search, files of all events.
        few = len(left) < FEW
        ordered, batch = (left[::-1], 1) if few else (left, TOGETHER)
        for share in in_turn(work, ordered, workers, folder.parent, batch):
            found = plain.read(share, Done)
            done.results.add(found.results)
            done.looks |= found.looks
            done.kept += found.kept
    return done


def _asked_here(jobs: Sequence[Job], standing: Standing, done: Done) -> list[Job]:
    """The jobs that are still to be done. If most of the first ones stand, the others are asked here, too.

    To find out a key takes less time than a copy of this process needs for the memory that it looks at.
    """
    left: list[Job] = []
    for number, job in enumerate(jobs):
        if number >= FIRST and len(left) > number * MANY:
            return [*left, *jobs[number:]]
        key = job.key()
        if not _stands(job, key, standing, done):
            left.append(Job(job.name, partial(str, key), job.make))
    return left


def _stands(job: Job, key: str, standing: Standing, done: Done) -> bool:
    """Whether a job need not be done; it is noted then."""
    kept = standing(job.name, key) if key else None
    if kept is None:
        return False
    done.results.note(job.name, key, kept)
    done.kept.append(job.name)
    return True


def _do(jobs: Iterable[Job], folder: Path, standing: Standing, take: Take) -> bytes:
    done = Done()
    folders: set[str] = set()
    below = f"{folder}/"
    for job in take(jobs):
        key = job.key()
        if not _stands(job, key, standing, done):
            made = _made(job, below, folders)
            done.results.note(job.name, key, made)
            done.looks.update(made)
    return plain.written(done)


def _parts(content: Content) -> Sequence[bytes | memoryview]:
    if isinstance(content, str):
        return (content.encode("utf-8"),)
    return (content,) if isinstance(content, bytes) else content


def _make(folder: str) -> None:
    """Most lie in a folder that is there already: to look at all above each takes longer than to make it."""
    try:
        os.mkdir(folder)
    except FileExistsError:
        pass
    except FileNotFoundError:
        _make(folder.rpartition("/")[0])
        _make(folder)


def _made(job: Job, below: str, folders: set[str]) -> dict[str, Looks | None]:
    """Make a job's files; how each looks, by its name. `folders`: those that are there."""
    looks = {}
    for name, content in job.make():
        path = below + name
        parent = path.rpartition("/")[0]
        if parent not in folders:
            _make(parent)
            folders.add(parent)
        files.write(path, *_parts(content))
        looks[name] = looks_of(path)
    return looks
