"""A server that builds again when a file changes, measured from the file's saving to the new bytes over HTTP."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from html import unescape
from pathlib import Path

from bench.peers.measure import Cost, FailedError, Watch, at_work, cpu, family

# Seconds: the longest wait for a page, a server's rest, and between two looks at a page.
PATIENCE = 300.0
QUIET = 2.0
STEP = 0.05


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Server:
    """A running server; use it in a `with`. What it prints goes into `log`."""

    # How long it must do nothing to count as done.
    quiet = QUIET

    def __init__(self, command: Sequence[str], port: int, folder: Path, env: Mapping[str, str], log: Path) -> None:
        self._log, self._port, self._begin = log, port, time.perf_counter()
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command, cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
            )

        self._watch = Watch(self._process.pid, launched=False)

    @property
    def pid(self) -> int:
        """The process that was started."""
        return self._process.pid

    def __enter__(self) -> Server:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._watch.stop()
        self._end(signal.SIGTERM)
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._end(signal.SIGKILL)
            self._process.wait()

    def _end(self, how: signal.Signals) -> None:
        """The server with all that it started; it may have ended by itself."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)

    def started(self, shows: Mapping[str, str]) -> Cost:
        """From its start until it shows these texts."""
        return self._measured(self._begin, 0.0, shows)

    def saved(self, save: Callable[[], object], shows: Mapping[str, str]) -> Cost:
        """From the end of saving until it shows these texts."""
        used = cpu(family(self._process.pid))
        save()
        return self._measured(time.perf_counter(), used, shows)

    def _measured(self, begin: float, used: float, shows: Mapping[str, str]) -> Cost:
        for url, text in shows.items():
            while text not in self._page(url):
                if self._process.poll() is not None or time.perf_counter() - begin > PATIENCE:
                    end = self._log.read_text("utf-8", "replace")[-2000:]
                    raise FailedError(f"/{url} does not show “{text}”: {end}")
                time.sleep(STEP)
        wall = time.perf_counter() - begin
        self._settle()
        peak, self._watch.peak = self._watch.peak, 0.0
        return Cost(wall, cpu(family(self._process.pid)) - used, peak)

    def _page(self, url: str) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/{url}")
            answer = connection.getresponse()
            return unescape(answer.read().decode("utf-8", "replace")) if answer.status == 200 else ""
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def _settle(self) -> None:
        """The next file is saved when this one's work is over: a server may not see what is saved meanwhile."""
        begin = since = time.perf_counter()
        used = 0.0
        while time.perf_counter() - since < self.quiet and time.perf_counter() - begin < PATIENCE:
            pids = family(self._process.pid)
            now = cpu(pids)
            if now - used > self.quiet / 20 or at_work(pids):
                used, since = now, time.perf_counter()
            time.sleep(self.quiet / 20)
