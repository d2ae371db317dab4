"""One build at a time for each output folder.

The lock belongs to the process: a second run in the same one, as `--autoreload` has them, does not wait for the first.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import IO

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows, where two builds at once are the user's to avoid
    fcntl = None


def take(room: Path, told: Callable[[], None]) -> IO[str]:
    """Hold the room until the file is closed or the process ends, however it ends; `told` is called before waiting."""
    room.mkdir(parents=True, exist_ok=True)
    handle = (room / "lock").open("a", encoding="utf-8")
    if fcntl:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            told()
            fcntl.lockf(handle, fcntl.LOCK_EX)
    os.set_inheritable(handle.fileno(), False)
    return handle
