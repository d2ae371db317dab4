"""Copies of a process: what they answer, and what becomes of it when they do not."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsbrief.build.workers import Aside, Told, WorkerError, can_copy, in_a_copy, in_turn, spread

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no copies are made elsewhere")


def _killed() -> bool:
    os.kill(os.getpid(), signal.SIGKILL)
    return True


def _failed() -> bool:
    raise ValueError("no")


QUESTIONS: list[tuple[Callable[[], bool], bool]] = [
    (lambda: True, True),
    (lambda: False, False),
    (_failed, False),
    (_killed, False),
]


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the command: pytest's own threads do not count, and there are two cores."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setenv("NEWSBRIEF_JOBS", "2")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_copy_gives_the_answer(question: Callable[[], bool], answer: bool) -> None:
    """No where it ended before it had one; nothing that it does happens to this process."""
    assert in_a_copy(question) is answer
    assert Aside(question, worth=True).answer is answer


def _bytes(killed: bool) -> bytes:
    if killed:
        os.kill(os.getpid(), signal.SIGKILL)
    return b"told" * 100_000


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("worth", [True, False])
def test_copy_tells(worth: bool) -> None:
    """More than a pipe holds; asked again, the same."""
    told = Told(lambda: _bytes(killed=False), worth)
    assert told.answer is told.answer
    assert told.answer == _bytes(killed=False)


@pytest.mark.usefixtures("alone")
def test_what_a_killed_copy_did_not_tell_is_found_out_here() -> None:
    """The build goes on as if there had been none."""
    here = os.getpid()
    assert Told(lambda: _bytes(os.getpid() != here), worth=True).answer == _bytes(killed=False)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("way", [in_turn, spread])
@pytest.mark.parametrize("count", [0, 1, 30, 190])
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_thing_is_done_once(way: Callable[..., list[bytes]], count: int, workers: int, tmp_path: Path) -> None:
    """By however many processes, of which each tells what it did; nothing of theirs stays behind."""
    shares = way(lambda some: json.dumps(list(some)).encode(), list(range(count)), workers, tmp_path)
    assert sorted(one for share in shares for one in json.loads(share)) == list(range(count))
    assert len(shares) <= workers
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("way", [in_turn, spread])
def test_what_fails_in_one_process_fails(way: Callable[..., list[bytes]], tmp_path: Path) -> None:
    """Whichever it is."""
    here = os.getpid()

    def work(some: Iterable[int]) -> bytes:
        if os.getpid() != here:
            raise ValueError("no")
        return b"".join(b"" for _ in some)

    with pytest.raises(WorkerError):
        way(work, list(range(200)), 2, tmp_path)


@pytest.mark.usefixtures("alone")
def test_copy_leaves_nothing_behind_but_files(tmp_path: Path) -> None:
    """What it remembers goes with it."""
    remembered: list[int] = []

    def work() -> bool:
        remembered.append(os.getpid())
        (tmp_path / "file").write_text(str(os.getpid()), "utf-8")
        return True

    assert in_a_copy(work)
    assert not remembered
    assert (tmp_path / "file").read_text("utf-8") != str(os.getpid())


@pytest.mark.parametrize("worth", [True, False])
def test_without_copies_it_is_done_here(worth: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process with threads is not copied; what is not worth it is answered when it is asked for, once."""
    monkeypatch.setattr(threading, "active_count", lambda: 2 if worth else 1)
    assert can_copy() is not worth
    asked: list[int] = []

    def ask() -> bool:
        asked.append(os.getpid())
        return True

    aside = Aside(ask, worth)
    assert not asked
    assert aside.answer
    assert aside.answer
    assert asked == [os.getpid()]
    if worth:
        assert in_a_copy(ask)
        assert asked == [os.getpid(), os.getpid()]
