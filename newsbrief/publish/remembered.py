"""What the last build kept of a site, without what a person wrote: it can be read before it is known what changed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from newsbrief.build import code
from newsbrief.build.ledger import Ledger
from newsbrief.build.pack import Pack
from newsbrief.model.register import Register
from newsbrief.plates import Plates
from newsbrief.publish import keys, outline, registering
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import MEMORY, PACKAGE, PLATES


class Remembered(Struct, frozen=True):
    """`last`: the ledger that `outline` and `register` belong to, each None where there is none; `tool`: our programs.

    Of `entries` and `plates` a run asks for those that it needs.
    """

    last: Ledger | None
    python: str
    tool: str
    entries: Pack
    plates: Plates
    outline: Outline | None
    register: Register | None = None


def remembered(room: Path, last: Ledger | None, *, wholly: bool = False) -> Remembered:
    """What lies in the room of a build that has begun. `wholly`: with the register, which not all of them ask for."""
    python = code.python()
    tool = keys.key(python, code.of_folder(PACKAGE))
    plates = Plates(Pack(room / PLATES), tool)
    known = _outline(plates, last)
    register = registering.read(room, known.register) if wholly and known and known.register else None
    return Remembered(last, python, tool, Pack(room / MEMORY), plates, known, register)


def _outline(plates: Plates, last: Ledger | None) -> Outline | None:
    """The outline that the last build kept, if that is the one that the ledger knows."""
    kept = plates.pack.newest(outline.NAME) if last and last.made and last.made.outline else None
    if kept is None or last is None or last.made is None or kept[0] != last.made.outline:
        return None
    try:
        return outline.read(kept[1])
    except Exception:  # whatever is wrong with it, the site can be collated
        return None
