"""What the last build kept of a site, without what a person wrote: it can be read before it is known what changed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from newsbrief.build import code, named
from newsbrief.build.ledger import Ledger
from newsbrief.build.pack import Pack
from newsbrief.model.register import Register
from newsbrief.plates import Plates
from newsbrief.publish import keys
from newsbrief.publish.outline import Outline
from newsbrief.publish.press import MEMORY, OUTLINE, PACKAGE, PLATES, REGISTER


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
    known = named.read(OUTLINE, room, last.made.outline, Outline) if last and last.made else None
    register = named.read(REGISTER, room, known.register, Register) if wholly and known else None
    return Remembered(last, python, tool, Pack(room / MEMORY), Plates(Pack(room / PLATES), tool), known, register)


def forget_failed(room: Path, kept: Remembered) -> None:
    """Take away what builds left that came to nothing; of a mistake in a brief there may be many, one a save."""
    made = kept.last.made if kept.last else None
    named.forget_others(OUTLINE, room, [made.outline] if made else [])
    named.forget_others(REGISTER, room, [kept.outline.register] if kept.outline else [])
