"""What was read of each brief, kept beside the output: a brief that did not change is not read again.

A brief's entry depends on its own file and on the raw article that it names. Entries are pickled; only our own plain
values are ever made of them again.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from newsbrief.build.pack import Pack
from newsbrief.model.entry import Entry

Reduced = tuple[type, tuple[Any, ...]]
# What entries are made of besides our own models.
PLAIN = {
    *(("datetime", name) for name in ("date", "time", "datetime", "timedelta", "timezone")),
    *(("builtins", name) for name in ("frozenset", "set")),
    ("zoneinfo", "ZoneInfo._unpickle"),
    ("zoneinfo", "ZoneInfo"),
}


# Else a zone is found in memory, where another process does not look.
_WAYS: dict[type, Callable[[Any], Reduced]] = {ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))}


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        return _part(module, name)


# Each brief asks for the same few.
@cache
def _part(module: str, name: str) -> Any:
    if module.startswith("newsbrief.model.") or (module, name) in PLAIN:
        found = pickle.Unpickler(io.BytesIO()).find_class(module, name)  # noqa: S301  # it looks a name up, and no more
        # What a room of models has taken from elsewhere, or what lies below that, is none.
        if (module, name) in PLAIN or (isinstance(found, type) and found.__module__ == module):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no part of a brief")


def understood(data: bytes) -> Any:
    """A value that was pickled: ours, and nothing that would run anything. Raises whatever comes of wrong bytes."""
    return _Reader(io.BytesIO(data)).load()


def written_down(value: object) -> bytes:
    """A value as `understood` reads it."""
    file = io.BytesIO()
    pickler = pickle.Pickler(file, 5)
    pickler.dispatch_table = _WAYS
    pickler.dump(value)
    return file.getvalue()


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
            raw, raw_digest, entry = understood(data)
        except Exception:  # whatever is wrong with what was kept, the brief is there to be read
            return None
        if raw_digest != self._digest_of_raw(raw) or not isinstance(entry, Entry):
            return None
        self.names.add(path)
        return entry

    def written(self, entry: Entry) -> bytes:
        """An entry as it is kept."""
        raw = entry.brief.raw.file if entry.brief.raw else ""
        return written_down((raw, self._digest_of_raw(raw), entry))

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
