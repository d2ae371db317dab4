"""Building once."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from newsbrief.publish.once import unwritten


def loaded(file: Path) -> str:
    """What a settings file says, loaded as Pelican does."""
    spec = spec_from_file_location("settings_of_a_test", file)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return str(module.SITENAME)


def test_settings_are_read_as_they_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However soon after each other they are saved; and nothing comes into their folder."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "pelican.conf.py"
    for name in ("Lamp", "Bell", "Tide"):
        file.write_text(f"SITENAME = '{name}'\n", "utf-8")
        with unwritten():
            assert loaded(file) == name
    assert [path.name for path in tmp_path.iterdir()] == ["pelican.conf.py"]
    assert not sys.dont_write_bytecode
