"""Most tests run the command line as a copy of a process that has loaded it; it does what a new process does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import AUDIT, SOAK
from tests.newsroom import INSTANT, Newsroom, files_of
from tests.warm import warm

BRIEF = "---\ntitle: The parade & <i>lamps</i>\ndate: 2029-05-04\nstatus: {}\ntags: [Harbour]\n---\nIt rained.\n"
RAW = "Lanterns are lit\n\nBy Osla Brandt\n\nThe council met on Thursday. “We carry it,” Osla Brandt said.\n"
# What Pelican tells of the time of day, and of its own speed.
TIMES = re.compile(r"\[[\d:]{8}\]|in\s+[\d.]+\s+seconds")
COMMANDS = {
    "preview": ("newsbrief", ["build"]),
    "readers": ("newsbrief", ["build", "--publish", "-o", "elsewhere"]),
    "Pelican by itself": ("pelican", ["content", "-s", "pelican.conf.py", "-o", "output"]),
    "ingest": ("newsbrief", ["ingest"]),
    "read, from outside": ("newsbrief", ["read", "-"]),
    "help": ("newsbrief", ["build", "--help"]),
    "mistyped": ("newsbrief", ["bild"]),
    "no such option": ("newsbrief", ["check", "--nothing"]),
    "version": ("newsbrief", ["--version"]),
}


def as_new(newsroom: Newsroom, module: str, arguments: list[str], environment: dict[str, str]) -> tuple[object, ...]:
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(
        command, cwd=newsroom.folder, env=environment, input=RAW, capture_output=True, encoding="utf-8", check=False
    )
    return done.returncode, TIMES.sub("", done.stdout), TIMES.sub("", done.stderr)


def as_copy(newsroom: Newsroom, module: str, arguments: list[str], environment: dict[str, str]) -> tuple[object, ...]:
    loaded = warm(module, environment)
    assert loaded is not None
    done = loaded.run(module, arguments, newsroom.folder, environment, RAW)
    return done.returncode, TIMES.sub("", done.stdout), TIMES.sub("", done.stderr)


def filled(folder: Path, project: Path) -> Newsroom:
    newsroom = Newsroom.open(folder, project)
    newsroom.raw("lanterns.txt", RAW)
    newsroom.brief("2029-05-04-parade.md", BRIEF.format("published"))
    newsroom.brief("2029-05-05-parade.md", BRIEF.format("no such status"))
    return newsroom


@pytest.mark.skipif(sys.platform != "linux" or AUDIT or SOAK, reason="there all runs are new processes")
@pytest.mark.parametrize("name", COMMANDS)
def test_copy_is_as_good_as_new(name: str, tmp_path: Path, project: Path) -> None:
    """Status, output, messages and every file, the place of the site aside."""
    module, arguments = COMMANDS[name]
    given = {"PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": INSTANT, "SITEURL": "https://news.example/brief"}
    environment, folder, found = {**os.environ, **given}, tmp_path / "site", []
    for run in (as_new, as_copy):
        newsroom = filled(folder, project)
        found.append((*run(newsroom, module, arguments, environment), files_of(newsroom.output)))
        found.append((files_of(folder / "elsewhere"), files_of(newsroom.content)))
        folder.rename(tmp_path / run.__name__)
    assert found[:2] == found[2:]


@pytest.mark.parametrize("other", [{"PYTHONHASHSEED": "1"}, {"TZ": "Pacific/Auckland"}, {"PYTHONPATH": "/nowhere"}])
def test_what_python_reads_as_it_starts_needs_a_new_process(other: dict[str, str], project: Path) -> None:
    """A copy would not notice it."""
    assert warm("newsbrief", {**os.environ, "PYTHONPATH": str(project), **other}) is None
