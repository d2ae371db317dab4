"""Whole files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from newsbrief.content.files import CHUNK, TooLargeError, read, write

SIZES = [0, 1, 4096, 3 * CHUNK + 1]


@pytest.mark.parametrize("size", SIZES)
def test_bytes_come_back(size: int, tmp_path: Path) -> None:
    """However many there are, in parts; a longer file that was there is gone."""
    file, data = tmp_path / "file", os.urandom(size)
    file.write_bytes(bytes(size + 10))
    write(str(file), data[:3], b"", memoryview(data)[3:])
    assert read(file) == file.read_bytes() == data


def test_file_is_made_as_python_makes_it(tmp_path: Path) -> None:
    """For the same people to read and to write."""
    write(str(tmp_path / "ours"), b"x")
    (tmp_path / "theirs").write_bytes(b"x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    """It says how large it is."""
    file = tmp_path / "file"
    file.write_bytes(bytes(11))
    assert read(file, 11) == bytes(11)
    with pytest.raises(TooLargeError) as told:
        read(file, 10)
    assert told.value.size == 11


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc elsewhere")
def test_file_that_says_nothing_of_its_size_is_read() -> None:
    """As those of the system do, which have no bytes till they are asked for."""
    assert read("/proc/self/status").startswith(b"Name:")


@pytest.mark.parametrize("name", ["nowhere/file", ""])
def test_what_cannot_be_opened_is_told(name: str, tmp_path: Path) -> None:
    """As the system tells it."""
    with pytest.raises(OSError, match=r"No such file|Is a directory"):
        write(f"{tmp_path}/{name}", b"x")
    with pytest.raises(OSError, match=r"No such file|Is a directory"):
        read(f"{tmp_path}/{name}")
