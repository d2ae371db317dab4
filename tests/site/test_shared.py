"""What tests share is made once, however many processes want it at the same time."""

from __future__ import annotations

import multiprocessing
import os
from functools import partial
from pathlib import Path

import pytest

from tests.shared import made_in

PROCESSES = 3


def noted(log: Path, folder: Path) -> tuple[Path, int]:
    """Takes a while, in which the others ask too; gives its folder and the process that made it."""
    assert list(folder.iterdir()) == []
    for _ in range(100):
        (folder / "site").write_text("x" * 100_000, "utf-8")
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
    return folder, os.getpid()


def asked(room: Path, log: Path) -> tuple[Path, int]:
    return made_in(room, partial(noted, log))


def test_one_makes_it_for_all(tmp_path: Path) -> None:
    """All get what the first made, and nobody begins anew."""
    log = tmp_path / "log"
    with multiprocessing.get_context("spawn").Pool(PROCESSES) as pool:
        found = pool.starmap(asked, [(tmp_path / "room", log)] * PROCESSES, chunksize=1)
    assert len(set(found)) == 1
    assert log.read_text("utf-8") == f"{found[0][1]}\n"
    assert (found[0][0] / "site").is_file()
    assert asked(tmp_path / "another", log)[1] == os.getpid()


def test_what_went_wrong_is_tried_again(tmp_path: Path) -> None:
    """In a folder that is as empty as the first was."""

    def failing(folder: Path) -> None:
        (folder / "half").touch()
        raise ValueError("half way")

    for _ in range(2):
        with pytest.raises(ValueError, match="half way"):
            made_in(tmp_path / "room", failing)
    assert asked(tmp_path / "room", tmp_path / "log")[1] == os.getpid()
