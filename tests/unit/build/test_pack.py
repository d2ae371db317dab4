"""What is kept from build to build, and what a bad disk makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.build.pack import Pack

VALUES = {"a": ("one", b"first"), "b": ("two", b"second"), "ü\udcff": ("", b"")}


def saved(file: Path) -> Pack:
    Pack(file).save(VALUES, frozenset(VALUES))
    return Pack(file)


def test_values_come_back_by_name_and_stamp(tmp_path: Path) -> None:
    """And not under another stamp; what is added later counts, and what is not named any more is forgotten."""
    pack = saved(tmp_path / "x.pack")
    assert {name: pack.newest(name) for name in pack.names} == VALUES
    assert pack.get("a", "one") == b"first"
    assert pack.get("a", "two") is None
    pack.save({"a": ("three", b"third")}, frozenset("ab"))
    assert pack.again().newest("a") == ("three", b"third")
    pack.again().save({"c": ("", b"x" * 500)}, frozenset("c"))
    assert set(pack.again().names) == {"c"}


@pytest.mark.parametrize("at", range(17, 99))
def test_no_damaged_value_is_handed_out(tmp_path: Path, at: int) -> None:
    """One bit that flips, wherever it is, costs the value that it is in, or those behind it, and raises nothing."""
    file = tmp_path / "x.pack"
    saved(file)
    data = bytearray(file.read_bytes())
    assert len(data) == 99
    data[at] ^= 4
    file.write_bytes(data)
    pack = Pack(file)
    found = {name: pack.newest(name) for name in pack.names}
    good = {name: value for name, value in found.items() if value is not None}
    assert good.items() < VALUES.items()
    assert all(pack.get(name, pack.stamp(name)) == (good[name][1] if name in good else None) for name in pack.names)
    pack.save({"d": ("", b"later")}, frozenset((*VALUES, "d")))
    assert Pack(file).get("d", "") == b"later"
