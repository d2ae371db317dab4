"""What a build finds out at its beginning, of whatever size the site is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build import stage, survey


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
    assert (found.intact.answer, found.untouched.answer) == (intact, untouched)
    assert str(tmp_path / "output" / "a" / "page.html") in found.sources


def test_without_a_last_build_nothing_is_as_it_was(tmp_path: Path) -> None:
    """And nothing has to be known of the output."""
    found = survey.Survey(None, [], tmp_path / "output")
    assert not found.intact.answer
    assert not found.untouched.answer
