"""Work on all cores: copies of this process, which take things in turn and leave what they found in a file."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from select import select
from tempfile import TemporaryFile
from typing import IO, TypeVar

from newsbrief.build.stage import RESULT
from newsbrief.build.workers import attended, can_copy, copied, freeze

# With fewer things than this for each, the work is done before another process has started.
WORTH_A_WORKER = 40
# Of things that take long, less.
WORTH_A_TURN = 12
# Bytes of a thing's number.
NUMBER = 4
# Which copy made something, and where it lies in that copy's file: where it begins, and how long it is.
PLACE = struct.Struct("<IQQ")
FAILED = "a part of the build failed; the reason stands above"
Thing = TypeVar("Thing")
Share = TypeVar("Share")
Work = Callable[[Sequence[Thing]], bytes]


class WorkerError(Exception):
    """A worker ended before its work was done; what it said stands above."""


def as_they_come(
    work: Work[Thing], things: Sequence[Thing], workers: int, room: Path, batch: int
) -> Iterator[tuple[Sequence[Thing], bytes]]:
    """Some of the things with what `work` gives for them, and then others, until all are done.

    Each process takes some when it is done with those it had, and goes on while this one does what it likes with what
    came. Raises what the work raises, or WorkerError where that was in another process. `room` is a folder for results.
    """
    count = min(workers, len(things) // batch) if can_copy() else 1
    starts = range(0, len(things), batch)
    if count < 2:
        yield from ((some, work(some)) for some in (things[start : start + batch] for start in starts))
        return
    # What the collector never looks at stays shared between the processes. Next to nothing of it is rubbish.
    freeze()
    turns, come, tell = _turns(starts), *os.pipe()
    # One for each copy, without a name: to make a file for each batch, and to take it away, takes longer on some disks
    # than to fill it, and whoever makes files there soon after that waits, too.
    found = [TemporaryFile(dir=room) for _ in range(1, count)]  # noqa: SIM115  # open until all have come
    copies = [copied(partial(_each, work, things, batch, (turns, tell), of_it)) for of_it in enumerate(found)]
    os.close(tell)
    try:
        while number := os.read(turns, NUMBER):
            own = _some(things, batch, number)
            yield own, work(own)
            yield from _come(things, batch, come, found, wait=False)
        yield from _come(things, batch, come, found, wait=True)
    finally:
        while os.read(turns, len(things) * NUMBER):
            pass  # whoever asked wants no more of it: nor is there more to do for the others
        failed = [status for status in (os.waitpid(copy, 0)[1] for copy in copies) if status]
        os.close(turns)
        os.close(come)
        for one in found:
            one.close()
    if failed:
        raise WorkerError(FAILED)


def _each(
    work: Work[Thing], things: Sequence[Thing], batch: int, lines: tuple[int, int], of_it: tuple[int, IO[bytes]]
) -> bool:
    """Do some after some, and tell of each when it lies in the copy's file; `of_it`: which copy this is, and that."""
    turns, tell = lines
    which, file = of_it
    at = 0
    for number in attended(iter(partial(os.read, turns, NUMBER), b"")):
        size = file.write(work(_some(things, batch, number)))
        file.flush()
        os.write(tell, number + PLACE.pack(which, at, size))
        at += size
    return True


def _come(
    things: Sequence[Thing], batch: int, come: int, found: Sequence[IO[bytes]], wait: bool
) -> Iterator[tuple[Sequence[Thing], bytes]]:
    """What others made of theirs; `wait`: until there is no more to come."""
    while (wait or select([come], [], [], 0)[0]) and (told := os.read(come, NUMBER + PLACE.size)):
        which, at, size = PLACE.unpack(told[NUMBER:])
        yield _some(things, batch, told[:NUMBER]), os.pread(found[which].fileno(), size, at)


def _some(things: Sequence[Thing], batch: int, number: bytes) -> Sequence[Thing]:
    start = int.from_bytes(number, "little")
    return things[start : start + batch]


def _turns(starts: Iterable[int]) -> int:
    """A line from which each process reads where the things begin that are its next ones."""
    turns, far = os.pipe()
    # Far less than a pipe holds, and a number is read as a whole.
    os.write(far, b"".join(number.to_bytes(NUMBER, "little") for number in starts))
    os.close(far)
    return turns


def in_turn(
    work: Callable[[Iterable[Thing]], bytes], things: Sequence[Thing], workers: int, room: Path, batch: int = 1
) -> list[bytes]:
    """What `work` gives in each process for those that it took, some at a time, when it was done with those it had.

    Each begins with a part of its own and goes on with what is left of the others': so none waits for another for
    longer than a batch takes, and things of a kind, which stand together, are most often done by one, which alone has
    to load what they ask for. What was made one after the other lies together in memory, too: of what one process looks
    at, the others copy nothing. Raises what the work raises, or WorkerError where that was in another process. `room`
    is a folder for the results.
    """
    count = min(workers, len(things) // (WORTH_A_TURN if batch == 1 else WORTH_A_WORKER)) if can_copy() else 1
    if count < 2:
        return [work(things)]
    freeze()
    starts = range(0, len(things), batch)
    bounds = [len(starts) * number // count for number in range(count + 1)]
    turns = [_turns(starts[first:last]) for first, last in pairwise(bounds)]
    try:
        here, *others = (_taken(things, batch, [*turns[own:], *turns[:own]]) for own in range(count))
        return _shared(work, [here, *map(attended, others)], room)
    finally:
        for one in turns:
            os.close(one)


def _taken(things: Sequence[Thing], batch: int, turns: Iterable[int]) -> Iterator[Thing]:
    for one in turns:
        while number := os.read(one, NUMBER):
            yield from _some(things, batch, number)


def _shared(work: Callable[[Share], bytes], shares: Sequence[Share], room: Path) -> list[bytes]:
    """The first share is done here."""
    results = [room / f"{RESULT}{number}" for number in range(1, len(shares))]
    started = [_start(work, share, result) for share, result in zip(shares[1:], results, strict=True)]
    try:
        own = work(shares[0])
    finally:
        failed = [status for status in (os.waitpid(process, 0)[1] for process in started) if status]
    if failed:
        raise WorkerError(FAILED)
    found = [own, *(result.read_bytes() for result in results)]
    for result in results:
        result.unlink()
    return found


def _start(work: Callable[[Share], bytes], share: Share, result: Path) -> int:
    def done() -> bool:
        result.write_bytes(work(share))
        return True

    return copied(done)
