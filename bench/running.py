"""Commands run and measured by the operating system: CPU seconds and peak memory of the finished process."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
RUNS = 3
NEWSBRIEF = (sys.executable, "-m", "newsbrief")


@dataclass(frozen=True)
class Cost:
    """CPU seconds (user and system) and peak resident memory in megabytes."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str], folder: Path, given: Path | None = None) -> Cost:
    """Run once; what the command prints is thrown away. Raises SystemExit when it fails."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": "1898553600"}
    with (given or Path(os.devnull)).open("rb") as source:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        error = process.stderr.read().decode("utf-8", "replace") if process.stderr else ""
        raise SystemExit(f"{' '.join(command)} failed:\n{error}")
    process.returncode = 0
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def median(command: Sequence[str], folder: Path, given: Path | None = None, runs: int = RUNS) -> Cost:
    """The median of several runs, time and memory each."""
    costs = [cost(command, folder, given) for _ in range(runs)]
    return Cost(statistics.median(one.seconds for one in costs), statistics.median(one.megabytes for one in costs))
