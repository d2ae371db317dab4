"""One build at a time for each output folder.

The lock belongs to the process. A second build in the same process, as `pelican --autoreload` makes, does not wait.
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
except ImportError:  # Windows has no fcntl; two builds at once are the user's to avoid there
    fcntl = None


def acquire(room: Path, waiting: Callable[[], None]) -> IO[str]:
    """Lock a folder until the returned file is closed or the process ends. Call `waiting` before waiting for it."""
    room.mkdir(parents=True, exist_ok=True)
    handle = (room / "lock").open("a", encoding="utf-8")
    if fcntl:
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError):
            waiting()
            fcntl.lockf(handle, fcntl.LOCK_EX)
    os.set_inheritable(handle.fileno(), False)
    return handle
