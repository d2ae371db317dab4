"""Large values of a build, each in a file of its own beside the output, under a name that is drawn.

The ledger knows the names. So what belongs to the site that is there stays until the next one is in its place, and
whoever has a name finds that value or none.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from newsbrief.build import plain
from newsbrief.content import files

Value = TypeVar("Value")
LENGTH = 32


class Named(Struct, frozen=True):
    """A value that somebody has to `write` before the build ends; by its `name` it will be read."""

    name: str
    write: Callable[[], None]


def drawn() -> str:
    """A name that nothing else has."""
    return os.urandom(LENGTH // 2).hex()


def named(kind: str, value: Callable[[], object], room: Path) -> Named:
    """Draw a name for a value of a kind, which is made when it is written. Raises OSError then."""
    name = drawn()

    def write() -> None:
        files.write(str(place(kind, room, name)), plain.summed(value(), name.encode()))

    return Named(name, write)


def keep(kind: str, value: object, room: Path) -> str:
    """Write it at once; gives its name."""
    found = named(kind, lambda: value, room)
    found.write()
    return found.name


def read(kind: str, room: Path, name: str, of: type[Value]) -> Value | None:
    """The value of that name; None where there is none, or it is not what was kept."""
    if not name:
        return None
    try:
        with files.open_bytes(place(kind, room, name)) as kept, plain.unsummed(kept) as data, data[LENGTH:] as rest:
            return plain.read(rest, of) if data[:LENGTH] == name.encode() else None
    except Exception:  # whatever is wrong with what was kept, it can be made anew
        return None


def forget_others(kind: str, room: Path, names: Collection[str]) -> None:
    """Take away all of a kind but those that belong to the site."""
    kept = {place(kind, room, name) for name in names}
    for file in room.glob(f"{kind}*.msgpack"):
        if file not in kept:
            file.unlink(missing_ok=True)


def place(kind: str, room: Path, name: str) -> Path:
    """The file of that name."""
    return room / f"{kind}-{name}.msgpack"
