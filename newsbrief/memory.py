"""What was read of each brief, kept beside the output: a brief that did not change is not read again.

A brief's entry depends on its own file and on the raw article that it names.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Raw, Struct, field
from msgspec.structs import replace

from newsbrief.build import plain
from newsbrief.build.pack import Pack
from newsbrief.model.entry import Entry
from newsbrief.model.stored import Stored


class Read(Stored, frozen=True):
    """An entry, with the raw article that it was held against, "" for none, and a digest of that one's bytes.

    `plain`: its text is its body, as most are, and is neither written twice nor twice in memory.
    """

    raw: str
    raw_digest: str
    entry: Entry
    plain: bool = False


class _Body(Stored, frozen=True):
    """Of `Brief`, up to its body."""

    title: Raw
    date: Raw
    status: Raw
    slug: Raw
    body: str


class _Bodied(Stored, frozen=True):
    """Of `Entry`."""

    path: Raw
    brief: _Body


class _ReadBody(Stored, frozen=True):
    """A part of `Read`: to make values of all of it takes five times as long."""

    raw: Raw
    raw_digest: Raw
    entry: _Bodied


def written(entry: Entry, raw_digest: str = "") -> bytes:
    """An entry as it is kept; `raw_digest`: of the article that it was held against, if it was held against one."""
    raw = entry.brief.raw.file if entry.brief.raw else ""
    same = entry.text == entry.brief.body
    return plain.written(Read(raw, raw_digest, replace(entry, text="") if same else entry, same))


class Memory(Struct):
    """`digests`: of every file, by its path below the content folder; `tool`: the programs that read it."""

    pack: Pack
    digests: Mapping[str, str]
    raw_folder: str
    tool: str
    new: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def recall(self, path: str) -> Entry | None:
        """A brief's entry, if it was read from the same bytes."""
        data = self.pack.get(path, self._stamp(path))
        return self.understand(path, data) if data is not None else None

    def body(self, path: str) -> str | None:
        """A brief's body alone, if it was read from the same bytes."""
        data = self.pack.get(path, self._stamp(path))
        return plain.read(data, _ReadBody).entry.brief.body if data is not None else None

    def before(self, path: str, digest: str) -> Entry | None:
        """A brief's entry as it was read from bytes with another digest, if that was the last time."""
        data = self.pack.get(path, f"{digest} {self.tool}")
        return self.understand(path, data) if data is not None else None

    def keep_all(self) -> None:
        """Forget nothing: not all was asked for."""
        self.names.update(self.pack.names)

    def understand(self, path: str, data: bytes) -> Entry | None:
        """An entry that was written down, if its raw article is the same still."""
        try:
            found = plain.read(data, Read)
        except Exception:  # whatever is wrong with what was kept, the brief is there to be read
            return None
        if found.raw_digest != self._digest_of_raw(found.raw):
            return None
        self.names.add(path)
        return replace(found.entry, text=found.entry.brief.body) if found.plain else found.entry

    def written(self, entry: Entry) -> bytes:
        """An entry as it is kept."""
        return written(entry, self._digest_of_raw(entry.brief.raw.file) if entry.brief.raw else "")

    def keep(self, path: str, data: bytes) -> None:
        """Remember an entry that was just read, as it is written."""
        self.new[path] = (self._stamp(path), data)

    def save(self) -> None:
        """Write down what was kept; what was neither recalled nor kept is forgotten."""
        self.pack.save(self.new, frozenset(self.names))

    def settle(self) -> None:
        """Write down what was kept, to have it from there: a process with all entries in it twice is a large one."""
        anything = bool(self.new)
        self.save()
        if anything:
            self.pack, self.new = self.pack.again(), {}

    def _stamp(self, path: str) -> str:
        return f"{self.digests.get(path, '')} {self.tool}"

    def _digest_of_raw(self, raw: str) -> str:
        return self.digests.get(f"{self.raw_folder}/{raw}", "") if raw else ""
