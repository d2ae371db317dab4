"""What the pages of each brief were made of last, kept beside the output.

Where only the body of a brief changed, its pages are made again from its plate, and no other brief is looked at. A
plate is what `collate` made: it is right as long as the pages that it belongs to are the last build's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from msgspec import Struct, field

from newsbrief.build import plain
from newsbrief.build.pack import Pack
from newsbrief.model.plate import Gist, Plate, gist

Kept = TypeVar("Kept", Plate, Gist)
# So many are written down together: all of them are a lot to have in memory.
AT_ONCE = 5000
# Bytes of a gist's length.
LENGTH = 4


def cast(plate: Plate) -> bytes:
    """A plate as it is kept, behind its gist, of which the length comes first."""
    told = plain.told(gist(plate))
    return b"".join((len(told).to_bytes(LENGTH, "little"), told, plain.told(plate)))


def _part(kept: bytes, kind: type[Plate] | type[Gist]) -> bytes:
    end = LENGTH + int.from_bytes(kept[:LENGTH], "little")
    return kept[LENGTH:end] if kind is Gist else kept[end:]


class Plates(Struct):
    """`tool`: the programs that make them. `new`: values of this build by name, with stamps; `waiting`: its plates.

    They are cast at the end, when a copy of the process may do that while the site is brought into place.
    """

    pack: Pack
    tool: str
    new: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    waiting: dict[str, tuple[str, Plate]] = field(default_factory=dict)

    def get(self, path: str, kind: type[Kept], stamp: Callable[[Kept], str]) -> Kept | None:
        """A brief's plate, or its gist, if it bears the stamp that it should."""
        found = self.pack.newest(path)
        if found is None:
            return None
        try:
            plate = plain.read(_part(found[1], kind), kind)
            return plate if self._full(stamp(plate)) == found[0] else None
        except Exception:  # whatever is wrong with what was kept, all can be made anew
            return None

    def stale(self, stamps: Mapping[str, str]) -> list[str]:
        """The briefs of which no plate bears the stamp given."""
        return [path for path, stamp in stamps.items() if self.pack.stamp(path) != self._full(stamp)]

    def keep(self, path: str, stamp: str, plate: Plate) -> None:
        """Remember a plate."""
        self.waiting[path] = (self._full(stamp), plate)

    def save(self, names: Iterable[str], take: Callable[[Iterable[Any]], Iterable[Any]] = iter) -> bool:
        """Write down what is new; what is not among the names is forgotten.

        `take` gives the plates one by one; False where it did not give them all.
        """
        left = len(self.waiting)
        for path, (stamp, plate) in take(self.waiting.items()):
            self.new[path] = (stamp, cast(plate))
            left -= 1
            if len(self.new) >= AT_ONCE:
                self._settle()
        if left:
            return False
        self.pack.save(self.new, frozenset(names))
        return True

    def _settle(self) -> None:
        """Write down what is new so far, to have it out of the way. Stamps tell which build a plate belongs to."""
        self.pack.save(self.new, frozenset(self.pack.names) | self.new.keys())
        self.pack, self.new = self.pack.again(), {}

    def _full(self, stamp: str) -> str:
        return f"{stamp} {self.tool}"
