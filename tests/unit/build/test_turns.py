"""Work that several processes take in turn."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from newsbrief.build.turns import WorkerError, as_they_come, in_turn

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="no copies are made elsewhere"),
    pytest.mark.usefixtures("alone"),
]


def came(work: Callable[[Sequence[int]], bytes], things: Sequence[int], workers: int, room: Path) -> list[bytes]:
    """What comes of ten things at a time, each with what belongs to it."""
    shares = list(as_they_come(work, things, workers, room, 10))
    assert [json.loads(found) for _, found in shares] == [list(some) for some, _ in shares]
    return [found for _, found in shares]


def listed(some: Iterable[int]) -> bytes:
    """The things themselves."""
    return json.dumps(list(some)).encode()


@pytest.mark.parametrize("way", [in_turn, partial(in_turn, batch=7), came])
@pytest.mark.parametrize("count", [0, 1, 30, 190])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_thing_is_done_once(way: Callable[..., list[bytes]], count: int, workers: int, tmp_path: Path) -> None:
    """By however many processes, of which each tells what it did; nothing of theirs stays behind."""
    shares = way(listed, list(range(count)), workers, tmp_path)
    assert sorted(one for share in shares for one in json.loads(share)) == list(range(count))
    assert not list(tmp_path.iterdir())


def test_what_comes_is_looked_at_while_others_go_on(tmp_path: Path) -> None:
    """Here some are done, and what others made in the meantime comes between."""
    here = os.getpid()
    makers = [
        json.loads(found) for _, found in as_they_come(partial(_maker, tmp_path, here), range(40), 2, tmp_path, 10)
    ]
    assert set(makers) > {here}
    assert makers[0] == here


def _maker(room: Path, here: int, _some: Sequence[int]) -> bytes:
    """Who makes it; each waits until the other has begun, or one might do all before that."""
    own, other = (room / "here", room / "there") if os.getpid() == here else (room / "there", room / "here")
    own.touch()
    while not other.exists():
        os.sched_yield()
    return json.dumps(os.getpid()).encode()


def all_of_them(work: Callable[[Sequence[int]], bytes], things: Sequence[int], workers: int, room: Path) -> list[bytes]:
    """What comes, one by one."""
    return [found for _, found in as_they_come(work, things, workers, room, 10)]


@pytest.mark.parametrize("way", [in_turn, all_of_them])
def test_what_fails_in_one_process_fails(way: Callable[..., list[bytes]], tmp_path: Path) -> None:
    """Whichever it is."""
    here, mark = os.getpid(), tmp_path / "begun"

    def work(some: Iterable[int]) -> bytes:
        if os.getpid() != here:
            mark.touch()
            raise ValueError("no")
        while not mark.exists():
            os.sched_yield()
        return b"".join(b"" for _ in some)

    with pytest.raises(WorkerError):
        way(work, list(range(200)), 2, tmp_path)


def test_who_wants_no_more_gets_no_more(tmp_path: Path) -> None:
    """What fails here ends the work of the others, too: nobody waits for all of it."""
    done = as_they_come(partial(_noted, tmp_path), range(10_000), 2, tmp_path, 10)
    first(done)
    done.close()  # type: ignore[attr-defined]
    assert len(list(tmp_path.glob("noted-*"))) < 500


def first(found: Iterator[object]) -> object:
    """What comes first."""
    return next(found)


def _noted(room: Path, some: Sequence[int]) -> bytes:
    (room / f"noted-{some[0]}").touch()
    hashlib.sha256(bytes(5_000_000))  # long enough that all of them are far more than it takes to end
    return b""
