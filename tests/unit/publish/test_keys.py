"""What a key of settings tells apart."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

from newsbrief.publish.keys import of_settings


def adding(number: int) -> Callable[[int], int]:
    return lambda given: given + number


def itself(number: int) -> Callable[[int], object]:
    def call(given: int) -> object:
        return call if given else number

    return call


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a", "b"),
        ([1, 2], [2, 1]),
        ({"a": 1}, {"a": 2}),
        (dt.date(2029, 5, 4), dt.date(2029, 5, 5)),
        (Path("a"), Path("b")),
        (Decimal("1.0"), Decimal("1.1")),
        (re.compile("a"), re.compile("b")),
        (lambda text: text + "a", lambda text: text + "b"),
        (lambda text, tail="a": text + tail, lambda text, tail="b": text + tail),
        (adding(1), adding(2)),
        (itself(1), itself(2)),
        (partial(max, 1), partial(max, 2)),
        (partial(adding, 1), partial(itself, 1)),
    ],
)
def test_settings_that_differ_have_keys_that_differ(one: object, other: object) -> None:
    """Values, and functions by what they do and carry; the same value has the same key."""
    assert of_settings({"X": one}, {}) == of_settings({"X": one}, {})
    assert of_settings({"X": one}, {}) != of_settings({"X": other}, {})
