"""`newsbrief read`: one JSON object an article."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsbrief.cli import main

ITEM = {"uri": "urn:a", "version": "2", "headline": "Ferry sails", "body_text": "The ferry sails again."}
PICTURE = {"uri": "urn:p", "type": "picture", "headline": "Pier"}


Run = Callable[..., tuple[list[dict[str, object]], int]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What the command prints for files of these names and contents, and its exit code."""

    def run(**files: object) -> tuple[list[dict[str, object]], int]:
        monkeypatch.chdir(tmp_path)
        for name, value in files.items():
            (tmp_path / f"{name}.json").write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
        done = CliRunner().invoke(main, ["read", *(f"{name}.json" for name in files)])
        return [json.loads(line) for line in done.stdout.splitlines()], done.exit_code

    return run


def test_articles_of_a_file_are_told_apart(read: Run) -> None:
    """Each article has a line, numbered where there are several; a picture beside them has none."""
    rows, code = read(feed=[ITEM, PICTURE, {**ITEM, "uri": "urn:b"}], one=ITEM)
    assert [(row["id"], row["item"], row["version"]) for row in rows] == [
        ("feed#1", "urn:a", "2"),
        ("feed#2", "urn:b", "2"),
        ("one", "urn:a", "2"),
    ]
    assert code == 0


def test_what_is_no_article_says_so(read: Run) -> None:
    """A file without an article gives its reason, the others are read, and the exit code tells."""
    rows, code = read(picture=PICTURE, text="Ferry sails\n\nThe ferry sails again from Monday, the council said.")
    assert rows[0] == {"id": "picture", "error": "not an article: a picture without a text of its own"}
    assert (rows[1]["id"], "item" in rows[1], code) == ("text", False, 1)
