"""Copies of a process: what they answer, and what becomes of it when they do not."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from newsbrief.build.workers import Aside, Told, attended, can_copy, copied, in_a_copy

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
    told = Told(lambda: _bytes(killed=False), worth=worth)
    assert told.answer is told.answer
    assert told.answer == _bytes(killed=False)


@pytest.mark.usefixtures("alone")
def test_what_a_killed_copy_did_not_tell_is_found_out_here() -> None:
    """The build goes on as if there had been none."""
    here = os.getpid()
    assert Told(lambda: _bytes(os.getpid() != here), worth=True).answer == _bytes(killed=False)


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("worth", [True, False])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_copy_answers_one_question_after_another(worth: bool, order: tuple[int, ...]) -> None:
    """In whatever order they are asked for; what was found out for one is there for the next."""
    found: list[int] = []

    def question(number: int) -> bytes:
        found.append(number)
        return repr(found).encode()

    told = Told(*(partial(question, number) for number in range(3)), worth=worth)
    assert {number: told.answers(number) for number in order} == {0: b"[0]", 1: b"[0, 1]", 2: b"[0, 1, 2]"}
    assert bool(found) is not worth


@pytest.mark.usefixtures("alone")
def test_what_a_copy_told_before_it_was_killed_counts() -> None:
    """The rest is found out here."""
    here = os.getpid()
    told = Told(lambda: str(os.getpid()).encode(), lambda: _bytes(os.getpid() != here), worth=True)
    assert told.answers(1) == _bytes(killed=False)
    assert told.answers(0) != str(here).encode()


@pytest.mark.usefixtures("alone")
def test_nothing_is_done_any_more_when_it_was_ended(tmp_path: Path) -> None:
    """The copy is gone by then, without a word, whether it had told all or not."""

    def later() -> bytes:
        (tmp_path / "later").touch()
        return b""

    told = Told(lambda: b"x" * 100_000, later, worth=True)
    copy = told._copy
    told.end()
    assert not (tmp_path / "later").exists()
    with pytest.raises(ChildProcessError):
        os.waitpid(copy, os.WNOHANG)


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


def test_copy_of_what_was_killed_makes_no_more(tmp_path: Path) -> None:
    """It may have something in hand; then it stops, since another build may have begun."""
    line, far = os.pipe()
    middle = os.fork()
    if not middle:
        here = os.getpid()
        copied(lambda: _count(tmp_path / "count", far, here))
        os.close(far)
        signal.pause()
        os._exit(0)
    os.close(far)
    os.read(line, 1)
    os.kill(middle, signal.SIGKILL)
    os.waitpid(middle, 0)
    assert os.read(line, 1) == b""  # the copy, which alone has the other end, is gone
    os.close(line)
    assert (tmp_path / "count").read_text("utf-8") == "1"


def _count(file: Path, line: int, above: int) -> bool:
    """Say that there is one, and be still at it when the process above is gone."""
    count = 0
    for _ in attended(range(1000)):
        count += 1
        os.write(line, b".")
        while os.getppid() == above:
            os.sched_yield()
    file.write_text(str(count), "utf-8")
    return True
