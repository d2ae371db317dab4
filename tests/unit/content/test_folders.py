"""Which files of a content folder are briefs."""

from __future__ import annotations

from pathlib import Path

from newsbrief.content.folders import brief_files, brief_paths


def test_folder_within_a_folder_is_read_once(tmp_path: Path) -> None:
    """Settings may name both: no brief is a copy of itself for that."""
    file = tmp_path / "briefs" / "wire" / "2029-05-04-ferry.md"
    file.parent.mkdir(parents=True)
    file.write_text("", "utf-8")
    assert brief_files(tmp_path, ["briefs", "briefs/wire"]) == (file,)


def test_briefs_come_in_the_order_of_folders_and_names(tmp_path: Path) -> None:
    """Drafts of editors and hidden files are none, nor is what only looks like a file; links to files are followed."""
    names = ["b.md", "a/z.md", "a-b.md", "a/.hidden.md", "a/#draft.md", "a/note.txt", ".kept/c.md"]
    for name in names:
        (tmp_path / "briefs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "briefs" / name).write_text("", "utf-8")
    (tmp_path / "briefs" / "folder.md").mkdir()
    (tmp_path / "briefs" / "linked.md").symlink_to(tmp_path / "briefs" / "a" / "note.txt")
    (tmp_path / "briefs" / "broken.md").symlink_to(tmp_path / "nothing.md")
    found = ("briefs/.kept/c.md", "briefs/a/z.md", "briefs/a-b.md", "briefs/b.md", "briefs/linked.md")
    assert brief_paths(tmp_path) == found
    assert brief_files(tmp_path) == tuple(sorted(tmp_path / path for path in found))


def test_a_folder_that_is_not_there_holds_no_briefs(tmp_path: Path) -> None:
    """A new site has none."""
    assert brief_paths(tmp_path, ["briefs"]) == ()
