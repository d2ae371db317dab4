"""Workers on this machine: processes that get parcels, and what they make of them in the order of the parcels.

A worker may end at any moment, by the item that it has, by the system or by hand. What it gave until then counts; the
item that it had is tried once more, first by a new worker, and is then left out with the reason.
"""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic

from msgspec import Struct, field

from newsbrief.archive.item import Item, Parcel
from newsbrief.archive.limits import Limits
from newsbrief.archive.worker import TOO_LONG, Made, Work, live

# How many parcels may be on their way for each worker: one that takes long must not make the others wait at once.
AHEAD = 4
SOON = 1.0


class Crew(Struct, Generic[Made], frozen=True):
    """How many workers, what each makes of an item, what an item may take, and what to say of one that took more."""

    jobs: int
    work: Work[Made]
    lost: Callable[[Item, str], Made]
    limits: Limits = field(default_factory=Limits)


class CrewError(Exception):
    """Workers cannot even begin; what they said stands above."""


class _Order(Struct, Generic[Made]):
    """A parcel on its way: the rows so far are those of its first items. `failed`: the item that ended a worker."""

    parcel: Parcel
    rows: list[Made] = field(default_factory=list)
    failed: int = -1

    def left(self) -> tuple[Item, ...]:
        return self.parcel.items[len(self.rows) :]


class _Hand(Struct, Generic[Made]):
    """A worker, our end of the line to it, what it has, and by when (on time.monotonic) it must give the next row."""

    process: BaseProcess
    line: Connection
    order: _Order[Made] | None = None
    due: float = 0.0
    ready: bool = False


def spread(parcels: Iterable[Parcel], crew: Crew[Made]) -> Iterator[tuple[Parcel, list[Made]]]:
    """Each parcel with its rows, in order; only so many are read ahead that every worker has enough to do.

    Raises CrewError.
    """
    source = iter(parcels)
    orders: deque[_Order[Made]] = deque()
    waiting: deque[_Order[Made]] = deque()
    hands: list[_Hand[Made]] = []
    more = True
    try:
        while True:
            while more and len(orders) < crew.jobs * AHEAD:
                parcel = next(source, None)
                more = parcel is not None
                if parcel is not None:
                    orders.append(_Order(parcel))
                    waiting.append(orders[-1])
                    _hand_out(waiting, hands, crew)
            while orders and not orders[0].left():
                done = orders.popleft()
                yield done.parcel, done.rows
            if not orders and not more:
                return
            if more and len(orders) < crew.jobs * AHEAD:
                continue
            _hand_out(waiting, hands, crew)
            _collect(waiting, hands, crew)
    finally:
        for hand in hands:
            _dismiss(hand)


def _hand_out(waiting: deque[_Order[Made]], hands: list[_Hand[Made]], crew: Crew[Made]) -> None:
    """Give every worker that has nothing an order, and get new workers as long as there may be more."""
    while waiting:
        free = next((hand for hand in hands if hand.order is None), None)
        if free is None:
            if len(hands) >= crew.jobs:
                return
            free = _hired(crew)
            hands.append(free)
        order = waiting.popleft()
        if order.failed == len(order.rows) and free.ready:
            free = _instead_of(free, hands, crew)
        try:
            free.line.send(order.left())
        except OSError:  # it ended while it had nothing to do: no item is to blame
            _bury(free, hands)
            waiting.appendleft(order)
            continue
        free.order = order
        _expect(free, crew.limits)


def _instead_of(idle: _Hand[Made], hands: list[_Hand[Made]], crew: Crew[Made]) -> _Hand[Made]:
    """A new worker for an item that is tried once more: whoever ended the first may have ended this one by now, too."""
    _dismiss(idle)
    hands[hands.index(idle)] = new = _hired(crew)
    return new


def _collect(waiting: deque[_Order[Made]], hands: list[_Hand[Made]], crew: Crew[Made]) -> None:
    """Wait for rows and take all there are; what a worker had that ended is given out anew."""
    lines = {hand.line: hand for hand in hands if hand.order}
    for line in wait(list(lines), timeout=SOON):
        hand = lines[line]  # type: ignore[index]  # it is one of those we gave
        try:
            while hand.order and hand.line.poll():
                _take(hand, hand.line.recv(), crew.limits)
        except (EOFError, OSError):
            _miss(hand, waiting, hands, crew)
    for hand in [hand for hand in hands if hand.order and time.monotonic() > hand.due]:
        hand.process.kill()
        _miss(hand, waiting, hands, crew, late=True)


def _take(hand: _Hand[Made], row: Made | None, limits: Limits) -> None:
    order = hand.order
    hand.ready = True
    if order is None or row is None:
        return
    order.rows.append(row)
    if order.left():
        _expect(hand, limits)
    else:
        hand.order = None


def _miss(
    hand: _Hand[Made], waiting: deque[_Order[Made]], hands: list[_Hand[Made]], crew: Crew[Made], *, late: bool = False
) -> None:
    """A worker has ended: its item is tried once more, and left out if that is what it had when one ended before."""
    order, hand.order = hand.order, None
    _bury(hand, hands)
    if order is None:
        return
    if order.failed == len(order.rows):
        late = late or (TOO_LONG is not None and hand.process.exitcode == -TOO_LONG)
        order.rows.append(crew.lost(order.left()[0], _why(hand.process, late)))
    else:
        order.failed = len(order.rows)
    if order.left():
        waiting.appendleft(order)


def _bury(hand: _Hand[Made], hands: list[_Hand[Made]]) -> None:
    hands.remove(hand)
    hand.process.join()
    hand.line.close()
    if not hand.ready and hand.process.exitcode == 1:
        raise CrewError("a worker could not begin; the reason stands above")


def _why(process: BaseProcess, late: bool) -> str:
    if late:
        return "takes longer than an article may; tried twice"
    return f"ended the process that read it (exit code {process.exitcode}); tried twice"


def _expect(hand: _Hand[Made], limits: Limits) -> None:
    if hand.order:
        hand.due = time.monotonic() + limits.clock(len(hand.order.left()[0].data))


def _hired(crew: Crew[Made]) -> _Hand[Made]:
    """A new process. It shares nothing with this one, so that it sees when this one ends, however it ends."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=live, args=(theirs, crew.work, crew.limits), daemon=True)
    with _deaf():
        process.start()
    theirs.close()
    return _Hand(process, ours)


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C for later: who is started meanwhile never hears of it, and has nothing to say when it comes."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _dismiss(hand: _Hand[Made]) -> None:
    if hand.order:
        hand.process.kill()
    hand.line.close()
    hand.process.join()
