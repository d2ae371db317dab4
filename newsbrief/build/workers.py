"""Copies of this process: whether there may be any, and what they find out while it goes on."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from typing import TypeVar

# Not more: a machine that is busy with other things would hardly come to it, and it is waited for in the end.
PATIENCE = 5
# Of the length of an answer, and of what is read of one at a time.
SIZE, AT_A_TIME = 8, 1 << 20
Thing = TypeVar("Thing")


class WithoutWordsError(Exception):
    """Ends what a copy does; whoever waits for it knows what to make of it."""


def cores() -> int:
    """How many workers: NEWSBRIEF_JOBS, else the cores that this process may use."""
    asked = os.environ.get("NEWSBRIEF_JOBS", "")
    if asked.isdigit() and int(asked):
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def freeze() -> None:
    """Have the collector never look at what there is, so that a copy of this process shares it for longer."""
    gc.freeze()


def thaw() -> None:
    """Let the collector look again at all that there was when work was spread."""
    gc.unfreeze()


class Aside:
    """A question whose answer a copy of this process finds out while it goes on; `worth`: whether that pays."""

    def __init__(self, question: Callable[[], bool], worth: bool) -> None:
        self._question = question
        self._copy = copied(partial(_patiently, question)) if worth and cores() > 1 and can_copy() else 0

    @cached_property
    def answer(self) -> bool:
        """False, too, where the copy ended before it had one."""
        return os.waitpid(self._copy, 0)[1] == 0 if self._copy else self._question()


def _patiently(question: Callable[[], bool]) -> bool:
    """After whatever cannot wait."""
    os.nice(PATIENCE)
    return question()


class Told:
    """Bytes that a copy of this process finds out while it goes on; `worth`: whether that pays.

    One answer after another. `patient`: all but the first may wait, for whatever cannot.
    """

    def __init__(self, *questions: Callable[[], bytes], worth: bool, patient: bool = False) -> None:
        self._questions, self._answers = questions, list[bytes]()
        self._copy = self._line = 0
        if worth and cores() > 1 and can_copy():
            self._line, far = os.pipe()
            self._copy = copied(partial(_tell, questions, patient, self._line, far))
            os.close(far)

    @property
    def answer(self) -> bytes:
        """That to the first question."""
        return self.answers(0)

    def answers(self, number: int) -> bytes:
        """That to one of the questions; found out here, too, where the copy ended before it had told it."""
        while len(self._answers) <= number:
            told = self._next() if self._copy else None
            self._answers.append(self._questions[len(self._answers)]() if told is None else told)
        return self._answers[number]

    def _next(self) -> bytes | None:
        """What the copy tells next, None where it ended."""
        size = _read(self._line, SIZE)
        told = _read(self._line, int.from_bytes(size, "little")) if len(size) == SIZE else b""
        last = len(self._answers) + 1 == len(self._questions)
        whole = len(size) == SIZE and len(told) == int.from_bytes(size, "little")
        if last or not whole:
            self.end()
        return told if whole else None

    def end(self) -> None:
        """Ask no more; when this is done, so is the copy."""
        if self._copy:
            os.close(self._line)
            os.waitpid(self._copy, 0)
            self._copy = 0


def _read(line: int, size: int) -> bytes:
    """So many bytes, or less at the end of the line."""
    parts = []
    while size and (part := os.read(line, min(size, AT_A_TIME))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _tell(questions: Iterable[Callable[[], bytes]], patient: bool, line: int, far: int) -> bool:
    os.close(line)
    try:
        with open(far, "wb") as told:
            for number, question in enumerate(questions):
                if patient and number == 1:
                    os.nice(PATIENCE)
                answer = question()
                told.write(len(answer).to_bytes(SIZE, "little") + answer)
                told.flush()
    except BrokenPipeError:
        return False  # nobody asks any more
    return True


def attended(things: Iterable[Thing]) -> Iterator[Thing]:
    """In a copy: the things, as long as the process lives that it is a copy of.

    Of one that was killed nobody asks any more what it made, and the next build may have begun.
    """
    parent = os.getppid()
    for thing in things:
        if os.getppid() != parent:
            return
        yield thing


def can_copy() -> bool:
    """Whether this process can be copied as it is.

    A copy of a process with threads may wait for one of them for ever; the libraries of macOS have some of their own.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def in_a_copy(work: Callable[[], bool]) -> bool:
    """What `work` gives, done by a copy of this process, which takes with it all that it came to remember.

    Where there can be no copy, it is done here. False, too, where the copy ended before its time. Ctrl-C ends both.
    """
    if not can_copy():
        return work()
    process = copied(work)
    try:
        return os.waitpid(process, 0)[1] == 0
    except KeyboardInterrupt:
        os.kill(process, signal.SIGINT)
        os.waitpid(process, 0)
        raise


def copied(work: Callable[[], bool]) -> int:
    """Begin work in a copy of this process; gives its number. Its exit status is 0 where `work` gives True."""
    sys.stdout.flush()
    sys.stderr.flush()
    process = os.fork()
    if process:
        return process
    status = 1
    try:
        status = 0 if work() else 1
    except (KeyboardInterrupt, WithoutWordsError):
        pass  # whoever pressed the keys knows, or waits
    except BaseException as error:  # the other process is told by the status alone
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
