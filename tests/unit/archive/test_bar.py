"""The progress bar: there when somebody looks and it takes long enough, and gone at the end."""

from __future__ import annotations

import io
import sys

import pytest

from newsbrief.archive.bar import bar


class Terminal(io.StringIO):
    """Standard error as a terminal is."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("where", "first", "drawn"), [(Terminal, 0.0, True), (Terminal, 1e6, False), (io.StringIO, 0.0, False)]
)
def test_bar(where: type[io.StringIO], first: float, drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is done and how many articles so far; not at once, and not where nobody looks."""
    monkeypatch.setenv("TERM", "xterm")
    stream = where()
    monkeypatch.setattr(sys, "stderr", stream)
    with bar("Reading", first) as tell:
        tell(10, 100, 3)
        tell(20, 100, 7)
    said = stream.getvalue()
    assert ("Reading" in said, "7 articles" in said) == (drawn, drawn)
    assert bool(said) == drawn
