"""Which key does what: briefs and their questions one after another, every answer written at once, and undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from newsbrief import document
from newsbrief.check import Seen
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.review import asking, deciding
from newsbrief.review.files import ChangedElsewhereError, Files
from newsbrief.review.modes import Mode
from newsbrief.review.questions import Question
from newsbrief.review.sayings import Said

LAST = "This was the last brief; q ends, p goes back."
AS_BEFORE = "That is what the file says already; nothing was written."
CHANGED = "The file was changed elsewhere; this is how it is now. Nothing was written."


class Opened(Struct, frozen=True):
    """A brief as it is now: its bytes and its questions. `entry` and `seen` are None for a file that is refused."""

    path: str
    file: Path
    data: bytes | None
    asked: tuple[Question, ...]
    title: str = ""
    entry: Entry | None = None
    seen: Seen | None = None


class Shelf(Protocol):
    """Where the briefs come from."""

    @property
    def paths(self) -> Sequence[str]:
        """The briefs to ask about, below the content folder."""

    @property
    def people_file(self) -> Path:
        """content/people.yaml, whether it is there or not."""

    def open(self, path: str) -> Opened:
        """Read a brief anew."""

    def names_like(self, name: str) -> Sequence[str]:
        """The people of all briefs whose names share a word with this one, those who share most first."""

    def people_changed(self) -> None:
        """Read people.yaml anew."""


class OpenEditor(Struct, frozen=True):
    """The terminal shall open a file at a line, and come back."""

    file: Path
    line: int


@dataclass(slots=True)
class Session:
    """`by` and `today` are written where a brief is approved. `done`: the person has left.

    `refused`: the answer to this key could not be written, and `message` says why.
    """

    shelf: Shelf
    by: str
    today: dt.date
    files: Files = field(default_factory=Files)
    brief: int = 0
    place: int = 0
    mode: Mode | None = None
    message: str = ""
    done: bool = False
    helping: bool = False
    refused: bool = False
    answered: set[tuple[str, tuple[str, str, str]]] = field(default_factory=set)
    places: list[tuple[int, int]] = field(default_factory=list)
    opened: Opened = field(init=False)

    def __post_init__(self) -> None:
        self.opened = self.shelf.open(self.shelf.paths[0])

    @property
    def question(self) -> Question:
        """The one that is asked now."""
        return self.opened.asked[self.place]

    def press(self, key: str) -> OpenEditor | None:
        """What a key does: a sign, or one of enter, escape, backspace, clear, word, left, right, up, down."""
        if self.helping:
            self.helping = False
            return None
        self.message, self.refused = "", False
        if self.mode is not None:
            asking.press(self, self.mode, key)
            return None
        key = " " if key == "s" else key
        if key == "e":
            return OpenEditor(self.opened.file, self.question.line)
        if key.isdigit() and key != "0":
            deciding.choose(self, int(key) - 1)
        elif key in self.keys() and key in deciding.COMMANDS:
            deciding.COMMANDS[key](self)
        elif key in self.keys():
            self._walk(key)
        else:
            self.message = "This key does nothing here; ? lists those that do."
        return None

    def keys(self) -> dict[str, str]:
        """The keys of this question, each with what it does."""
        return deciding.keys(self)

    def passed_over(self) -> int:
        """How many quotes and events of this brief were not said to be right."""
        facts = (one for one in self.opened.asked if one.kind in ("quote", "missing quote", "event"))
        return sum((self.opened.path, one.key) not in self.answered for one in facts)

    def _walk(self, key: str) -> None:
        """The keys that write nothing."""
        steps = {"y": self.right, " ": self.skip, "p": self.back, "N": self.next_brief, "u": self.undo}
        if key == "?":
            self.helping = True
        elif key == "q":
            self.done = True
        else:
            steps[key]()

    def right(self) -> None:
        """It is so; where the desk was not sure, that is written down."""
        key = self.question.key
        if deciding.confirm(self):
            self.answered.add((self.opened.path, key))
            self.skip()

    def skip(self) -> None:
        """The next question, of the next brief after the last."""
        if self.place + 1 < len(self.opened.asked):
            self.place += 1
        else:
            self.next_brief()

    def back(self) -> None:
        """The question before."""
        if self.place:
            self.place -= 1
        elif self.brief:
            self.go(self.brief - 1)
            self.place = len(self.opened.asked) - 1
        else:
            self.message = "This is the first question."

    def next_brief(self, said: str = "") -> None:
        """The first question of the next brief; `said`: what to tell of the last."""
        self.message = said
        if self.brief + 1 < len(self.shelf.paths):
            self.go(self.brief + 1)
        else:
            self.message = f"{said}. {LAST}" if said else LAST

    def undo(self) -> None:
        """Set back the last change."""
        try:
            change = self.files.undo()
        except ChangedElsewhereError:
            self.places.pop()
            self.reload()
            self.message = "The file was changed elsewhere since; it is not undone."
            return
        if change is None:
            self.message = "There is nothing to undo."
            return
        if change.file == self.shelf.people_file:
            self.shelf.people_changed()
        brief, place = self.places.pop()
        self.go(brief)
        self.place = min(place, len(self.opened.asked) - 1)
        self.answered.discard((self.opened.path, self.question.key))
        self.message = f"Undone: {change.undone}."

    def enter(self, mode: Mode) -> None:
        """Ask something else first."""
        self.mode = mode

    def refuse(self, reason: str) -> None:
        """Say why the answer is not written; what was asked for stays open."""
        self.message, self.refused = reason, True

    def change(self, edit: Callable[[Brief], Brief], said: Said) -> bool:
        """Write what `edit` makes of the brief, if nobody else has written it meanwhile."""

        def rewritten(text: str) -> str:
            return document.rewritten(text, edit(document.parse(text)))

        done = self.write(self.opened.file, self.opened.data, rewritten, said)
        reason = self.question.remark
        if done and self.opened.entry is None:
            self.undo()
            self.refuse(f"Not written: {reason}")
            return False
        return done

    def write(self, file: Path, known: bytes | None, edit: Callable[[str], str], said: Said) -> bool:
        """Change a file and look at the brief anew; whether it was done."""
        try:
            before = len(self.files.changes)
            self.files.change(file, known, edit, said.undone)
        except ChangedElsewhereError:
            self.reload()
            self.message = CHANGED
            return False
        except RefusedError as error:
            self.refuse(error.reasons[0][1])
            return False
        written = len(self.files.changes) > before
        if written:
            self.places.append((self.brief, self.place))
        self.reload()
        self.message = f"{said.done}. (u undoes)" if written else AS_BEFORE
        return True

    def reload(self) -> None:
        """Read the brief anew and stay with the question, if it is still asked."""
        key = self.question.key[:2]
        self.opened = self.shelf.open(self.opened.path)
        same = (place for place, one in enumerate(self.opened.asked) if one.key[:2] == key)
        self.place = next(same, min(self.place, len(self.opened.asked) - 1))

    def go(self, brief: int) -> None:
        """The first question of a brief."""
        self.brief, self.place = brief, 0
        self.opened = self.shelf.open(self.shelf.paths[brief])

    def current(self) -> Brief:
        """The brief as it is in the file. Raises RefusedError where it cannot be read."""
        if self.opened.entry is None:
            raise RefusedError((0, "the file cannot be read; open it in the editor"))
        return self.opened.entry.brief
