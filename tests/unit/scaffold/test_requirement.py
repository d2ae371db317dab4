"""What the workflow of a new site installs."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

import newsbrief
from newsbrief.scaffold.requirement import of_record, of_version

WHEEL = "newsbrief-0.1.0-py3-none-any.whl"


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Bo", "-c", "user.email=bo@news.example")
    done = subprocess.run(["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone whose remote has its one commit."""
    for command in (["init", "-q", "--bare", "far.git"], ["clone", "-q", "far.git", "near"]):
        git(tmp_path, *command)
    near = tmp_path / "near"
    (near / "x").write_text("x")
    git(near, "add", "x")
    git(near, "commit", "-qm", "One")
    git(near, "push", "-q", "origin", "HEAD")
    return near


def test_version_of_the_index() -> None:
    """Without a record newsbrief came from a package index: this version, or a later one that keeps its word."""
    major, minor, _ = newsbrief.__version__.split(".")
    assert of_record({}).line == of_version() == f"newsbrief~={major}.{minor}.0"


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            {"url": "https://code.example/o/newsbrief.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            "newsbrief @ git+https://code.example/o/newsbrief.git@ab12",
        ),
        (
            {"url": "ssh://git@code.example/o/newsbrief.git", "vcs_info": {"vcs": "git", "commit_id": "ab12"}},
            "newsbrief @ git+ssh://git@code.example/o/newsbrief.git@ab12",
        ),
        ({"url": f"https://files.example/{WHEEL}", "archive_info": {}}, f"newsbrief @ https://files.example/{WHEEL}"),
    ],
)
def test_what_others_can_reach_is_asked_for_there(record: dict[str, Any], line: str) -> None:
    """A repository at the very commit, and a file of the web."""
    found = of_record(record)
    assert (found.line, found.wheel, found.doubt) == (line, None, "")


def test_wheel_goes_with_the_site(tmp_path: Path) -> None:
    """A wheel on this disk lies beside requirements.txt from then on; of one that is gone the version is left."""
    wheel = tmp_path / "some folder" / WHEEL
    wheel.parent.mkdir()
    wheel.write_bytes(b"wheel")
    record = {"url": wheel.as_uri(), "archive_info": {}}
    found = of_record(record)
    assert (found.line, found.wheel, found.doubt) == (f"./{WHEEL}", wheel, "")
    wheel.unlink()
    found = of_record(record)
    assert (found.line, found.wheel) == (of_version(), None)
    assert "is not there any more" in found.doubt


@pytest.mark.parametrize(
    ("remote", "asked"),
    [
        ("https://code.example/o/newsbrief.git", "git+https://code.example/o/newsbrief.git"),
        ("https://ann:secret@code.example/o/newsbrief", "git+https://code.example/o/newsbrief"),
        ("git@code.example:o/newsbrief.git", "git+https://code.example/o/newsbrief.git"),
        ("ssh://git@code.example/o/newsbrief.git", "git+https://code.example/o/newsbrief.git"),
        ("/srv/newsbrief.git", ""),
        ("file:///srv/newsbrief.git", ""),
        ("../newsbrief.git", ""),
    ],
)
def test_clone_is_asked_for_where_it_came_from(clone: Path, remote: str, asked: str) -> None:
    """At its commit and without anybody's password; what is on this disk only leaves the version, and doubt."""
    git(clone, "remote", "set-url", "origin", remote)
    found = of_record({"url": clone.as_uri(), "dir_info": {"editable": True}})
    commit = git(clone, "rev-parse", "HEAD")
    assert found.line == (f"newsbrief @ {asked}@{commit}" if asked else of_version())
    assert bool(found.doubt) is not bool(asked)


def test_commit_that_nobody_else_has_is_not_asked_for(clone: Path, tmp_path: Path) -> None:
    """A commit that was not pushed, and a folder that is no clone."""
    git(clone, "remote", "set-url", "origin", "https://code.example/o/newsbrief.git")
    git(clone, "commit", "-qm", "Two", "--allow-empty")
    (tmp_path / "bare").mkdir()
    for folder in (clone, tmp_path / "bare"):
        found = of_record({"url": folder.as_uri(), "dir_info": {}})
        assert found.line == of_version()
        assert str(folder) in found.doubt
