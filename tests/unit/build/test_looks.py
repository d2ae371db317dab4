"""What is known of files and folders by how they look."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build import looks


def test_one_walk_sees_what_is_seen_one_by_one(tmp_path: Path) -> None:
    """Every file and folder, also after the folder they are in was moved; links that lead nowhere are none."""
    stage, output = tmp_path / "stage", tmp_path / "output"
    for name in ("index.html", "2029/05/04/ferry/index.html", ".well-known/a.txt"):
        (stage / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / name).write_text(name, "utf-8")
    (stage / "empty").mkdir()
    (stage / "linked.html").symlink_to(stage / "index.html")
    (stage / "broken.html").symlink_to(stage / "nothing.html")
    os.utime(stage / "index.html", ns=(1, 2))
    found = looks.looked(str(stage))
    (stage / "linked.html").unlink()
    stage.rename(output)
    (output / "linked.html").symlink_to(output / "index.html")
    assert sorted(found.files) == [".well-known/a.txt", "2029/05/04/ferry/index.html", "index.html", "linked.html"]
    assert found.files == {name: looks.looks_of(f"{output}/{name}") for name in found.files}
    folders = (".well-known", "2029", "2029/05", "2029/05/04", "2029/05/04/ferry", "empty")
    assert found.folders == {name: (output / name).stat().st_mtime_ns for name in folders}


def _write(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("", "utf-8")


def _made_a_folder(file: Path) -> None:
    file.unlink()
    _write(file / "a.txt")


LATER: dict[str, Callable[[Path], object]] = {
    "nothing": lambda stage: stage,
    "beside a page": lambda stage: _write(stage / "2029/05/ferry/map.png"),
    "above a page": lambda stage: _write(stage / "2029/notes.txt"),
    "in a folder beside": lambda stage: _write(stage / "2029/05/tram/more/index.html"),
    "in a folder of its own": lambda stage: _write(stage / "theme/a.css"),
    "in the folder itself": lambda stage: _write(stage / "CNAME"),
    "a page goes": lambda stage: (stage / "2029/05/ferry/index.html").unlink(),
    "a folder goes": lambda stage: shutil.rmtree(stage / "2029/05"),
    "a page becomes a folder": lambda stage: _made_a_folder(stage / "2029/05/ferry/index.html"),
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
@pytest.mark.parametrize("young", [0, 3], ids=["all long ago", "all a moment ago"])
def test_what_came_after_it_was_noted_is_seen(young: int, later: Callable[[Path], object], tmp_path: Path) -> None:
    """What is known of a folder saves a look into those that look as they did, and nothing else."""
    pages = ("index.html", "2029/05/ferry/index.html", "2029/05/quay/index.html", "people/index.html")
    for name in pages:
        _write(tmp_path / name)
    now = looks.clock(tmp_path)
    for number, folder in enumerate([tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())]):
        os.utime(folder, ns=(now, now - (0 if number < young else 9 * looks.SECOND)))
    noted = looks.noted({name: looks.looks_of(f"{tmp_path}/{name}") for name in pages}, now)
    later(tmp_path)
    assert looks.looked(str(tmp_path), noted) == looks.looked(str(tmp_path))


@pytest.mark.parametrize(("now", "until"), [(8 * looks.SECOND, 5), (8 * looks.SECOND + 1, 7)])
def test_disks_that_count_in_seconds_are_looked_at_again(now: int, until: int) -> None:
    """As long as two changes within one count may look alike; what is younger than that is walked through."""
    assert looks.noted({}, now).until // looks.SECOND == until


def test_folder_that_holds_more_than_was_noted_is_walked_through(tmp_path: Path) -> None:
    """And what is in it is found, as young as it is; an old one is not looked into."""
    for name in ("young/other.html", "old/other.html"):
        _write(tmp_path / name)
    now = looks.clock(tmp_path)
    os.utime(tmp_path / "old", ns=(now, now - 9 * looks.SECOND))
    found = looks.looked(str(tmp_path), looks.noted({"young/a.html": b"a", "old/a.html": b"a"}, now))
    assert sorted(found.files) == ["old/a.html", "young/other.html"]
