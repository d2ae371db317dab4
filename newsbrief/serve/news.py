"""How many builds or saves there were, told to whoever waits for the next one."""

from __future__ import annotations

import threading


class Builds:
    """A count that threads can wait on."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._count = 0

    @property
    def count(self) -> int:
        """How many so far."""
        return self._count

    def add(self) -> None:
        """One more."""
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait(self, known: int, seconds: float) -> int:
        """The count as soon as it is another than `known`, or after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._count != known, seconds)
            return self._count
