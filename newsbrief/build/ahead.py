"""What a copy of this process makes ahead of time, one thing after another, until somebody asks how far it has come."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from select import select
from tempfile import TemporaryFile
from typing import IO

from newsbrief.build import plain
from newsbrief.build.workers import attended, can_copy, copied, cores, freeze

# Where each part of a name begins, and where the last one ends.
Places = dict[str, tuple[int, ...]]


class Ahead:
    """Bytes by name, in one or more parts, as far as they were made.

    Nothing is made where there can be no copy, and nothing of it counts where the copy ended before its time. Its files
    have no names, and are gone when nobody has them open.
    """

    def __init__(self) -> None:
        self._copy = self._ask = 0
        self._held: object = None
        self._files: tuple[IO[bytes], IO[bytes]] | None = None
        self._places: Places = {}

    def begin(
        self, names: Iterable[str], make: Callable[[str], tuple[bytes, ...]], room: Path, held: object = None
    ) -> None:
        """Begin with the first of the names; the last may not come to its turn.

        `room`: a folder for files. `held`: what is not let go of meanwhile. It would have to be copied: a process
        writes even into what it frees.
        """
        if cores() < 2 or not can_copy():
            return
        freeze()
        self._held = held
        self._files = TemporaryFile(dir=room), TemporaryFile(dir=room)  # noqa: SIM115  # open as long as this is there
        asked, self._ask = os.pipe()
        self._copy = copied(partial(_made, asked, self._ask, names, make, self._files))
        os.close(asked)

    def settle(self) -> None:
        """End it, to have what there is; copies of this process that are made later have it, too."""
        if not self._copy or not self._files:
            return
        os.close(self._ask)
        status, self._copy = os.waitpid(self._copy, 0)[1], 0
        self._held = None
        if status == 0:
            self._files[1].seek(0)
            self._places = plain.read(self._files[1].read(), Places)

    def get(self, name: str) -> tuple[bytes, ...] | None:
        """What was made of a name, if it was made and is anything."""
        found = self._places.get(name)
        if found is None or not self._files:
            return None
        data = os.pread(self._files[0].fileno(), found[-1] - found[0], found[0])
        return tuple(data[start - found[0] : end - found[0]] for start, end in pairwise(found)) or None


def _made(
    asked: int,
    ask: int,
    names: Iterable[str],
    make: Callable[[str], tuple[bytes, ...]],
    files: tuple[IO[bytes], IO[bytes]],
) -> bool:
    os.close(ask)  # or it would never hear that nobody else has it any more
    data, index = files
    places: dict[str, list[int]] = {}
    at = 0
    for name in attended(names):
        if select([asked], [], [], 0)[0]:
            break
        places[name] = [at]
        for part in make(name):
            at += data.write(part)
            places[name].append(at)
    data.flush()
    index.write(plain.written(places))
    index.flush()
    return True
