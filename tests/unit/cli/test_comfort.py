"""What makes the command line easy: examples, completion, exit codes, colours, a line that says what goes on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from newsbrief import cli
from newsbrief.cli.place import program
from newsbrief.cli.working import told
from tests.newsroom import Newsroom
from tests.site.test_leaks import brief

pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_has_an_example(name: str) -> None:
    """A whole line that can be typed."""
    shown = CliRunner().invoke(cli.main, [name, "--help"])
    assert shown.exit_code == 0
    lines = [line.strip() for line in shown.output.splitlines()[1:]]
    assert [line for line in lines if line.startswith(("newsbrief ", "SITEURL="))]


def test_help_shows_the_way_from_the_beginning() -> None:
    """From a new site to its readers, and what the exit codes are."""
    shown = CliRunner().invoke(cli.main, ["--help"]).output
    places = [shown.index(f"newsbrief {word}") for word in ("new my-site", "build", "check", "approve", "deploy")]
    assert places == sorted(places)
    assert "Exit codes: 0" in shown


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed(shell: str) -> None:
    """The shell asks the program itself, by the variable that click listens to."""
    done = CliRunner().invoke(cli.main, ["completion", shell])
    assert done.exit_code == 0
    assert f"_NEWSBRIEF_COMPLETE={shell}_complete" in done.output


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("newsbrief de", {"devserver", "deploy"}), ("newsbrief check --f", {"--format", "--fix"}), ("newsbrief x", set())],
)
def test_shell_completes(typed: str, offered: set[str]) -> None:
    """Commands and their options, and only the command that was named is loaded for it."""
    words = typed.split(" ")
    variables = {"_NEWSBRIEF_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    command = "import sys; sys.argv[0] = 'newsbrief'; from newsbrief.cli import main; main(prog_name='newsbrief')"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", command],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert {line.partition(",")[2] for line in done.stdout.split()} == offered
    assert "pelican" not in done.stderr
    assert "trafilatura" not in done.stderr or "check" in typed


def prepared(newsroom: Newsroom) -> None:
    newsroom.brief("2029-05-04-parade.md", brief())


def with_bad_brief(newsroom: Newsroom) -> None:
    newsroom.brief("2029-05-04-bad.md", "no front matter")


@pytest.mark.parametrize(
    ("arguments", "prepare", "code", "said"),
    [
        (["build"], prepared, 0, "newsbrief check lists what a person should look at"),
        (["check"], prepared, 0, "to look at"),
        (["completion", "bash"], prepared, 0, "complete"),
        (["build"], with_bad_brief, 1, "content/briefs/2029-05-04-bad.md:1: "),
        (["check"], with_bad_brief, 1, "content/briefs/2029-05-04-bad.md:1: "),
        (["build", "--publish"], prepared, 1, "make publish SITEURL="),
        (["deploy"], prepared, 1, "git init"),
        (["new", "content"], prepared, 1, "content: is there already and not empty; give the new site a folder"),
        (["approve", "content/briefs/nowhere.md"], prepared, 2, "does not exist"),
        (["approve"], prepared, 2, "Missing argument"),
        (["check", "--frmat", "json"], prepared, 2, "--format"),
        (["chekc"], prepared, 2, "No such command"),
        (["completion", "csh"], prepared, 2, "'bash', 'zsh', 'fish'"),
        (["devserver", "--port", "99999"], prepared, 2, "1<=x<=65535"),
    ],
)
def test_exit_codes(newsroom: Newsroom, arguments: list[str], prepare: object, code: int, said: str) -> None:
    """As docs/commands.md has them: 0 all went well, 1 something was left out and named, 2 the command line is off."""
    assert callable(prepare)
    prepare(newsroom)
    done = newsroom.run(*arguments, GIT_CEILING_DIRECTORIES=str(newsroom.folder.parent))
    assert done.returncode == code, done.stderr
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_the_program_is_named_as_it_can_be_typed(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name where the shell finds it, else by the way to it that was typed."""
    there = newsroom.folder / "env" / "bin" / "newsbrief"
    there.parent.mkdir(parents=True)
    there.write_text("#!/bin/sh\n")
    there.chmod(0o755)
    monkeypatch.setenv("PATH", os.defpath)
    for typed, named in ((str(there), str(there)), ("newsbrief/__main__.py", "newsbrief"), ("pytest", "newsbrief")):
        monkeypatch.setattr(sys, "argv", [typed, "build"])
        assert program() == named
    monkeypatch.setenv("PATH", str(there.parent))
    monkeypatch.setattr(sys, "argv", [str(there)])
    assert program() == "newsbrief"


