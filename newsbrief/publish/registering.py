"""The register as it is kept beside the output: plain tuples are read five times as fast as values of classes."""

from __future__ import annotations

import pickle
import secrets
from functools import partial
from operator import attrgetter
from pathlib import Path
from typing import Any

from newsbrief.build.workers import Aside
from newsbrief.memory import understood
from newsbrief.model.register import EventRow, QuoteRow, Register, Row, Standing
from newsbrief.model.search import Findable
from newsbrief.publish.outline import digest

FILE = "register.pickle"
DIGEST = 32
# With fewer briefs it is written before a copy has begun.
WORTH_A_COPY = 1000
# They follow one another.
EVENTS, SAID = (Row._fields.index(name) for name in ("events", "said"))
STANDING = Standing.__struct_fields__
BESIDES = tuple(name for name in Register.__struct_fields__ if name not in ("rows", "standing", "undated"))
# A person or thing has no date.
_told = attrgetter(*(name for name in Findable.__struct_fields__ if name != "date"))


class Keeping:
    """A register that a copy of this process writes down, while it goes on with the pages."""

    def __init__(self, register: Register, room: Path) -> None:
        # By which `read` knows it; what is in it only the copy finds out.
        self._name = secrets.token_hex(16)
        self._written = Aside(partial(_keep, register, room, self._name), len(register.rows) >= WORTH_A_COPY)

    def done(self) -> str:
        """Its name; "" where it could not be written."""
        return self._name if self._written.answer else ""


def keep(register: Register, room: Path) -> str:
    """The same at once; gives its name."""
    name = secrets.token_hex(16)
    _keep(register, room, name)
    return name


def _keep(register: Register, room: Path, name: str) -> bool:
    """Write it in one step, with a digest: disks lose bits."""
    standing = [getattr(register.standing, field) for field in STANDING]
    besides = [getattr(register, field) for field in BESIDES]
    undated = list(map(_told, register.undated))
    data = pickle.dumps((name, list(map(_plain, register.rows)), standing, besides, undated), 5)
    draft = room / f"{FILE}.new"
    draft.write_bytes(digest(data).encode() + data)
    draft.replace(room / FILE)
    return True


def _plain(row: Row) -> tuple[Any, ...]:
    own = row._replace(events=tuple(map(tuple, row.events)), said=tuple(map(tuple, row.said)))  # type: ignore[arg-type]  # read again below
    return tuple(own if row.events or row.said else row)


def _row(kept: tuple[Any, ...]) -> Row:
    if kept[EVENTS] or kept[SAID]:
        events, said = tuple(map(EventRow._make, kept[EVENTS])), tuple(map(QuoteRow._make, kept[SAID]))
        kept = (*kept[:EVENTS], events, said, *kept[SAID + 1 :])
    return Row._make(kept)


def read(room: Path, name: str) -> Register | None:
    """The register of that name; None where there is none."""
    try:
        kept = (room / FILE).read_bytes()
        data = kept[DIGEST:]
        found, *parts = understood(data) if kept[:DIGEST] == digest(data).encode() else ("",)
        return _read(*parts) if found == name else None
    except Exception:  # whatever is wrong with what was kept, the site can be collated
        return None


def _read(
    rows: list[tuple[Any, ...]], standing: list[Any], besides: list[Any], undated: list[tuple[Any, ...]]
) -> Register:
    return Register(
        rows=tuple([_row(row) for row in rows]),
        standing=Standing(**dict(zip(STANDING, standing, strict=True))),
        undated=tuple([Findable(*one) for one in undated]),
        **dict(zip(BESIDES, besides, strict=True)),
    )
