"""Rule files as they are read, and as they are kept from one run to the next."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from newsbrief.rules import tables

FILES = sorted(tables.FOLDER.rglob("*.toml"))


@pytest.mark.parametrize("file", FILES, ids=[file.relative_to(tables.FOLDER).as_posix() for file in FILES])
def test_kept_table_is_the_file(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read anew, from what was kept, and where nothing can be kept."""
    wanted = tomllib.loads(file.read_text("utf-8"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    place = file.relative_to(tables.FOLDER).with_suffix("").parts
    assert tables.has(*place)
    assert tables.read(*place) == wanted
    (kept,) = (tmp_path / "newsbrief" / "rules").iterdir()
    monkeypatch.setattr(tomllib, "loads", None)
    assert tables.read(*place) == wanted
    kept.write_bytes(b"spoilt")
    with pytest.raises(TypeError):
        tables.read(*place)


def test_what_is_not_there_is_told() -> None:
    """As of any file."""
    assert not tables.has("en", "nothing")
    with pytest.raises(FileNotFoundError):
        tables.read("en", "nothing")
