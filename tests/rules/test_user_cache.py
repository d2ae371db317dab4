"""What a user's own cache gives back."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsbrief.rules import user_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    found = user_cache.folder("things")
    assert found == tmp_path / "newsbrief" / "things"
    return found


def test_what_was_put_comes_back(cache: Path) -> None:
    """And nothing else lies there."""
    user_cache.put(cache / "one", b"first", 2)
    user_cache.put(cache / "one", b"again", 2)
    assert user_cache.get(cache / "one") == b"again"
    assert [file.name for file in cache.iterdir()] == ["one"]


@pytest.mark.parametrize("spoilt", [b"", b"xx", b"\0\0\0\0again", b"other bytes"])
def test_what_a_disk_did_not_keep_is_none(cache: Path, spoilt: bytes) -> None:
    """Half of it, or other bytes."""
    user_cache.put(cache / "one", b"again", 2)
    (cache / "one").write_bytes(spoilt)
    assert user_cache.get(cache / "one") is None
    assert user_cache.get(cache / "two") is None


def test_oldest_go(cache: Path) -> None:
    """Of more than there may be."""
    for age, name in enumerate("abc"):
        user_cache.put(cache / name, b"x", 3)
        os.utime(cache / name, (age, age))
    user_cache.put(cache / "d", b"x", 2)
    assert sorted(file.name for file in cache.iterdir()) == ["c", "d"]


def test_where_it_cannot_be_nothing_is_kept(tmp_path: Path) -> None:
    """Without a word: it is made again each time."""
    user_cache.put(tmp_path / "nowhere" / "file", b"x", 1)
    assert user_cache.get(tmp_path / "nowhere" / "file") is None
