"""`make bench` and `python -m bench.peers`: set up, run, compare, write down.

From the environment: SIZES="1000 10000", RUNS=3, ONLY="hugo pelican" (keys of contenders), MINUTES=30 (after which
nothing new is begun), NAME (of the files in bench/results/), and FULL=1 for 50,000 briefs as well.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from bench.peers import results
from bench.peers.contenders import CONTENDERS
from bench.peers.fetch import tools
from bench.peers.race import Race, Result
from bench.peers.scenarios import SCENARIOS

SIZES, FULL_SIZE, RUNS, MINUTES = "1000 10000", 50_000, "3", "30"


def main() -> int:
    """1 when a command failed or two sites that should be alike are not."""
    # A server that was started is stopped when the bench is.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    env = os.environ
    full = env.get("FULL") == "1"
    sizes = [int(size) for size in env.get("SIZES", SIZES).split()] + ([FULL_SIZE] if full else [])
    only = env.get("ONLY", "").split() or [one.key for one in CONTENDERS]
    until = float("inf") if full else time.monotonic() + 60 * float(env.get("MINUTES", MINUTES))
    found, missing = tools()
    print("\n".join(missing) or "everything is there", flush=True)
    made: list[Result] = []
    failures: list[str] = []
    try:
        for size in sizes:
            with tempfile.TemporaryDirectory() as folder:
                race = Race(Path(folder) / "race", size, int(env.get("RUNS", RUNS)), found, SCENARIOS, until, say=_say)
                for result in race.results([one for one in CONTENDERS if one.key in only]):
                    made.append(result)
                failures += race.failures
    finally:
        name = env.get("NAME", f"{results.today()}-peers")
        print("\n".join(map(str, results.write(made, _versions(found), name) if made else [])))
    print("\n".join(failures), file=sys.stderr)
    return int(bool(failures))


def _say(line: str) -> None:
    print(line, flush=True)


def _versions(found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    python = {"python": sys.version.split()[0], "newsbrief": version("newsbrief"), "pelican": version("pelican")}
    asked = {"hugo": ("version",), "eleventy": ("--version",)}
    others = {name: _first_line([*found[name], *asked[name]]) for name in asked if name in found}
    node = {"node": _first_line([found["eleventy"][0], "--version"])} if "eleventy" in found else {}
    return {**python, **others, **node}


def _first_line(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return (done.stdout or done.stderr).strip().partition("\n")[0]


if __name__ == "__main__":
    sys.exit(main())
