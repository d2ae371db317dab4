"""What a copy makes ahead of time."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsbrief.build.ahead import Ahead

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="no copies are made elsewhere")
PARTS = {"a": (b"one", b"", b"three \xff"), "b": (b"",), "c \udcff": (b"x" * 100_000, b"y")}


@pytest.mark.usefixtures("alone")
def test_all_is_there_that_was_made(tmp_path: Path) -> None:
    """Byte for byte, whatever the names are; and no file is left where it lay."""
    line, far = os.pipe()
    ahead = Ahead()

    def names() -> Iterator[str]:
        yield from PARTS
        os.write(far, b".")
        yield from ()

    ahead.begin(names(), PARTS.__getitem__, tmp_path)
    os.read(line, 1)
    ahead.settle()
    assert {name: ahead.get(name) for name in PARTS} == PARTS
    assert ahead.get("d") is None
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("alone")
def test_it_ends_when_it_is_asked(tmp_path: Path) -> None:
    """What was not made by then is made by whoever wants it."""
    line, far = os.pipe()
    ahead = Ahead()

    def make(name: str) -> tuple[bytes]:
        os.write(far, b".")
        return (name.encode(),)

    ahead.begin(map(str, range(1_000_000_000)), make, tmp_path)
    os.read(line, 1)
    ahead.settle()
    assert ahead.get("0") == (b"0",)
    assert ahead.get("999999999") is None


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_nothing_counts_of_a_copy_that_was_ended(how: signal.Signals, tmp_path: Path) -> None:
    """Some of it may be half written."""
    ahead = Ahead()
    ahead.begin(["a", "b"], lambda name: os.kill(os.getpid(), how) if name == "b" else (b"a",), tmp_path)  # type: ignore[arg-type, return-value]
    ahead.settle()
    assert ahead.get("a") is None


def test_without_copies_there_is_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """On one core nothing is made ahead, since nothing would be faster for it."""
    monkeypatch.setenv("NEWSBRIEF_JOBS", "1")
    ahead = Ahead()
    ahead.begin(["a"], lambda name: (name.encode(),), tmp_path)
    ahead.settle()
    assert ahead.get("a") is None
