"""What is done at Pelican's signals."""

from pathlib import Path

import pytest

from newsbrief.publish.run import may_be_copied


@pytest.mark.parametrize(
    ("link", "allowed"),
    [
        ("images/quay.jpg", True),
        ("briefs/quay.jpg", True),
        ("raw/article.txt", False),
        ("images/../raw/article.txt", False),
        ("images/linked.txt", False),
        ("images/missing.jpg", False),
        ("briefs/draft.md", False),
        ("briefs/Draft.MD", False),
        ("people.yaml", False),
        ("images/.hidden", False),
        ("../secret.txt", False),
        ("images/../../secret.txt", False),
        ("/etc/hostname", False),
        ("images/\0", False),
    ],
)
def test_link_carries_public_files_only(tmp_path: Path, link: str, allowed: bool) -> None:
    """No spelling of a path, and no symbolic link, leads to a raw article, a source or out of the content folder."""
    content = tmp_path / "content"
    for folder in ("images", "raw", "briefs"):
        (content / folder).mkdir(parents=True)
    for file in (
        "raw/article.txt",
        "images/quay.jpg",
        "briefs/quay.jpg",
        "briefs/draft.md",
        "people.yaml",
        "images/.hidden",
    ):
        (content / file).touch()
    (tmp_path / "secret.txt").touch()
    (content / "images" / "linked.txt").symlink_to("../raw/article.txt")
    assert may_be_copied(content, link) is allowed
