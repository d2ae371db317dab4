"""The files behind the questions: read, changed in one step, and set back; never over what somebody else wrote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct, field

from newsbrief import document
from newsbrief.content.text_files import write_bytes


class Change(Struct, frozen=True):
    """One file before and after; None where there was none. `undone`: what is so again once it is set back."""

    file: Path
    before: bytes | None
    after: bytes
    undone: str


class ChangedElsewhereError(Exception):
    """The file is not as it was when it was read."""


class Files(Struct):
    """Remembers every change of this session."""

    changes: list[Change] = field(default_factory=list)

    def change(self, file: Path, known: bytes | None, edit: Callable[[str], str], undone: str) -> None:
        """Write what `edit` makes of a file that still holds `known`. Line ends and a byte order mark stay.

        Raises ChangedElsewhereError when it does not, and whatever `edit` raises.
        """
        if contents(file) != known:
            raise ChangedElsewhereError
        after = edit(document.as_written(known) if known and known.strip() else "").encode("utf-8")
        if after == known:
            return
        write_bytes(file, after)
        self.changes.append(Change(file, known, after, undone))

    def undo(self) -> Change | None:
        """Set the last change back, byte for byte; None where there is none to undo.

        Raises ChangedElsewhereError, and forgets the change, when somebody else has written the file since.
        """
        if not self.changes:
            return None
        last = self.changes.pop()
        if contents(last.file) != last.after:
            raise ChangedElsewhereError
        if last.before is None:
            last.file.unlink()
        else:
            write_bytes(last.file, last.before)
        return last


def contents(file: Path) -> bytes | None:
    """A file's bytes; None where it is not there."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