@pytest.mark.parametrize("name", ["ingest", "check", "review", "build", "devserver", "deploy"])
def test_outside_of_a_site_the_way_into_one_is_said(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 2, by which files a site is known, and the two ways out."""
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli.main, [name])
    assert done.exit_code == click.UsageError.exit_code
    assert f"no pelican.conf.py or pelicanconf.py in {tmp_path}" in done.output
    assert "go to your site's folder" in done.output
    assert "newsbrief new my-site" in done.output


def on_terminal(arguments: list[str], folder: Path, until: bytes = b"", **variables: str) -> bytes:
    """What a program writes to a terminal; once `until` is there, it is told to go on."""
    ours, its = pty.openpty()
    given = {**os.environ, "TERM": "xterm-256color", **variables}
    process = subprocess.Popen(arguments, cwd=folder, env=given, stdin=subprocess.PIPE, stdout=its, stderr=its)
    os.close(its)
    written = b""
    try:
        while found := os.read(ours, 1 << 16):
            written += found
            if until and until in written and process.stdin and not process.stdin.closed:
                process.stdin.close()
    except OSError:
        pass  # Linux says so when nobody writes to a terminal any more
    process.wait()
    os.close(ours)
    return written


WAITS = """
import sys
from newsbrief.cli.working import working
with working("Looking", None, 0.01):
    sys.stdin.read()
"""


def test_what_takes_long_says_so(project: Path) -> None:
    """On a terminal there is a line with the seconds, and it is gone at the end."""
    written = on_terminal([sys.executable, "-c", WAITS], project, until="Looking …".encode(), PYTHONPATH=str(project))
    line, _, rest = written.partition(b"\r")
    assert line.startswith("Looking … 0 s".encode())
    assert rest.endswith(b"\r")
    assert rest.split(b"\r")[-2].strip() == b""


def test_pipe_and_plain_terminal_get_no_such_line(project: Path) -> None:
    """Nor a log, nor an editor's terminal that says that it knows nothing."""
    given = {**os.environ, "PYTHONPATH": str(project)}
    done = subprocess.run(
        [sys.executable, "-c", WAITS], env=given, input="", capture_output=True, text=True, check=True
    )
    assert done.stderr == ""


def test_line_tells_files_when_there_are_some() -> None:
    """Seconds first."""
    assert told("Building the site", 3, 0) == "Building the site … 3 s"
    assert told("Building the site", 12, 1204) == "Building the site … 12 s, 1,204 files"


@pytest.mark.parametrize("wanted", [True, False])
def test_colours_are_left_out_where_nobody_wants_them(newsroom: Newsroom, wanted: bool) -> None:
    """NO_COLOR (no-color.org): no colour in what we, Pelican or the desk write."""
    newsroom.brief("2029-05-04-parade.md", f"{brief()}\n[x]({{filename}}nowhere.md)\n")
    newsroom.brief("2029-05-04-bad.md", "no front matter")
    variables = {"PYTHONPATH": str(newsroom.project), **({} if wanted else {"NO_COLOR": "1"})}
    written = on_terminal([sys.executable, "-m", "newsbrief", "build"], newsroom.folder, **variables)
    assert b"nowhere.md" in written
    coloured = [part for part in written.split(b"\x1b[")[1:] if b"3" in part.partition(b"m")[0][:4]]
    assert bool(coloured) == wanted
