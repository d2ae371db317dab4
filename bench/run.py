"""`make bench`: how fast the site is built and articles are read, beside stock Pelican in the same run.

Seconds differ from machine to machine; the ratios are what to compare. BRIEFS=1000 sets the number of briefs.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent
RUNS = 3
sys.path.insert(0, str(PROJECT))

from bench.briefs import write  # noqa: E402


def timed(command: list[str], folder: Path) -> float:
    """CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "SOURCE_DATE_EPOCH": "1898553600"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def median(command: list[str], folder: Path, *clean: str) -> float:
    """Median of several runs, each from a folder without the files named."""
    seconds = []
    for _ in range(RUNS):
        for name in clean:
            shutil.rmtree(folder / name, ignore_errors=True)
        seconds.append(timed(command, folder))
    return statistics.median(seconds)


def site(folder: Path, count: int) -> dict[str, float]:
    """Build the generated site with newsbrief and with stock Pelican and its own simple theme."""
    write(folder / "content" / "briefs", count)
    settings = (
        (PROJECT / "pelican.conf.py").read_text("utf-8").replace('str(HERE / "theme")', repr(str(PROJECT / "theme")))
    )
    (folder / "pelican.conf.py").write_text(settings, "utf-8")
    (folder / "stock.py").write_text('SITENAME = "Stock"\nPATH = "content"\nPLUGINS = []\nTIMEZONE = "UTC"\n', "utf-8")
    ours = [sys.executable, "-m", "newsbrief", "build"]
    stock = [sys.executable, "-m", "pelican", "content", "-s", "stock.py", "-o", "stock-output"]
    room = (".output.newsbrief", "output")
    return {
        "newsbrief, first build": median(ours, folder, *room),
        "newsbrief, nothing to do": median(ours, folder),
        "stock Pelican, simple theme": median(stock, folder, "stock-output"),
    }


def desk() -> float:
    """Articles a CPU second through `annotate`, on the seed article repeated."""
    from newsbrief import extract, rules

    text = next((PROJECT / "content" / "raw").glob("*.txt")).read_text("utf-8")
    known = rules.load()
    extract.mentions(text, "2023-09-21", known)
    start, count = time.process_time(), 0
    while time.process_time() - start < RUNS:
        extract.mentions(text, "2023-09-21", known)
        count += 1
    return count / (time.process_time() - start)


def main() -> None:
    """Measure and print."""
    count = int(os.environ.get("BRIEFS", "500"))
    with tempfile.TemporaryDirectory() as folder:
        seconds = site(Path(folder), count)
    stock = seconds["stock Pelican, simple theme"]
    print(f"{count} briefs, CPU seconds, median of {RUNS}, and the ratio to stock Pelican")
    for name, value in seconds.items():
        print(f"  {name:30} {value:7.2f} s   {value / stock:5.2f}")
    print(f"  quotes, dates, names, events of the seed article: {desk():.0f} a CPU second")


if __name__ == "__main__":
    main()
