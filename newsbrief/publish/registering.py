"""The register as it is kept beside the output."""

from __future__ import annotations

import secrets
from pathlib import Path

from newsbrief.build import plain
from newsbrief.model.register import Register
from newsbrief.publish.outline import digest

FILE = "register.msgpack"
DIGEST = NAME = 32


def keep(register: Register, room: Path) -> str:
    """Write it in one step, with a digest: disks lose bits. Gives the name by which `read` knows it."""
    name = secrets.token_hex(NAME // 2)
    data = name.encode() + plain.written(register)
    draft = room / f"{FILE}.new"
    draft.write_bytes(digest(data).encode() + data)
    draft.replace(room / FILE)
    return name


def read(room: Path, name: str) -> Register | None:
    """The register of that name; None where there is none."""
    try:
        kept = (room / FILE).read_bytes()
        data = kept[DIGEST:]
        if kept[:DIGEST] != digest(data).encode() or data[:NAME] != name.encode():
            return None
        return plain.read(data[NAME:], Register)
    except Exception:  # whatever is wrong with what was kept, the site can be collated
        return None
