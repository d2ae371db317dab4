"""What tests of all processes read and none changes: made by the first that asks, in the folder of the run.

The others wait for it: to make it takes them as long. Whoever wants to change some of it copies it.
"""

from __future__ import annotations

import os
import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from newsbrief.site.build import lock

Made = TypeVar("Made")


def folder_of_run(factory: pytest.TempPathFactory) -> Path:
    """The folder of all processes of this run of pytest; each has one of its own in there."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Made]) -> Made:
    """What `make` gave for an empty folder, in whatever process of the run."""
    return made_in(folder_of_run(factory) / "shared" / name, make)


def made_in(room: Path, make: Callable[[Path], Made]) -> Made:
    """The same for a folder of its own; a copy, as pickle makes it, for whoever did not make it.

    What goes wrong is raised, and tried again by the next that asks.
    """
    with lock.acquire(room, lambda: None):
        kept = room / "made"
        if kept.is_file():
            found: Made = pickle.loads(kept.read_bytes())  # noqa: S301  # written below
            return found
        made = make(Path(tempfile.mkdtemp(dir=room)))
        kept.write_bytes(pickle.dumps(made))
        return made
