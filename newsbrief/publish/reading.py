"""All briefs of the site, those that did not change out of memory and the others from their files, on all cores."""

from __future__ import annotations

import os
import pickle
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from newsbrief.build.sources import Source, Sources
from newsbrief.build.turns import as_they_come
from newsbrief.build.workers import freeze
from newsbrief.content.folders import brief_paths
from newsbrief.content.library import read_or_refused, sorted_out
from newsbrief.memory import Memory
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.publish.console import BuildError
from newsbrief.publish.read_ahead import ReadAhead

# So many a process reads at a time.
TOGETHER = 100
# So many lie in memory twice at most.
AT_ONCE = 2000
Read = Entry | tuple[Refusal, ...]


class Shelf(Struct, frozen=True):
    """Where briefs are: below these folders of the content folder. `sources`: all files as they were looked at."""

    content: Path
    folders: Sequence[str]
    memory: Memory
    sources: Sources


def entries(
    shelf: Shelf, workers: int, room: Path, ahead: ReadAhead | None = None
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Every brief in the order of their names, and why others are none. `room`: a folder for what workers find.

    `ahead`: what was read already.

    Raises BuildError where a brief is another one than when the build began.
    """
    content, memory = shelf.content, shelf.memory
    # One that came since the build began is the next one's.
    paths = [path for path in brief_paths(content, shelf.folders) if path in memory.digests]
    recalled = {path: entry for path in paths if (entry := memory.recall(path))}
    read: dict[str, Read] = dict(recalled)
    if ahead is not None:
        ahead.settle()
    if ahead is not None and ahead.content == content:
        there = {path: entry for path in paths if path not in read and (entry := _understood(ahead, path, memory))}
        hold(content, memory.raw_folder, shelf.sources, there)
        read |= there
    left = [path for path in paths if path not in read]
    for some, written in as_they_come(partial(_written, content, memory), left, workers, room, TOGETHER):
        read |= _read(content, written, memory)
        hold(content, memory.raw_folder, shelf.sources, {path: read[path] for path in some})
        if len(memory.new) >= AT_ONCE:
            memory.settle()
            freeze()
    memory.settle()
    return sorted_out(read[path] for path in paths)


def hold(content: Path, raw_folder: str, sources: Sources, read: Mapping[str, Read]) -> None:
    """What was read must be what the build goes by: it would be taken for that by all builds to come.

    `read`: briefs by their paths below the content folder. Raises BuildError.
    """
    above = f"{content}{os.sep}"
    for path, one in read.items():
        raw = one.brief.raw.file if isinstance(one, Entry) and one.brief.raw else ""
        for name in (path, f"{raw_folder}/{raw}") if raw else (path,):
            file = f"{above}{name}".replace("/", os.sep)
            source = sources.get(file)
            if source is not None and not _as_it_was(file, source):
                raise BuildError(f"{content.name}/{name}: was saved while the site was being built; build again")


def _as_it_was(file: str, source: Source) -> bool:
    try:
        looks = os.stat(file)  # noqa: PTH116  # ten thousand times, and to make a Path takes longer than to look
    except OSError:
        return False
    return (looks.st_size, looks.st_mtime_ns, looks.st_ino) == (source.size, source.changed, source.number)


def _understood(ahead: ReadAhead, path: str, memory: Memory) -> Entry | None:
    data = ahead.get(path, memory.digests[path])
    entry = memory.understand(path, data) if data is not None else None
    if entry is not None and data is not None:
        memory.keep(path, data)
    return entry


def _read(content: Path, written: bytes, memory: Memory) -> Mapping[str, Read]:
    found: dict[str, Read] = {}
    for path, value in pickle.loads(written):  # noqa: S301  # our own worker wrote it a moment ago
        entry = memory.understand(path, value) if isinstance(value, bytes) else value
        if isinstance(entry, Entry):
            memory.keep(path, value)
        found[path] = entry if entry is not None else read_or_refused(content, path)
    return found


def _written(content: Path, memory: Memory, paths: Sequence[str]) -> bytes:
    """What the briefs say, as it is kept: an entry is written once, for the other process and for the next build."""
    read = ((path, read_or_refused(content, path)) for path in paths)
    return pickle.dumps([(path, memory.written(one) if isinstance(one, Entry) else one) for path, one in read], 5)
