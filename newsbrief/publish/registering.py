"""The register as it is kept beside the output."""

from __future__ import annotations

import secrets
from pathlib import Path

from newsbrief.build import files, plain
from newsbrief.model.register import Register

FILE = "register.msgpack"
NAME = 32


def keep(register: Register, room: Path) -> str:
    """Write it in one step; gives the name by which `read` knows it."""
    name = secrets.token_hex(NAME // 2)
    draft = room / f"{FILE}.new"
    draft.write_bytes(plain.summed(register, name.encode()))
    draft.replace(room / FILE)
    return name


def read(room: Path, name: str) -> Register | None:
    """The register of that name; None where there is none."""
    try:
        with files.open_bytes(room / FILE) as kept, plain.unsummed(kept) as data, data[NAME:] as rest:
            return plain.read(rest, Register) if data[:NAME] == name.encode() else None
    except Exception:  # whatever is wrong with what was kept, the site can be collated
        return None
