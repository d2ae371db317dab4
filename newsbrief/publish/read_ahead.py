"""Briefs read ahead: a copy of a first build begins to read them while it loads Pelican and looks at all files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from newsbrief.build import sources
from newsbrief.build.ahead import Ahead
from newsbrief.content import files
from newsbrief.content.folders import brief_paths
from newsbrief.content.library import read_or_refused
from newsbrief.document import MAX_BYTES
from newsbrief.memory import written
from newsbrief.model.entry import Entry

# Under this name it is handed on in Pelican's settings.
KEY = "NEWSBRIEF_READ_AHEAD"


class ReadAhead(Struct, frozen=True):
    """What was read of the briefs below a content folder, by their path in it, as far as it went."""

    content: Path
    ahead: Ahead

    def settle(self) -> None:
        """End it, to have what there is."""
        self.ahead.settle()

    def get(self, path: str, digest: str) -> bytes | None:
        """A brief's entry as it is kept, if it was read from the bytes that the build goes by."""
        found = self.ahead.get(path)
        return found[1] if found and found[0].decode() == digest else None


def read_ahead(content: Path, folders: Sequence[str], room: Path) -> ReadAhead:
    """Begin to read; `room`: a folder for files, which is made if need be."""
    room.mkdir(parents=True, exist_ok=True)
    ahead = Ahead()
    ahead.begin(_paths(content, folders), partial(_read, content), room)
    return ReadAhead(content, ahead)


def _paths(content: Path, folders: Sequence[str]) -> Iterator[str]:
    # In the copy: to look for ten thousand of them takes a while.
    yield from brief_paths(content, folders)


def _read(content: Path, path: str) -> tuple[bytes, ...]:
    """The digest of a brief's bytes, and its entry. Nothing of what has to be looked at again.

    That is what was refused, and what was held against a raw article: it may be another one by then.
    """
    try:
        data = files.read(content / path, MAX_BYTES)
    except (OSError, files.TooLargeError):
        return ()
    one = read_or_refused(content, path, data=data)
    if not isinstance(one, Entry) or one.brief.raw:
        return ()
    return sources.digest(data).encode(), written(one)
