"""Archives for measuring."""

from __future__ import annotations

import json
from pathlib import Path

from bench import archive


def test_the_same_archive_each_time(tmp_path: Path) -> None:
    """One seed gives the same bytes; every line is an article with an id of its own."""
    for name in ("a", "b"):
        archive.write(tmp_path / name, 50)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    rows = [json.loads(line) for line in (tmp_path / "a").read_bytes().splitlines()]
    assert [row["id"] for row in rows] == [f"a{number}" for number in range(50)]
    assert all("said. “Not one day sooner.”" in row["text"] for row in rows)
    assert len({row["text"] for row in rows}) == 50
