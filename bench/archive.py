"""How `newsbrief annotate` bears archives: time and memory by their length, and a run that is killed and goes on.

SIZES: articles, "2000 10000" where nothing else is said.
PARAGRAPHS of each: 3, some 150 words. The archives are made anew from a seed each time.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import random
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from bench.briefs import ENDINGS, GIVEN, ROLES, ROOTS, THINGS, VERBS
from bench.running import NEWSBRIEF, PROJECT

SIZES = tuple(int(size) for size in (os.environ.get("SIZES") or "2000 10000").split())
PARAGRAPHS = int(os.environ.get("PARAGRAPHS") or 3)
# Seconds between two looks at the processes' memory.
LOOK = 0.2


@dataclass(frozen=True)
class Run:
    """Seconds by the clock, CPU seconds of all processes, and peaks of memory in MB: the first one and any worker."""

    clock: float
    processor: float
    parent: float
    worker: float


def main() -> None:
    """Measure and print a table."""
    print("| articles | MB in | seconds | articles a second | CPU seconds a 1,000 | MB, first process | MB, a worker |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as room:
        for size in SIZES:
            source, out = Path(room) / f"{size}.jsonl", Path(room) / f"{size}.out.jsonl"
            write(source, size)
            run = _measured(["annotate", str(source), "-o", str(out)])
            print(
                f"| {size:,} | {source.stat().st_size / 1e6:.0f} | {run.clock:.1f} | {size / run.clock:.0f} "
                f"| {run.processor / size * 1000:.2f} | {run.parent:.0f} | {run.worker:.0f} |",
                flush=True,
            )
        _killed(source, out)


def write(file: Path, count: int, seed: int = 1) -> None:
    """Articles of invented people and places, as JSON lines; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    with file.open("w", encoding="utf-8") as stream:
        for number in range(count):
            date = (dt.date(2020, 1, 1) + dt.timedelta(days=number % 2500)).isoformat()
            stream.write(json.dumps({"id": f"a{number}", "text": _article(number, chance), "date": date}) + "\n")


def _article(number: int, chance: random.Random) -> str:
    return "\n\n".join(_paragraph(number, chance) for _ in range(PARAGRAPHS))


def _paragraph(number: int, chance: random.Random) -> str:
    name = f"{chance.choice(GIVEN)} {chance.choice(ROOTS)}{chance.choice(ENDINGS)}"
    ward = f"{chance.choice(ROOTS)}{chance.choice(ENDINGS)}"
    verb, thing, day = chance.choice(VERBS), chance.choice(THINGS), chance.choice(("Monday", "Tuesday", "3 May 2031"))
    return (
        f"The council of {ward} voted on {day} to {verb} {thing}, and people in the ward asked who would pay for it. "
        f"“We shall {verb} {thing} in {number % 90 + 2} days,” {name}, {chance.choice(ROLES)}, said. "
        f"“Not one day sooner.” Nobody had asked for it in {chance.randint(2, 9)} years, she added."
    )


def _measured(arguments: list[str]) -> Run:
    begun, process = time.monotonic(), _begun(arguments)
    parent = worker = 0.0
    while True:
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            break
        parent = max(parent, _peak(process.pid))
        worker = max([worker, *(_peak(child) for child in _children(process.pid))])
        time.sleep(LOOK)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{arguments} failed: {process.stderr.read().decode() if process.stderr else ''}")
    return Run(time.monotonic() - begun, usage.ru_utime + usage.ru_stime, parent, worker)


def _killed(source: Path, whole: Path) -> None:
    """The longest run once more, killed in the middle and gone on with; other bytes are an error."""
    again = source.with_suffix(".again.jsonl")
    half = whole.stat().st_size // 2
    process = _begun(["annotate", str(source), "-o", str(again)])
    while process.poll() is None and not (again.exists() and again.stat().st_size > half):
        time.sleep(LOOK)
    process.kill()
    process.wait()
    kept = again.stat().st_size
    _measured(["annotate", str(source), "-o", str(again)])
    same = _digest(again) == _digest(whole)
    print(
        f"killed at {kept / whole.stat().st_size:.0%} and gone on with: {'the same bytes' if same else 'OTHER BYTES'}"
    )
    if not same:
        raise SystemExit(1)


def _begun(arguments: list[str]) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(
        [*NEWSBRIEF, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


def _peak(process: int) -> float:
    """The most memory that a process has had, in MB, as Linux tells it; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main()
