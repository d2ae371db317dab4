"""What the pages of each brief were made of last, kept beside the output.

Where only the body of a brief changed, its pages are made again from its plate, and no other brief is looked at. A
plate is what `collate` made: it is right as long as the pages that it belongs to are the last build's.
"""

from __future__ import annotations

import copyreg
import dataclasses
import io
import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any
from zoneinfo import ZoneInfo

from newsbrief.build.pack import Pack
from newsbrief.memory import understood
from newsbrief.model.pages import BriefPage
from newsbrief.model.quotes import QuotePage
from newsbrief.model.search import Findable

Reduced = tuple[type, tuple[Any, ...]]
Stamp = Callable[["Plate"], str]


@dataclass(frozen=True, slots=True)
class Plate:
    """A brief's page, those of its quotes that have one, and what the search finds of it."""

    page: BriefPage
    quotes: tuple[QuotePage, ...] = ()
    found: tuple[Findable, ...] = ()


class _Ways(dict[type, Callable[[Any], Any]]):
    """How to write down a value of a class of ours: by its fields in their order, which is five times as fast."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        way = copyreg.dispatch_table.get(kind)
        if way is None:
            if not dataclasses.is_dataclass(kind):
                raise KeyError(kind)
            way = _way(kind)
        self[kind] = way
        return way


def _way(kind: type) -> Callable[[Any], Reduced]:
    names = [one.name for one in dataclasses.fields(kind)]
    read = attrgetter(*names)
    alone = len(names) == 1
    return lambda value: (kind, (read(value),) if alone else read(value))


_WAYS = _Ways({ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))})


def cast(plate: Plate) -> bytes:
    """A plate as it is kept."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, 5)
    pickler.dispatch_table = _WAYS
    pickler.dump((plate.page, plate.quotes, plate.found))
    return file.getvalue()


@dataclass(slots=True)
class Plates:
    """`tool`: the programs that make them. `new`: plates of this build, by the path of the brief, with their stamps."""

    pack: Pack
    tool: str
    new: dict[str, tuple[str, bytes]] = field(default_factory=dict)

    def get(self, path: str, stamp: Stamp) -> Plate | None:
        """A brief's plate, if it bears the stamp that it should."""
        found = self.pack.newest(path)
        if found is None:
            return None
        try:
            plate = Plate(*understood(found[1]))
            return plate if self._full(stamp(plate)) == found[0] else None
        except Exception:  # whatever is wrong with what was kept, all can be made anew
            return None

    def stale(self, stamps: Mapping[str, str]) -> list[str]:
        """The briefs of which no plate bears the stamp given."""
        return [path for path, stamp in stamps.items() if self.pack.stamp(path) != self._full(stamp)]

    def keep(self, path: str, stamp: str, data: bytes) -> None:
        """Remember a plate as it is kept."""
        self.new[path] = (self._full(stamp), data)

    def settle(self) -> None:
        """Write down what is new so far, to have it out of the way. Stamps tell which build a plate belongs to."""
        self.pack.save(self.new, frozenset(self.pack.names) | self.new.keys())
        self.pack, self.new = self.pack.again(), {}

    def save(self, names: Iterable[str]) -> None:
        """Write down what is new; what is not among the names is forgotten."""
        self.pack.save(self.new, frozenset(names))

    def _full(self, stamp: str) -> str:
        return f"{stamp} {self.tool}"
