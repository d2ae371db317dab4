"""Which files of a content folder are briefs."""

from __future__ import annotations

from pathlib import Path

from newsbrief.library import brief_files


def test_folder_within_a_folder_is_read_once(tmp_path: Path) -> None:
    """Settings may name both: no brief is a copy of itself for that."""
    file = tmp_path / "briefs" / "wire" / "2029-05-04-ferry.md"
    file.parent.mkdir(parents=True)
    file.write_text("", "utf-8")
    assert brief_files(tmp_path, ["briefs", "briefs/wire"]) == (file,)
