"""Work that ends its worker, for tests of the crew: what an item says, the worker does."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from newsbrief.archive import annotation
from newsbrief.archive.item import Item, Parcel, Place, Row


def work(item: Item) -> Row:
    """Do what the item says, and give its words back."""
    words = item.data.decode()
    verb, _, rest = words.partition(" ")
    if verb == "die" or (verb == "die-once" and _first(Path(rest))):
        os.kill(os.getpid(), signal.SIGKILL)
    if verb == "tell":
        _tell(Path(rest))
    if verb == "die-beside":
        _die_beside(*map(Path, rest.split()))
    if verb == "spin":
        while True:
            pass
    if verb == "sleep":
        time.sleep(600)
    if verb == "eat":
        eaten = bytearray(8 << 30)
        return annotation.written({"id": "eaten", "size": len(eaten)})
    return annotation.written({"id": words})


def rows(items: tuple[Item, ...], lang: str, version: str) -> list[Row]:
    """As a worker of a cluster does it."""
    return [work(item) for item in items]


def guarded(item: Item) -> Row:
    """As `work`, with what annotation does about memory."""
    try:
        return work(item)
    except MemoryError:
        return annotation.failed(item, "memory")


def parcels(*words: str, size: int = 2) -> list[Parcel]:
    """Words as items, so many a parcel."""
    items = [Item("raw", f"{number}.txt", "", word.encode()) for number, word in enumerate(words)]
    groups = [tuple(items[at : at + size]) for at in range(0, len(items), size)]
    return [Parcel(group, Place(number), number) for number, group in enumerate(groups, 1)]


def _tell(mark: Path) -> None:
    """Write down who does this, in one step."""
    draft = mark.with_suffix(".new")
    draft.write_text(str(os.getpid()))
    draft.replace(mark)


def _die_beside(mark: Path, again: Path) -> None:
    """End when another worker has told who it is, and tell it the second time."""
    if not _first(mark.with_suffix(".died")):
        _tell(again)
        return
    while not mark.exists():
        os.sched_yield()
    os.kill(os.getpid(), signal.SIGKILL)


def _first(mark: Path) -> bool:
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return False
    return True
