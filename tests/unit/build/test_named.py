"""Large values that a build keeps under drawn names."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.build import named

Words = tuple[str, ...]


def test_each_is_found_by_its_own_name_until_it_is_told_to_go(tmp_path: Path) -> None:
    """One that is only drawn, or of another kind or name, is none; what earlier versions kept goes, too."""
    one = named.keep("words", ("one",), tmp_path)
    other = named.named("words", lambda: ("other",), tmp_path)
    assert named.read("words", tmp_path, other.name, Words) is None
    other.write()
    found = [named.read(kind, tmp_path, name, Words) for kind in ("words", "names") for name in (one, other.name, "")]
    assert found == [("one",), ("other",), None, None, None, None]
    (tmp_path / "words.msgpack").write_bytes(b"of an earlier version")
    (tmp_path / "names.msgpack").write_bytes(b"of another kind")
    named.forget_others("words", tmp_path, [other.name])
    assert {file.name for file in tmp_path.iterdir()} == {f"words-{other.name}.msgpack", "names.msgpack"}


@pytest.mark.parametrize("spoilt", [b"", b"mine", b"another value's", b"another bit"])
def test_what_a_disk_did_not_keep_is_none(tmp_path: Path, spoilt: bytes) -> None:
    """Nor is one that lies where another should."""
    name, other = (named.keep("words", (value,), tmp_path) for value in ("one", "other"))
    file = tmp_path / f"words-{name}.msgpack"
    whole = file.read_bytes()
    others = {
        b"another value's": (tmp_path / f"words-{other}.msgpack").read_bytes(),
        b"another bit": whole[:-1] + bytes([whole[-1] ^ 1]),
    }
    file.write_bytes(others.get(spoilt, spoilt))
    assert named.read("words", tmp_path, name, Words) is None
