"""Copies of a process: what they answer, and what becomes of it when they do not."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build.workers import Aside, can_copy, in_a_copy

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
