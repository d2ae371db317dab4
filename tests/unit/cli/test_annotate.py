"""`newsbrief annotate` as a person runs it: killed, stopped, gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbrief import cli
from newsbrief.archive import record as records
from tests.effort import SOAK
from tests.unit.archive.making import here, jsonl, line, written
from tests.unit.cli.test_comfort import on_terminal

ARTICLES, KILLS = (100_000, 20) if SOAK else (2_000, 2)
# So long that a run is saved a few times before it ends.
TIMES = 6


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Articles as JSON lines, of some thousand characters each."""
    file = tmp_path / "in.jsonl"
    with file.open("w", encoding="utf-8") as stream:
        for number in range(ARTICLES):
            one = line(number)
            stream.write(json.dumps({**one, "text": "\n\n".join([one["text"]] * TIMES)}) + "\n")
    return file


def begun(project: Path, *arguments: str | Path) -> subprocess.Popen[str]:
    """The command, running."""
    return subprocess.Popen(
        [sys.executable, "-m", "newsbrief", "annotate", *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(project)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def until(process: subprocess.Popen[str], true: Callable[[], bool]) -> bool:
    """Whether something became true before the command ended."""
    while not true():
        try:
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        return False
    return True


def safe(file: Path) -> int:
    """How many articles the record of an output tells of."""
    found = records.read(records.file_of(file))
    return found.articles if found else 0


def test_killed_midway_and_gone_on_with(archive: Path, tmp_path: Path, project: Path) -> None:
    """Killed without a word again and again, the command ends with the same bytes as one that nobody disturbed."""
    file = tmp_path / "out.jsonl"
    kept: list[int] = []
    for _ in range(KILLS):
        process = begun(project, archive, "-o", file, "--jobs", "1")
        before = safe(file)
        assert until(process, lambda least=before: safe(file) > least), process.communicate()[1]
        process.kill()
        process.communicate()
        kept.append(safe(file))
    assert kept == sorted(set(kept))
    assert kept[0] > 0
    assert kept[-1] < ARTICLES
    process = begun(project, archive, "-o", file, "--jobs", "2")
    _, told = process.communicate()
    assert process.returncode == 0, told
    assert file.read_bytes() == written(here(archive))
    assert [json.loads(row)["id"] for row in file.read_bytes().splitlines()] == [f"a{n}" for n in range(ARTICLES)]
    again = begun(project, archive, "-o", file)
    assert f"out.jsonl is finished: {ARTICLES:,} articles, 0 errors" in again.communicate()[1]


def test_stopped_by_hand(archive: Path, tmp_path: Path, project: Path) -> None:
    """Ctrl-C ends the command with the line that goes on with it."""
    file = tmp_path / "an output.jsonl"
    process = begun(project, archive, "-o", file, "--jobs", "1", "--restart")
    assert until(process, lambda: safe(file) > 0)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 130
    assert told == f"stopped; to go on: newsbrief annotate {archive} -o '{file}' --jobs 1\n"
    found = records.read(records.file_of(file))
    assert found is not None
    assert (found.written, found.articles) == (file.stat().st_size, file.read_bytes().count(b"\n"))
    assert found.articles > 0


def test_nothing_but_rows_goes_to_standard_output(tmp_path: Path, project: Path) -> None:
    """Without options the command is a filter and says nothing; with them it says what it did, on standard error."""
    (tmp_path / "in.jsonl").write_bytes(jsonl(5) + b"no\n")
    command = [sys.executable, "-m", "newsbrief", "annotate"]
    rest = {"cwd": tmp_path, "env": {**os.environ, "PYTHONPATH": str(project)}, "capture_output": True}
    piped = subprocess.run(command, input=jsonl(5) + b"no\n", check=False, **rest)  # type: ignore[call-overload]
    named = subprocess.run([*command, "in.jsonl", "--jobs", "1"], check=False, **rest)  # type: ignore[call-overload]
    assert (piped.returncode, piped.stderr) == (1, b"")
    assert (named.returncode, named.stdout) == (1, piped.stdout)
    assert named.stderr.startswith(b"annotated: 6 articles, 1 errors, ")
    assert named.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (["missing.jsonl"], 2, "'missing.jsonl' does not exist"),
        (["in.jsonl", "-o", "in.jsonl"], 1, "in.jsonl is part of what is annotated"),
        (["in.jsonl", "-o", "there.jsonl"], 1, "there.jsonl exists, and no record of a run beside it"),
        (["in.jsonl", "-o", "nowhere/out.jsonl"], 1, "nowhere/out.jsonl: No such file or directory"),
        (["in.jsonl", "--jobs", "0"], 2, "--jobs"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    arguments: list[str], code: int, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages name the file and what to do; nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_bytes(jsonl(1))
    (tmp_path / "there.jsonl").write_bytes(b"mine\n")
    done = CliRunner().invoke(cli.main, ["annotate", *arguments])
    assert done.exit_code == code
    assert why in done.stderr
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.jsonl", "there.jsonl"]
    assert (tmp_path / "there.jsonl").read_bytes() == b"mine\n"


@pytest.mark.parametrize("plain", [True, False])
def test_progress_on_a_terminal(plain: bool, tmp_path: Path, project: Path) -> None:
    """On a terminal there is a bar with the articles so far; without colour where nobody wants it."""
    (tmp_path / "in.jsonl").write_bytes(jsonl(200))
    command = [sys.executable, "-m", "newsbrief", "annotate", "in.jsonl", "-o", "out.jsonl", "--jobs", "1"]
    variables = {"PYTHONPATH": str(project), **({"NO_COLOR": "1"} if plain else {})}
    shown = on_terminal(command, tmp_path, **variables)
    assert b"Annotating" in shown
    assert b"200 articles" in shown
    coloured = [part for part in shown.split(b"\x1b[")[1:] if b"3" in part.partition(b"m")[0][:4]]
    assert bool(coloured) != plain
    assert b"annotated: 200 articles, 0 errors, " in shown
