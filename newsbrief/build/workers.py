"""Work on all cores: copies of this process, each with its share, which leave what they found in a file."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

# With fewer things than this for each, the work is done before another process has started.
WORTH_A_WORKER = 40
# Of things that take long, less.
WORTH_A_TURN = 12
# Bytes of a thing's number.
NUMBER = 4
Thing = TypeVar("Thing")
Share = TypeVar("Share")
Work = Callable[[Sequence[Thing]], bytes]


class WorkerError(Exception):
    """A worker ended before its work was done; what it said stands above."""


def cores() -> int:
    """How many workers: NEWSBRIEF_JOBS, else the cores that this process may use."""
    asked = os.environ.get("NEWSBRIEF_JOBS", "")
    if asked.isdigit() and int(asked):
        return int(asked)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Work[Thing], things: Sequence[Thing], workers: int, room: Path) -> list[bytes]:
    """What `work` gives for each share of the things, which are parts of them in their order.

    What was made one after the other lies together in memory: of what one process looks at, the others copy nothing.
    Raises what the work raises, or WorkerError where that was in another process. `room` is a folder for the results.
    """
    count = min(workers, len(things) // WORTH_A_WORKER) if can_copy() else 1
    if count < 2:
        return [work(things)]
    # What the collector never looks at stays shared between the processes. Next to nothing of it is rubbish.
    gc.freeze()
    ends = [len(things) * number // count for number in range(count + 1)]
    return _shared(work, [things[start:end] for start, end in pairwise(ends)], room)


def in_turn(
    work: Callable[[Iterable[Thing]], bytes], things: Sequence[Thing], workers: int, room: Path, batch: int = 1
) -> list[bytes]:
    """The same of things that take longer or less long: each process takes some when it is done with those it had.

    So none waits for another for longer than a batch takes; those that take longest should come first.
    """
    count = min(workers, len(things) // (WORTH_A_TURN if batch == 1 else WORTH_A_WORKER)) if can_copy() else 1
    if count < 2:
        return [work(things)]
    gc.freeze()
    turns, far = os.pipe()
    # Far less than a pipe holds, and a number is read as a whole.
    os.write(far, b"".join(number.to_bytes(NUMBER, "little") for number in range(0, len(things), batch)))
    os.close(far)
    try:
        return _shared(work, [_taken(things, batch, turns)] * count, room)
    finally:
        os.close(turns)


def _taken(things: Sequence[Thing], batch: int, turns: int) -> Iterator[Thing]:
    while number := os.read(turns, NUMBER):
        start = int.from_bytes(number, "little")
        yield from things[start : start + batch]


def _shared(work: Callable[[Share], bytes], shares: Sequence[Share], room: Path) -> list[bytes]:
    """The first share is done here."""
    results = [room / f"worker-{number}" for number in range(1, len(shares))]
    started = [_start(work, share, result) for share, result in zip(shares[1:], results, strict=True)]
    try:
        own = work(shares[0])
    finally:
        failed = [status for status in (os.waitpid(process, 0)[1] for process in started) if status]
    if failed:
        raise WorkerError("a part of the build failed; the reason stands above")
    found = [own, *(result.read_bytes() for result in results)]
    for result in results:
        result.unlink()
    return found


def thaw() -> None:
    """Let the collector look again at all that there was when work was spread."""
    gc.unfreeze()


class Aside:
    """A question whose answer a copy of this process finds out while it goes on; `worth`: whether that pays."""

    def __init__(self, question: Callable[[], bool], worth: bool) -> None:
        self._question = question
        self._copy = copied(question) if worth and cores() > 1 and can_copy() else 0

    @cached_property
    def answer(self) -> bool:
        """False, too, where the copy ended before it had one."""
        return os.waitpid(self._copy, 0)[1] == 0 if self._copy else self._question()


class Told:
    """Bytes that a copy of this process finds out while it goes on; `worth`: whether that pays."""

    def __init__(self, question: Callable[[], bytes], worth: bool) -> None:
        self._question = question
        self._copy = self._line = 0
        if worth and cores() > 1 and can_copy():
            self._line, far = os.pipe()
            self._copy = copied(partial(_tell, question, self._line, far))
            os.close(far)

    @cached_property
    def answer(self) -> bytes:
        """Found out here, too, where the copy ended before it had told all."""
        if not self._copy:
            return self._question()
        with open(self._line, "rb") as line:
            told = line.read()
        return told if os.waitpid(self._copy, 0)[1] == 0 else self._question()


def _tell(question: Callable[[], bytes], line: int, far: int) -> bool:
    os.close(line)
    with open(far, "wb") as told:
        told.write(question())
    return True


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
    except KeyboardInterrupt:
        pass  # whoever pressed the keys knows
    except BaseException as error:  # the other process is told by the status alone
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def _start(work: Callable[[Share], bytes], share: Share, result: Path) -> int:
    def done() -> bool:
        result.write_bytes(work(share))
        return True

    return copied(done)
