"""The work of a build: files to be made, each job with the key of what it makes them from."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newsbrief.build.workers import spread

Files = Iterable[tuple[str, str | bytes]]


@dataclass(frozen=True, slots=True)
class Job:
    """`name` is the job's own, most often that of its one file; `key` tells all that its files are made of.

    `make` gives each file's path below the output folder, and its text or bytes.
    """

    name: str
    key: str
    make: Callable[[], Files]


def do(jobs: Sequence[Job], folder: Path, workers: int) -> dict[str, tuple[str, ...]]:
    """Write the files of all jobs below `folder`; the names of each job's files, by the job's."""
    shares = spread(partial(_do, folder=folder), jobs, workers, folder.parent)
    return {name: tuple(files) for share in shares for name, files in json.loads(share).items()}


def _do(jobs: Iterable[Job], folder: Path) -> bytes:
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
        done[job.name] = names
    return json.dumps(done).encode()
