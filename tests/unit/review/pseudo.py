"""A terminal for tests: a pseudo-terminal of the system's, and the screen that pyte makes of what is written to it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pyte

from tests.newsroom import INSTANT, Newsroom

# The machine may be busy; whoever waits this long has met a defect.
PATIENCE = 60.0
# What a program asks the terminal, and what the terminal says: where the cursor is.
WHERE, HERE = b"\x1b[6n", b"\x1b[1;1R"


@dataclass
class Terminal:
    """`newsbrief` running in a terminal of `columns` and `lines`."""

    newsroom: Newsroom
    arguments: tuple[str, ...] = ("review", "--by", "R. Amadi")
    columns: int = 80
    lines: int = 24
    environment: dict[str, str] = field(default_factory=dict)

    def __enter__(self) -> Terminal:
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(self.newsroom.folder)
            variables = {"PYTHONPATH": str(self.newsroom.project), "SOURCE_DATE_EPOCH": INSTANT, "TERM": "xterm"}
            os.environ.pop("NO_COLOR", None)
            os.environ.update(variables | self.environment)
            os.execv(sys.executable, [sys.executable, "-m", "newsbrief", *self.arguments])  # noqa: S606
        self.resize(self.columns, self.lines)
        self.screen = pyte.Screen(self.columns, self.lines)
        self.stream = pyte.ByteStream(self.screen)
        self.written = b""
        self.ended = False
        return self

    def __exit__(self, *_: object) -> None:
        if not self.ended:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.handle)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    @property
    def text(self) -> str:
        """What stands on the screen, the lines without spaces at their ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def styled(self, words: str, style: str) -> bool:
        """Whether the first sign of words on the screen is drawn "bold", "underscore" or "reverse"."""
        for number, line in enumerate(self.screen.display):
            if words in line:
                return bool(getattr(self.screen.buffer[number][line.index(words)], style))
        return False

    def press(self, keys: str, until: str) -> str:
        """Press keys, one after another, and wait until words stand on the screen."""
        os.write(self.handle, keys.encode())
        return self.wait(lambda: until in self.text, until)

    def wait(self, condition: Callable[[], bool], wanted: str) -> str:
        """Read what is written until the condition holds; the screen."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, f"{wanted!r} never came:\n{self.text}"
            assert self._read(), f"it ended without {wanted!r}:\n{self.text}"
        return self.text

    def leave(self, keys: str = "q") -> int:
        """Press keys that end the program, and wait for its exit status."""
        os.write(self.handle, keys.encode())
        while self._read():
            pass
        self.ended = True
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _read(self) -> bool:
        """Feed the screen with what has come; False once the program has ended."""
        ready, _, _ = select.select([self.handle], [], [], 0.2)
        if not ready:
            return True
        try:
            data = os.read(self.handle, 1 << 16)
        except OSError:  # Linux says so when nobody holds the other side any more
            return False
        if WHERE in data:
            os.write(self.handle, HERE)
        self.written += data
        self.stream.feed(data)
        return bool(data)
