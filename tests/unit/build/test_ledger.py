"""What a ledger knows of files and folders."""

from __future__ import annotations

import os
from pathlib import Path

from newsbrief.build import ledger


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
    found = ledger.looked(str(stage))
    (stage / "linked.html").unlink()
    stage.rename(output)
    (output / "linked.html").symlink_to(output / "index.html")
    assert sorted(found.files) == [".well-known/a.txt", "2029/05/04/ferry/index.html", "index.html", "linked.html"]
    assert found.files == {name: ledger.looks_of(f"{output}/{name}") for name in found.files}
    folders = (".well-known", "2029", "2029/05", "2029/05/04", "2029/05/04/ferry", "empty")
    assert found.folders == {name: (output / name).stat().st_mtime_ns for name in folders}
