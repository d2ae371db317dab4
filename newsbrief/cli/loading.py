"""Loading programs, and what was kept, without the collector: it would look through all of it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """What is loaded inside is never looked through; all else is, as soon as it is done."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
