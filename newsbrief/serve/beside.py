"""Run the server and the watch for changes beside the builder.

Both need threads, and a process with threads cannot fork workers. So they run in a child process where forking is safe,
elsewhere in threads. Both ends talk over a pipe: this one sends commands, the other one the files that changed and the
page that somebody looks at. The other end stops when the pipe is closed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path

import watchfiles
from watchfiles.main import FileChange

from newsbrief.serve.server import Server
from newsbrief.site.build.workers import can_fork

# Editors write a file in several steps; what comes within so many milliseconds is one change.
TOGETHER, EVERY = 40, 20
# So often the watch looks up from its work, in milliseconds, to see whether it is to end.
LOOK_UP = 200
WATCHING, SERVE, BUILT = "watching", "serve", "built"


class Beside:
    """A server, and what it sees change in folders and files, from `start` to `close`."""

    def __init__(self, server: Server, watched: Sequence[Path]) -> None:
        self._server, self._watched = server, watched
        self._line, self._far = Pipe()

    def start(self) -> None:
        """Watch from now on: nothing is missed while the first build is made. The server answers from `serve` on."""
        if can_fork():
            get_context("fork").Process(target=self._run_in_child, daemon=True).start()
            self._far.close()
            self._server.let_go()
        else:
            threading.Thread(target=self._run, args=(self._far,), daemon=True).start()
        self._line.recv()

    def serve(self) -> None:
        """Answer from now on."""
        self._line.send(SERVE)

    def built(self) -> None:
        """Tell all pages that are open."""
        with suppress(OSError):  # `changes` ends, too, where nobody serves any more
            self._line.send(BUILT)

    def changes(self) -> Iterator[tuple[frozenset[Path], str]]:
        """The files that change, as often as some do, and the file of the page that somebody looks at, "" for none.

        What changes during a build is told after it, all at once. It ends where the server does.
        """
        try:
            while True:
                names, page = self._line.recv()
                found = set(names)
                while self._line.poll():
                    names, page = self._line.recv()
                    found.update(names)
                yield frozenset(Path(name).resolve() for name in found), page
        except (EOFError, OSError):
            return

    def close(self) -> None:
        """Stop."""
        self._line.close()

    def _run_in_child(self) -> None:
        # Ctrl-C is for the builder, which lets go of the line.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._line.close()
        self._run(self._far)

    def _run(self, line: Connection) -> None:
        end = threading.Event()
        watch = threading.Thread(target=self._watch, args=(line, end), daemon=True)
        watch.start()
        try:
            while True:
                if line.recv() == SERVE:
                    self._server.start()
                else:
                    self._server.built()
        except (EOFError, OSError):
            end.set()
            self._server.close()

    def _watch(self, line: Connection, end: threading.Event) -> None:
        watch = partial(
            watchfiles.watch, debounce=TOGETHER, step=EVERY, rust_timeout=LOOK_UP, yield_on_timeout=True, stop_event=end
        )
        # Most editors put a new file in the place of the old one: who watches the file itself sees that, and nothing
        # after.
        files = {str(file.absolute()) for file in self._watched if file.is_file()}
        around = {file.absolute().parent for file in self._watched if file.is_file()}
        folders = watch(*(one for one in self._watched if not one.is_file()))
        places = watch(*around, recursive=False, watch_filter=lambda _, name: name in files)
        next(folders), next(places)
        line.send(WATCHING)
        one_by_one = threading.Lock()
        threading.Thread(target=self._tell, args=(line, places, one_by_one), daemon=True).start()
        self._tell(line, folders, one_by_one)

    def _tell(self, line: Connection, seen: Iterable[set[FileChange]], one_by_one: threading.Lock) -> None:
        for found in seen:
            if found:
                with one_by_one:
                    line.send(([name for _, name in found], self._server.page))
