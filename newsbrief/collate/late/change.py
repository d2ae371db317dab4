"""What a late change is worked out from, and what is known once it is known to be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

from newsbrief.collate.edition import Edition
from newsbrief.collate.late.standing import Share
from newsbrief.collate.people import People
from newsbrief.collate.persons import Shelf
from newsbrief.collate.things import Things
from newsbrief.model.entry import Entry
from newsbrief.model.plate import Gist, Plate
from newsbrief.model.register import TELLING, Heading, Register, Row, Standing

Value = TypeVar("Value")


class Change(Struct, frozen=True):
    """A brief as it was and as it is, each as it may be shown; None where none was, or is, shown."""

    path: str
    old: Entry | None
    new: Entry | None


@dataclass(frozen=True)
class Desk:
    """`entry`, `plate` and `gist` give a brief that did not change as the last build had it."""

    register: Register
    edition: Edition
    changes: tuple[Change, ...]
    entry: Callable[[str], Entry]
    plate: Callable[[str], Plate]
    gist: Callable[[str], Gist]

    @cached_property
    def changed(self) -> frozenset[str]:
        """The paths of the briefs that changed."""
        return frozenset(change.path for change in self.changes)

    @cached_property
    def others(self) -> tuple[Row, ...]:
        """The rows of all other briefs, newest first."""
        return tuple(row for row in self.register.rows if row.path not in self.changed)

    @cached_property
    def had(self) -> Mapping[str, Row]:
        """The rows that all briefs had, by path."""
        return {row.path: row for row in self.register.rows}

    @cached_property
    def telling(self) -> tuple[Row, ...]:
        """Those of briefs that told, newest first."""
        return tuple(row for row in self.register.rows if row.status in TELLING)

    @cached_property
    def gone(self) -> tuple[Row, ...]:
        """The rows that the changed briefs had."""
        return tuple(row for row in self.register.rows if row.path in self.changed)

    @property
    def old(self) -> tuple[Entry, ...]:
        """The changed briefs as they were."""
        return tuple(change.old for change in self.changes if change.old)

    @property
    def new(self) -> tuple[Entry, ...]:
        """The changed briefs as they are."""
        return tuple(change.new for change in self.changes if change.new)


class Known(Struct, frozen=True):
    """Who is who, and which things have a page.

    `gone` and `come`: what the changed briefs took away and added. How many briefs say what `before` the change,
    without the changed ones (`between`) and `after` it.
    """

    people: People
    things: Things
    gone: tuple[Share, ...]
    come: tuple[Share, ...]
    before: Standing
    between: Standing
    after: Standing


class Asked(dict[str, Value]):
    """Values by the path of their brief; of one that did not change it is asked for once."""

    def __init__(self, own: Mapping[str, Value], ask: Callable[[str], Value]) -> None:
        super().__init__(own)
        self._ask = ask

    def __missing__(self, path: str) -> Value:
        self[path] = value = self._ask(path)
        return value


class Late(Struct, frozen=True):
    """A late change that reaches nothing but neighbours, and pages that are made of many briefs.

    `rows`: of all briefs now, newest first; `telling`: of those that tell; `come`: of the changed ones. `shelf` has
    what all briefs say, and `entries` what they are, each asked for when a page shows it. `headings`: by the numbers
    that rows have, those of the last build first.
    """

    desk: Desk
    who: Known
    shelf: Shelf
    rows: tuple[Row, ...]
    telling: tuple[Row, ...]
    come: tuple[Row, ...]
    entries: Mapping[str, Entry]
    headings: tuple[Heading, ...]

    @property
    def edition(self) -> Edition:
        """For whom the site is."""
        return self.desk.edition

    @property
    def touched(self) -> tuple[Row, ...]:
        """The rows of the changed briefs, as they were and as they are."""
        return (*self.desk.gone, *self.come)

    def before(self, wanted: Callable[[Row], bool]) -> list[Row]:
        """Some rows of the last build's, newest first."""
        return [row for row in self.desk.register.rows if wanted(row)]

    def now(self, wanted: Callable[[Row], bool]) -> list[Row]:
        """Some rows of this build's, newest first."""
        return [row for row in self.rows if wanted(row)]
