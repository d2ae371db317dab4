"""Workers that end before their time: the output is whole, in order, and nothing waits for ever."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from newsbrief.archive import annotation
from newsbrief.archive.crew import Crew, CrewError, spread
from newsbrief.archive.item import Item, Parcel, Row
from newsbrief.archive.limits import Limits
from tests.unit.archive import deadly

CREW = Crew(2, deadly.guarded, annotation.failed)


def answers(parcels: list[Parcel], crew: Crew = CREW) -> list[str]:
    """What came of each item: its words, or what went wrong with it."""
    found = [row for _, rows in spread(parcels, crew) for row in rows]
    texts = [json.loads(row.data) for row in found]
    return [text["error"].partition(" (")[0] if "error" in text else text["id"] for text in texts]


def test_order(tmp_path: Path) -> None:
    """Rows come in the order of the items, whoever made them and however long it took."""
    words = [f"word {number}" for number in range(101)]
    assert answers(deadly.parcels(*words, size=3)) == words


def test_an_item_that_ends_its_worker_costs_itself() -> None:
    """It is tried twice and reported; its neighbours in the parcel and all other parcels are done."""
    words = ["a", "die", "b", "die", "die", "c", "d"]
    lost = "ended the process that read it"
    assert answers(deadly.parcels(*words, size=3)) == ["a", lost, "b", lost, lost, "c", "d"]


def test_a_worker_that_is_killed_once_costs_nothing(tmp_path: Path) -> None:
    """What a worker had when it was killed is done again, and comes out once."""
    words = ["a", f"die-once {tmp_path / 'mark'}", "b", "c", "d"]
    assert answers(deadly.parcels(*words)) == words


def test_an_item_is_tried_again_by_a_new_worker(tmp_path: Path) -> None:
    """Whoever was there when its worker ended is not trusted with it: the same hand may have ended both."""
    words = [f"tell {tmp_path / 'idle'}", f"die-beside {tmp_path / 'idle'} {tmp_path / 'again'}"]
    assert answers(deadly.parcels(*words, size=1)) == words
    assert (tmp_path / "idle").read_text() != (tmp_path / "again").read_text()


def test_workers_that_are_killed_from_outside() -> None:
    """Whoever is killed, at work or idle, is replaced, and the output is whole."""
    words = [f"word {number}" for number in range(120)]
    before, killed = children(), 0

    def parcels() -> Iterator[Parcel]:
        nonlocal killed
        for number, parcel in enumerate(deadly.parcels(*words, size=3)):
            if number in (12, 25):
                for process in children() - before:
                    if "spawn_main" in command(process):
                        os.kill(process, signal.SIGKILL)
                        killed += 1
            yield parcel

    found = [json.loads(row.data)["id"] for _, rows in spread(parcels(), CREW) for row in rows]
    assert killed == 4
    assert found == words


def test_a_worker_that_cannot_begin() -> None:
    """Work that no worker can load ends the run instead of all items."""
    crew = replace(CREW, work=Unloadable())
    with pytest.raises(CrewError, match="could not begin"):
        answers(deadly.parcels("a", "b"), crew)


class Unloadable:
    """Work that fails when a worker gets it."""

    def __call__(self, item: Item) -> Row:
        raise AssertionError

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return json.loads, ("no JSON",)


def test_an_item_that_takes_too_long() -> None:
    """One that computes without end is ended by its processor time, one that only waits by the clock."""
    crew = replace(CREW, limits=Limits(seconds=0.2, patience=15))
    late = "takes longer than an article may; tried twice"
    assert answers(deadly.parcels("a", "spin", "b", "sleep", "c"), crew) == ["a", late, "b", late, "c"]


def test_an_item_that_takes_too_much_memory() -> None:
    """A worker has only so much memory; an item that wants more is told so and costs itself."""
    assert answers(deadly.parcels("a", "eat", "b")) == ["a", "memory", "b"]


def test_only_so_much_is_read_ahead() -> None:
    """However long the input is, only a few parcels are held: reading waits for writing."""
    ahead = most = 0

    def source() -> list[Parcel]:
        return deadly.parcels(*map(str, range(300)), size=2)

    def counted() -> object:
        nonlocal ahead, most
        for parcel in source():
            ahead += 1
            most = max(most, ahead)
            yield parcel

    for _ in spread(counted(), CREW):  # type: ignore[arg-type]
        ahead -= 1
    assert most <= CREW.jobs * 4


def test_no_worker_outlives_the_work() -> None:
    """When whoever reads the rows stops, every worker has ended."""
    before = children()
    found = spread(deadly.parcels(*["x"] * 100), CREW)
    next(found)
    assert len(children() - before) >= 2
    found.close()  # type: ignore[attr-defined]
    left = [process for process in children() - before if "spawn_main" in command(process)]
    assert left == []


def test_workers_see_when_the_run_is_gone(tmp_path: Path) -> None:
    """A run that is killed leaves no worker behind."""
    room, wake = os.pipe()
    process = os.fork()
    if not process:
        os.close(room)
        found = spread(deadly.parcels(*["x"] * 100), CREW)
        next(found)
        os.write(wake, b"\n".join(str(one).encode() for one in children() if "spawn_main" in command(one)))
        signal.pause()
        os._exit(0)
    os.close(wake)
    workers = [int(line) for line in os.read(room, 1000).split()]
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    assert len(workers) == 2
    for worker in workers:
        ended(worker)


def ended(process: int) -> None:
    """Wait until a process that is no child of ours has ended; a test that hangs fails by its runner's patience."""
    import select

    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return
    ready, _, _ = select.select([handle], [], [], 60)
    os.close(handle)
    assert ready


def children() -> set[int]:
    """The processes that this one began, on Linux."""
    if not Path("/proc/self/task").is_dir():
        pytest.skip("needs Linux's /proc")
    listed = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    return {int(one) for one in listed.read_text().split()}


def command(process: int) -> str:
    """A process's command line."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""
