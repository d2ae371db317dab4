"""How fast the site is built, beside stock Pelican with its own simple theme in the same run."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from bench.briefs import write
from bench.running import NEWSBRIEF, PROJECT, RUNS, Cost, cost, median

STOCK = 'SITENAME = "Stock"\nPATH = "content"\nPLUGINS = []\nTIMEZONE = "UTC"\n'


def main() -> None:
    """Measure and print. BRIEFS=1000 sets the number of briefs."""
    count = int(os.environ.get("BRIEFS", "500"))
    with tempfile.TemporaryDirectory() as folder:
        costs = _costs(Path(folder), count)
    stock = costs["stock Pelican, simple theme"].seconds
    print(f"{count} briefs: CPU seconds (median of {RUNS}), ratio to stock Pelican, peak memory")
    for name, one in costs.items():
        print(f"  {name:30} {one.seconds:7.2f} s   {one.seconds / stock:5.2f}   {one.megabytes:.0f} MB")


def _costs(folder: Path, count: int) -> dict[str, Cost]:
    write(folder / "content" / "briefs", count)
    settings = (PROJECT / "pelican.conf.py").read_text("utf-8")
    settings = settings.replace('str(HERE / "theme")', repr(str(PROJECT / "theme")))
    (folder / "pelican.conf.py").write_text(settings, "utf-8")
    (folder / "stock.py").write_text(STOCK, "utf-8")
    ours = [*NEWSBRIEF, "build"]
    stock = [sys.executable, "-m", "pelican", "content", "-s", "stock.py", "-o", "stock-output"]
    firsts = []
    for _ in range(RUNS):
        for name in ("output", ".output.newsbrief"):
            shutil.rmtree(folder / name, ignore_errors=True)
        firsts.append(cost(ours, folder))
    return {
        "newsbrief, first build": sorted(firsts, key=lambda one: one.seconds)[RUNS // 2],
        "newsbrief, nothing to do": median(ours, folder),
        "stock Pelican, simple theme": median(stock, folder),
    }


if __name__ == "__main__":
    main()
