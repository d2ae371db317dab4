"""What GitHub takes, told before it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.deploy.budget import MB, sizes, too_large, warnings


@pytest.mark.parametrize(
    ("files", "told", "refused"),
    [
        ({"index.html": 5 * MB}, [], 0),
        ({"images/film.mp4": 80 * MB}, [], 0),
        ({"images/film.mp4": 81 * MB}, ["images/film.mp4 has 81 MB; GitHub takes no file of more than 100 MB"], 0),
        ({"images/film.mp4": 101 * MB}, ["images/film.mp4 has 101 MB"], 1),
        ({f"images/{n}.jpg": 8 * MB for n in range(100)}, [], 0),
        (
            {**{f"images/{n}.jpg": 8 * MB for n in range(90)}, **{f"cards/{n}.png": MB for n in range(90)}, "x": MB},
            ["the site has 811 MB; GitHub Pages shows at most 1,000 MB. Most of it: images/ 720 MB, cards/ 90 MB"],
            0,
        ),
    ],
)
def test_what_comes_near_to_a_limit(files: dict[str, int], told: list[str], refused: int) -> None:
    """From 80 % on: which file, or which folders have most, and what to do; beyond the limit a push would fail."""
    found = warnings(files)
    assert [line[: len(start)] for line, start in zip(found, told, strict=True)] == told
    assert len(too_large(files)) == refused


def test_sizes_are_those_on_the_disk(tmp_path: Path) -> None:
    """Of every file, by its path; links to folders are not followed, and a folder that is not there has none."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "c.txt").write_bytes(b"123")
    (tmp_path / "d.txt").write_bytes(b"1")
    (tmp_path / "again").symlink_to(tmp_path / "a")
    assert sizes(tmp_path) == {"a/b/c.txt": 3, "d.txt": 1}
    assert sizes(tmp_path / "nowhere") == {}
