"""A command run and measured: wall time, CPU time and peak memory of it and of every process that it starts.

CPU is the operating system's own count for the finished process and its children that it waited for. So is the peak
memory of one process. Where there are several at a time, their proportional shares of memory (PSS, so that what they
share counts once) are added up ten times a second, and the largest sum is the peak. For that Linux walks through all
their pages while they wait: what is weighed takes a thirtieth longer, and is not timed.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).with_name("launch.py")
PROC = Path("/proc")
EVERY = 0.1
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, seconds of all processors together, megabytes.

    `several`: it was several processes at a time, and `memory` is the largest one's unless they were weighed.
    """

    wall: float
    cpu: float
    memory: float
    several: bool = False


class FailedError(Exception):
    """A command that ended with another code than 0; the message has the end of what it wrote."""


def median(costs: Iterable[Cost]) -> Cost:
    """Of each figure by itself."""
    all_of_them = list(costs)
    rows = [(one.wall, one.cpu, one.memory) for one in all_of_them]
    wall, used, memory = (statistics.median(column) for column in zip(*rows, strict=True))
    return Cost(wall, used, memory, any(one.several for one in all_of_them))


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path, *, weigh: bool = False
) -> Cost:
    """Run to its end; what it prints goes into `log`, and a report is written beside it.

    `weigh`: add up the memory of several processes.
    """
    report = log.with_suffix(".json")
    launched = [sys.executable, "-I", "-S", str(LAUNCH), str(report), *command]
    with log.open("wb") as out:
        process = subprocess.Popen(launched, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        watch = Watch(process.pid, weigh=weigh)
        watch.start()
        status = process.wait()
        watch.stop()
    if status:
        raise FailedError(f"{' '.join(command)}: {log.read_text('utf-8', 'replace')[-2000:]}")
    told = json.loads(report.read_text("utf-8"))
    return Cost(told["wall"], told["cpu"], max(told["memory"], watch.peak), watch.several)


class Watch(threading.Thread):
    """Adds up the memory of all that a launcher started, while it is several processes; `peak` is in megabytes.

    A single process that ends tells its peak itself, and is not disturbed. `launched` False: of the process itself and
    its descendants, also if it is alone. `weigh` False: only tells whether they are several.
    """

    def __init__(self, pid: int, *, launched: bool = True, weigh: bool = True) -> None:
        super().__init__(daemon=True)
        self.peak, self.several = 0.0, False
        self._pid, self._launched, self._weigh = pid, launched, weigh
        self._over = threading.Event()

    def run(self) -> None:
        """Until it is stopped."""
        while not self._over.wait(EVERY):
            pids = family(self._pid)[1:] if self._launched else family(self._pid)
            self.several = self.several or len(pids) > 1
            if self._weigh and (len(pids) > 1 or not self._launched):
                self.peak = max(self.peak, sum(map(share, pids)))

    def stop(self) -> None:
        """The process has ended."""
        self._over.set()
        self.join()


def family(pid: int) -> list[int]:
    """A process and all its descendants that live."""
    found = [pid]
    for one in found:
        for children in (PROC / str(one) / "task").glob("*/children"):
            found += map(int, _text(children).split())
    return found


def share(pid: int) -> float:
    """A process's proportional share of memory in megabytes; 0 for one that has ended."""
    line = next((row for row in _text(PROC / str(pid) / "smaps_rollup").splitlines() if row.startswith("Pss:")), "")
    return int(line.split()[1]) / 1024 if line else 0.0


def cpu(pids: Iterable[int]) -> float:
    """The CPU seconds that living processes have used so far, with those of their children that have ended."""
    return sum(sum(map(int, row[11:15])) for row in map(_stat, pids)) / TICKS


def at_work(pids: Iterable[int]) -> bool:
    """Whether one of these runs just now or waits for the disk."""
    return any(row[0] in "RD" for row in map(_stat, pids) if row)


def _stat(pid: int) -> list[str]:
    """The fields of proc(5)'s `stat` from the third on, which is the state; [] for a process that has ended."""
    return _text(PROC / str(pid) / "stat").rpartition(") ")[2].split()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""
