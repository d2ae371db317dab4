"""What each step of a build took, for whoever sets NEWSBRIEF_TRACE=1."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLE = "NEWSBRIEF_TRACE"


class Count:
    """How many things a step handled."""

    def __init__(self) -> None:
        self.number = 0


@contextmanager
def step(name: str) -> Iterator[Count]:
    """Time a step; the number that the caller sets is printed with it."""
    begun, count = time.perf_counter(), Count()
    yield count
    if os.environ.get(VARIABLE) == "1":
        print(f"{name:8} {time.perf_counter() - begun:7.3f} s {count.number:8,}", file=sys.stderr)
