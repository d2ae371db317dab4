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


@pytest.mark.parametrize("indexed", [True, False])
@pytest.mark.parametrize("at", range(17, 87))
def test_no_damaged_value_is_handed_out(tmp_path: Path, at: int, indexed: bool) -> None:
    """One bit that flips, wherever it is, costs the value that it is in, or those behind it, and raises nothing."""
    file = tmp_path / "x.pack"
    saved(file)
    if not indexed:
        file.with_suffix(".index").unlink()
    data = bytearray(file.read_bytes())
    assert len(data) == 87
    data[at] ^= 4
    file.write_bytes(data)
    pack = Pack(file)
    found = {name: pack.newest(name) for name in pack.names}
    good = {name: value for name, value in found.items() if value is not None}
    # The index knows names, stamps and lengths, too.
    assert good.items() <= VALUES.items() if indexed else good.items() < VALUES.items()
    assert all(pack.get(name, pack.stamp(name)) == (good[name][1] if name in good else None) for name in pack.names)
    pack.save({"d": ("", b"later")}, frozenset((*VALUES, "d")))
    assert Pack(file).get("d", "") == b"later"


@pytest.mark.parametrize("at", range(0, 120, 3))
def test_damaged_index_costs_nothing(tmp_path: Path, at: int) -> None:
    """The file is looked through instead."""
    file = tmp_path / "x.pack"
    saved(file)
    index = file.with_suffix(".index")
    data = bytearray(index.read_bytes())
    data[at % len(data)] ^= 4
    index.write_bytes(data)
    pack = Pack(file)
    assert {name: pack.newest(name) for name in pack.names} == VALUES


def test_index_of_another_file_is_none(tmp_path: Path) -> None:
    """As where a folder was copied, or a build killed between the two."""
    file = tmp_path / "x.pack"
    saved(file)
    other = tmp_path / "y.pack"
    Pack(other).save({"other": ("", b"other")}, frozenset(["other"]))
    other.with_suffix(".index").replace(file.with_suffix(".index"))
    assert set(Pack(file).names) == set(VALUES)


def test_what_the_index_does_not_know_of_is_looked_for(tmp_path: Path) -> None:
    """A build that was killed before it wrote the index had written values."""
    file = tmp_path / "x.pack"
    saved(file)
    index = file.with_suffix(".index").read_bytes()
    Pack(file).save({"a": ("new", b"newer"), "d": ("", b"later")}, frozenset((*VALUES, "d")))
    file.with_suffix(".index").write_bytes(index)
    pack = Pack(file)
    assert set(pack.names) == {*VALUES, "d"}
    assert pack.newest("a") == ("new", b"newer")
    with file.open("ab") as handle:
        handle.write(b"half a rec")
    assert Pack(file).newest("d") == ("", b"later")
