"""The register as it is kept beside the output."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from newsbrief.build import files, plain
from newsbrief.model.register import Register

FILE = "register-{}.msgpack"
NAME = 32


class Registering(Struct, frozen=True):
    """A register that somebody has to `write` before the build ends; `name`: by which `read` will know it."""

    name: str
    write: Callable[[], None]


def registering(register: Register, room: Path) -> Registering:
    """Draw a name for it. That of the last build stays until this one is in place: see `forget_others`."""
    name = os.urandom(NAME // 2).hex()

    def write() -> None:
        files.write(str(_file(room, name)), plain.summed(register, name.encode()))

    return Registering(name, write)


def keep(register: Register, room: Path) -> str:
    """Write it at once; gives its name."""
    found = registering(register, room)
    found.write()
    return found.name


def read(room: Path, name: str) -> Register | None:
    """The register of that name; None where there is none."""
    try:
        with files.open_bytes(_file(room, name)) as kept, plain.unsummed(kept) as data, data[NAME:] as rest:
            return plain.read(rest, Register) if data[:NAME] == name.encode() else None
    except Exception:  # whatever is wrong with what was kept, the site can be collated
        return None


def forget_others(room: Path, name: str) -> None:
    """Take away all but the one that belongs to the site."""
    for file in room.glob("register*.msgpack"):
        if file != _file(room, name):
            file.unlink(missing_ok=True)


def _file(room: Path, name: str) -> Path:
    return room / FILE.format(name)
