"""Which files of content/ are saved, told at once: a build of the site may take a while and need not be waited for."""

from __future__ import annotations

import threading
from pathlib import Path

import watchfiles

from newsbrief.serve.news import Builds

# Editors write a file in several steps; what comes within so many milliseconds is one save.
TOGETHER, EVERY, LOOK_UP = 30, 10, 200


class Saves:
    """A count of saves below a folder, from a thread of its own."""

    def __init__(self, content: Path) -> None:
        self.news = Builds()
        self._content = content
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Watch from now on."""
        self._thread.start()

    def close(self) -> None:
        """Stop; the thread ends by itself."""
        self._end.set()

    def _watch(self) -> None:
        saves = watchfiles.watch(
            self._content, debounce=TOGETHER, step=EVERY, rust_timeout=LOOK_UP, stop_event=self._end
        )
        for _ in saves:
            self.news.add()
