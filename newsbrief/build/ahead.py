"""What a copy of this process makes ahead of time, one thing after another, until somebody asks how far it has come."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import pairwise
from pathlib import Path
from select import select

from newsbrief.build.workers import can_copy, copied, cores, freeze

# Where each part of a value begins in the file, and where the last one ends.
Places = Mapping[str, tuple[int, ...]]


class Ahead:
    """Texts by name, each name's in one order, as far as they were made.

    They lie in a file, which is gone when the process ends. Nothing is made where there can be no copy, and nothing of
    it counts where the copy ended before its time.
    """

    def __init__(self) -> None:
        self._copy = self._ask = self._data = 0
        self._file = Path()
        self._places: Places = {}

    def begin(self, names: Iterable[str], make: Callable[[str], tuple[str, ...]], file: Path) -> None:
        """Begin with the first of the names; the last may not come to its turn."""
        if cores() < 2 or not can_copy():
            return
        freeze()
        self._file = file
        asked, self._ask = os.pipe()
        self._copy = copied(partial(_made, asked, self._ask, names, make, file))
        os.close(asked)

    def settle(self) -> None:
        """End it, to have what there is; copies of this process that are made later have it, too."""
        if not self._copy:
            return
        os.close(self._ask)
        status, self._copy = os.waitpid(self._copy, 0)[1], 0
        if status == 0:
            self._data = os.open(self._file, os.O_RDONLY)
            self._places = json.loads(_index(self._file).read_bytes())
        for file in (self._file, _index(self._file)):
            file.unlink(missing_ok=True)

    def get(self, name: str) -> tuple[str, ...] | None:
        """What was made of a name, if it was made."""
        found = self._places.get(name)
        if found is None:
            return None
        data = os.pread(self._data, found[-1] - found[0], found[0])
        cuts = [place - found[0] for place in found]
        return tuple(data[start:end].decode() for start, end in pairwise(cuts))


def _index(file: Path) -> Path:
    return file.with_suffix(".index")


def _made(asked: int, ask: int, names: Iterable[str], make: Callable[[str], tuple[str, ...]], file: Path) -> bool:
    os.close(ask)  # or it would never hear that nobody else has it any more
    places: dict[str, list[int]] = {}
    at = 0
    with file.open("wb") as handle:
        for name in names:
            if select([asked], [], [], 0)[0]:
                break
            places[name] = [at]
            for text in make(name):
                at += handle.write(text.encode())
                places[name].append(at)
    _index(file).write_text(json.dumps(places))
    return True
