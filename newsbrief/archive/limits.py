"""How much one item may take of a worker before the worker is ended for it."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Processor seconds for an item, and for each byte of it; bytes of memory for the whole worker.

    An article of usual length takes some hundredths of a second, a megabyte of text two seconds and 50 MB. By the clock
    an item may take `patience` times as long, since others may want the processors too.
    """

    seconds: float = 30.0
    for_a_byte: float = 20e-6
    memory: int = 2 << 30
    patience: float = 20.0

    def processor(self, size: int) -> float:
        """Processor seconds for an item of so many bytes."""
        return self.seconds + self.for_a_byte * size

    def clock(self, size: int) -> float:
        """Seconds by the clock."""
        return self.processor(size) * self.patience
