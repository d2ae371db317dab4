"""Files on their way from one folder into another, and what stands in it."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsbrief.content import files


def make_way(target: Path, output: Path) -> None:
    """A page may take the name of what used to be a folder, or a folder that of a page."""
    for parent in reversed([target.parent, *target.parent.parents]):
        if parent.is_relative_to(output) and parent.is_file():
            parent.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)


def prune(folder: Path, output: Path) -> None:
    """Take away a folder with nothing in it any more, and those above that held nothing else."""
    while folder != output:
        try:
            folder.rmdir()  # to look first what is in it takes long where that is much
        except OSError:
            return
        folder = folder.parent


def same(new: Path, old: Path) -> bool:
    """Whether two files have the same bytes; there may be no old one."""
    return old.is_file() and filecmp.cmp(new, old, shallow=False)


def foreign(output: Path) -> Iterable[str]:
    """Every file of an output folder but hidden ones and CNAME, which are nobody's to take away."""
    return (name for name in names(output) if not name.startswith(".") and name != "CNAME")


def names(folder: str | Path, above: str = "") -> Iterator[str]:
    """Every file below a folder, relative to it, with forward slashes."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from names(entry.path, f"{above}{entry.name}/")
        elif entry.is_file():
            yield f"{above}{entry.name}"


def write_whole(path: Path, *parts: bytes | bytearray) -> None:
    """A file that is there is whole: it is written under another name and moved."""
    other = draft(path)
    files.write(str(other), *parts)
    other.replace(path)


def draft(path: Path) -> Path:
    """Where a file is written that is to be whole under its own name."""
    return path.with_suffix(".new")
