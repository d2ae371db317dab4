"""How hard to try: a sample in `make test`, everything in `make audit` and `make soak`."""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import TypeVar

Thing = TypeVar("Thing")
AUDIT = os.environ.get("NEWSBRIEF_AUDIT") == "1"
SOAK = os.environ.get("NEWSBRIEF_SOAK") == "1"
SOAK_FACTOR = 50
# How long each fuzzer runs in a soak.
SOAK_MINUTES = float(os.environ.get("NEWSBRIEF_SOAK_MINUTES") or 10)
SAMPLE = 8


def examples(number: int) -> int:
    """How many examples a property test tries."""
    return number * SOAK_FACTOR if SOAK else number


def sample(things: Sequence[Thing], number: int = SAMPLE, seed: str | int = 1) -> Sequence[Thing]:
    """All things in an audit, else the same few every time; another seed chooses others."""
    return things if AUDIT or len(things) <= number else random.Random(seed).sample(things, number)  # noqa: S311
