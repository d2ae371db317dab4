"""The output folder and the stage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from newsbrief.site.build import output
from newsbrief.site.build.output import Place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    made = output.place_of(tmp_path / "output")
    made.stage.mkdir(parents=True)
    return made


def files(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text("utf-8") for path in output.files_below(folder)}


def test_file_that_is_in_place_already_is_not_written(place: Place) -> None:
    """It keeps its time of change, by which servers and copies know it."""
    (place.output / "a").mkdir(parents=True)
    (place.output / "a" / "index.html").write_bytes(b"same")
    for path, data in (("a/index.html", b"same"), ("b/index.html", b"new")):
        found = output.write(place, path, data)
        assert (found.path, found.size) == (path, len(data))
    assert files(place.stage) == {"b/index.html": "new"}
    assert not output.damaged(place.output, [("a/", *output.write(place, "a/index.html", b"same"))])


def test_moves_may_be_made_twice(place: Place) -> None:
    """A build that is killed among them is finished by the next one."""
    (place.output / "old").mkdir(parents=True)
    (place.output / "old" / "index.html").write_text("old", "utf-8")
    output.write(place, "new/deep/index.html", b"new")
    for _ in range(2):
        output.move(place, [("old/index.html", True), ("new/deep/index.html", False)])
        assert files(place.output) == {"new/deep/index.html": "new"}
    assert not (place.output / "old").exists()


@pytest.mark.parametrize(("before", "after"), [("a", "a/index.html"), ("a/index.html", "a")])
def test_page_takes_the_name_of_a_folder_and_a_folder_that_of_a_page(place: Place, before: str, after: str) -> None:
    """Whichever lies there makes way."""
    for path in (before, after):
        shutil.rmtree(place.stage)
        output.write(place, path, path.encode())
        output.move(place, [(path, False)])
    assert files(place.output) == {after: after}


def test_damaged_files_are_named_by_their_pages(place: Place) -> None:
    """A file that is gone, or that somebody wrote into."""
    known = [(url, *output.write(place, f"{url}index.html", b"x")) for url in ("a/", "b/", "c/")]
    output.move(place, [(path, False) for _, path, *_ in known])
    assert output.damaged(place.output, known) == set()
    (place.output / "a" / "index.html").unlink()
    (place.output / "b" / "index.html").write_bytes(b"longer")
    assert output.damaged(place.output, known) == {"a/", "b/"}


def test_foreign_files_are_those_that_neither_a_build_nor_a_newsroom_put_there(place: Place) -> None:
    """What begins with a dot, and GitHub's CNAME, belong to the newsroom."""
    for path in ("index.html", "topics/ferry/index.html", "old/a/index.html", "note.txt", ".git/config", "CNAME"):
        (place.output / path).parent.mkdir(parents=True, exist_ok=True)
        (place.output / path).write_text("x", "utf-8")
    assert set(output.foreign(place.output, {"index.html", "topics"})) == {"old/a/index.html", "note.txt"}
