"""Whatever changed, and however the last build ended: the output is what a build from nothing gives."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsbrief.site.build.output import lock, place_of
from newsbrief.site.steps.build import open_build
from tests.effort import SOAK
from tests.newsroom import Newsroom, files_of
from tests.site.changes import Town, settle

SEQUENCES, LENGTH = (2, 200) if SOAK else (2, 8)
KILLED = 100 if SOAK else 3
# Many changes, and those of a town in which most are small ones to a build, too.
calm = pytest.mark.parametrize("calm", [False, True], ids=["any town", "calm town"])


def built_from_nothing(town: Town) -> dict[str, bytes]:
    """The site as a build without a ledger writes it."""
    other = town.newsroom.folder / "whole"
    for folder in (other, town.newsroom.folder / ".whole.newsbrief"):
        shutil.rmtree(folder, ignore_errors=True)
    town.newsroom.build("-o", "whole", *town.options, **town.environment)
    return files_of(other)


def without_foreign(pages: dict[str, bytes]) -> dict[str, bytes]:
    """The site without files that somebody else put into the folder."""
    return {name: data for name, data in pages.items() if not name.startswith("foreign-")}


@calm
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_every_change_gives_what_a_build_from_nothing_gives(
    newsroom: Newsroom, project: Path, seed: int, calm: bool
) -> None:
    """Byte for byte, after each of many changes of all kinds, one or several at a time."""
    town = settle(newsroom, project, seed, calm=calm)
    for _ in range(LENGTH):
        for _ in range(town.chance.choice([1, 1, 1, 3])):
            town.change()
        done = newsroom.build(*town.options, **town.environment)
        wanted = built_from_nothing(town)
        found = newsroom.pages()
        assert sorted(found) == sorted(wanted), (town.log, done.stderr)
        assert [name for name in found if found[name] != wanted[name]] == [], (town.log, done.stderr)
    again = newsroom.build(*town.options, **town.environment)
    assert "Nothing to do" in again.stdout, town.log


@calm
def test_killed_build_leaves_the_old_site_or_the_new(newsroom: Newsroom, project: Path, calm: bool) -> None:
    """Wherever it is killed, the output is one or the other as soon as the next command looks at it."""
    town = settle(newsroom, project, 1, calm=calm)
    chance = random.Random(1)  # noqa: S311
    assert newsroom.build(**town.environment).returncode == 0
    for _ in range(KILLED):
        town.change()
        # As it lies there: the change may have been somebody's hand in the output folder.
        old = without_foreign(newsroom.pages())
        new = built_from_nothing(town)
        command = [sys.executable, "-m", "newsbrief", "build", *town.options]
        variables = {"PYTHONPATH": str(project), **town.environment}
        process = subprocess.Popen(
            command,
            cwd=newsroom.folder,
            env={**os.environ, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(chance.uniform(0.05, 1.2))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        opened = open_build(newsroom.output, print)
        opened.store.close()
        opened.lock.close()
        assert without_foreign(newsroom.pages()) in (old, new), town.log
        newsroom.build(*town.options, **town.environment)
        assert newsroom.pages() == new, town.log


def test_second_build_waits_for_the_first(newsroom: Newsroom) -> None:
    """It says so, and then builds as usual."""
    newsroom.brief("2029-05-04-parade.md", "---\ntitle: Parade\ndate: 2029-05-04\nstatus: published\n---\nIt rained.\n")
    held = lock(place_of(newsroom.output))
    process = subprocess.Popen(
        [sys.executable, "-m", "newsbrief", "build"],
        cwd=newsroom.folder,
        env={**os.environ, "PYTHONPATH": str(newsroom.project)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert "this one waits" in process.stderr.readline()
    held.close()
    assert process.wait(120) == 0
    assert (newsroom.output / "index.html").is_file()


def test_nothing_to_do_is_told_at_once(newsroom: Newsroom) -> None:
    """A build after which nothing changed reads no brief, and touches nothing."""
    newsroom.brief("2029-05-04-parade.md", "---\ntitle: Parade\ndate: 2029-05-04\nstatus: published\n---\nIt rained.\n")
    assert newsroom.build().returncode == 0
    looks = {path: path.stat().st_mtime_ns for path in newsroom.output.rglob("*")}
    done = newsroom.build()
    assert done.returncode == 0
    assert done.stdout == "Nothing to do: output is up to date.\n"
    assert {path: path.stat().st_mtime_ns for path in newsroom.output.rglob("*")} == looks


def test_what_was_left_out_is_said_again(newsroom: Newsroom) -> None:
    """With the same exit status, although nothing is built."""
    newsroom.brief("2029-05-04-bad.md", "---\ntitle: Parade\n---\nIt rained.\n")
    first = newsroom.build()
    second = newsroom.build()
    assert first.returncode == second.returncode == 1
    assert "2029-05-04-bad.md" in second.stderr
