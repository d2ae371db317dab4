"""What tests of copies of a process share."""

from __future__ import annotations

import threading

import pytest


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in the command: pytest's own threads do not count, and there are two cores."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setenv("NEWSBRIEF_JOBS", "2")
