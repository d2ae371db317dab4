"""What a build finds out at its beginning, of whatever size the site is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build import stage, survey
from newsbrief.build.account import Account, Made, folders_of
from newsbrief.build.pieces import Piece
from newsbrief.build.sources import Sources, look


def _add(output: Path) -> None:
    (output / "a" / "other.html").write_text("x", "utf-8")


def _change(output: Path) -> None:
    (output / "a" / "page.html").write_text("other", "utf-8")


def _nothing(_output: Path) -> None:
    pass


@pytest.mark.parametrize("worth", [0, 2000])
@pytest.mark.parametrize(
    ("change", "intact", "untouched"), [(_nothing, True, True), (_add, True, False), (_change, False, True)]
)
def test_output_is_looked_at(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    worth: int,
    change: Callable[[Path], None],
    intact: bool,
    untouched: bool,
) -> None:
    """A file that is another one, and a name that came, are told apart, by copies or without."""
    monkeypatch.setattr(survey, "WORTH_A_COPY", worth)
    opened = stage.begin(tmp_path / "output")
    (opened.site / "a").mkdir()
    (opened.site / "a" / "page.html").write_text("x", "utf-8")
    stage.commit(opened)
    change(opened.output)
    found = survey.Survey(opened.last, [str(tmp_path / "output" / "a")], opened.output)
    assert (found.intact, found.untouched) == (intact, untouched)
    assert str(tmp_path / "output" / "a" / "page.html") in found.sources


def test_without_a_last_build_nothing_is_as_it_was(tmp_path: Path) -> None:
    """And nothing has to be known of the output."""
    found = survey.Survey(None, [], tmp_path / "output")
    assert not found.intact
    assert not found.untouched


def digests(sources: Sources) -> set[tuple[str, str]]:
    """What there is, and in which bytes."""
    return {(path, one.digest) for path, one in sources.items()}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> stage.Stage:
    """A build of a folder of sources, as large as one whose sources are worth a copy."""
    monkeypatch.setattr(survey, "WORTH_A_COPY", 0)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setenv("NEWSBRIEF_JOBS", "2")
    (tmp_path / "content" / "raw").mkdir(parents=True)
    for name in ("a.md", "b.md", "raw/c.txt"):
        (tmp_path / "content" / name).write_text(name, "utf-8")
    opened = stage.begin(tmp_path / "output")
    sources = look([str(tmp_path / "content")])
    made = Made("", "", {}, "", (str(tmp_path / "content"),), folders_of(sources), {}, 0.0)
    stage.commit(opened, account=Account(made, Piece(sources)))
    return opened


CHANGES: list[Callable[[Path], object]] = [
    lambda content: (content / "new.md").write_text("new", "utf-8"),
    lambda content: (content / "raw" / "c.txt").unlink(),
    lambda content: (content / "a.md").rename(content / "z.md"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_where_a_name_came_or_went_a_copy_looks(built: stage.Stage, change: Callable[[Path], object]) -> None:
    """It tells what changed, and all else stands as it was known."""
    last, content = built.last, built.output.parent / "content"
    assert last is not None
    assert last.made is not None
    change(content)
    found = survey.Survey(last, last.made.roots, built.output, ended=0)
    assert found.expected
    assert digests(found.sources) == digests(look([str(content)])) != digests(last.sources)
    assert found.differing == {path for path, _ in digests(found.sources) ^ digests(last.sources)}


@pytest.mark.parametrize("ended", [None, 2**62])
def test_where_no_name_came_they_are_looked_at_here(built: stage.Stage, ended: int | None) -> None:
    """As they are where they are needed at once."""
    last, content = built.last, built.output.parent / "content"
    assert last is not None
    assert last.made is not None
    (content / "a.md").write_text("other", "utf-8")
    found = survey.Survey(last, last.made.roots, built.output, ended)
    assert not found.expected
    assert digests(found.sources) == digests(look([str(content)]))
    assert found.differing == {str(content / "a.md")}
