"""Where the time of our own first build goes: `python -m bench.peers.parts [BRIEFS] [--full]`, on one core.

The profiler makes every call dearer, small functions most of all: read the shares, and take the seconds from the bench.
`--full`: with newsbrief's own theme instead of the small one.
"""

from __future__ import annotations

import cProfile
import os
import pstats
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout, suppress
from pathlib import Path

from bench.peers.dialects import ours
from bench.peers.lay import lay
from bench.peers.newsroom import instant, newsroom

# What to look for: the end of the file's name, and the function; those within another one here are counted there too.
PARTS = {
    "reading briefs (YAML, checks, quotes in the body)": ("newsbrief/content/library.py", "read_entry"),
    "facts, index and plan": ("newsbrief/site/steps/build.py", "prepare"),
    "Markdown to clean HTML": ("newsbrief/site/render/body.py", "to_html"),
    "marks for quotes, dates and people": ("newsbrief/site/render/marks.py", "marked"),
    "templates": ("jinja2/environment.py", "render"),
    "feeds, with the bodies of their briefs": ("newsbrief/site/pages/feed.py", "files"),
    "keys: whether a page differs": ("newsbrief/site/build/keys.py", "page_key"),
    "bringing the site into place": ("newsbrief/site/steps/commit.py", "commit"),
}
Times = Mapping[tuple[str, int, str], tuple[int, int, float, float, object]]


def main() -> None:
    """Build, and print a line for each part."""
    full = "--full" in sys.argv
    count = next((int(one) for one in sys.argv[1:] if one.isdecimal()), 1000)
    with tempfile.TemporaryDirectory() as folder:
        lay(Path(folder), (ours.real if full else ours.small)(newsroom(count)))
        os.environ.update(SOURCE_DATE_EPOCH=instant(count), NEWSBRIEF_JOBS="1")
        os.chdir(folder)
        whole, times = profiled(_build)
        os.chdir("/")
    for name, seconds in shares(times).items():
        print(f"{name:55} {seconds:7.2f} s {seconds / whole:6.0%}")
    print(f"{'all of it, with what is not named above':55} {whole:7.2f} s")


def profiled(work: Callable[[], object]) -> tuple[float, Times]:
    """How long the work took in all, and the times of every function."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    stats = pstats.Stats(profiler)
    return stats.total_tt, stats.stats  # type: ignore[attr-defined]  # typeshed knows neither


def shares(times: Times) -> dict[str, float]:
    """Seconds of each part with all that it calls; parts that did not run are left out."""
    found = {name: sum(row[3] for key, row in times.items() if _is(key, part)) for name, part in PARTS.items()}
    return {name: seconds for name, seconds in found.items() if seconds}


def _is(key: tuple[str, int, str], part: tuple[str, str]) -> bool:
    return key[0].replace(os.sep, "/").endswith(part[0]) and key[2] == part[1]


def _build() -> None:
    from newsbrief.cli import main as newsbrief  # what it loads counts too

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), suppress(SystemExit):
        newsbrief(["build"])


if __name__ == "__main__":
    main()
