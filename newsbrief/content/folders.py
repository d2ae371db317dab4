"""Where files lie in the content folder, and which of them are briefs."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

BRIEF_FOLDERS = ("briefs",)
RAW_FOLDER = "raw"
PEOPLE_FILE = "people.yaml"
STORIES_FOLDER = "stories"


def brief_files(content: Path, folders: Iterable[str] = BRIEF_FOLDERS) -> tuple[Path, ...]:
    """Return the Markdown files below these folders in order; hidden files and editors' leftovers are not briefs."""
    return tuple(map(Path, _found(content, folders)))


def brief_paths(content: Path, folders: Iterable[str] = BRIEF_FOLDERS) -> tuple[str, ...]:
    """Return the paths of the same files below the content folder, in the same order, without making a Path of each."""
    above = f"{content}{os.sep}"
    return tuple(file.removeprefix(above).replace(os.sep, "/") for file in _found(content, folders))


def is_brief(path: str, folders: Iterable[str] = BRIEF_FOLDERS) -> bool:
    """Return whether a file with that path below the content folder holds a brief."""
    inside = any(path.startswith(f"{folder.strip('/')}/") for folder in folders)
    return inside and path.endswith(".md") and not path.rpartition("/")[2].startswith((".", "#"))


def _found(content: Path, folders: Iterable[str]) -> list[str]:
    found = {file for folder in folders for file in _markdown(os.fspath(content / folder))}
    # Making a Path of each file takes longer than finding the files.
    return sorted(found, key=lambda file: file.split(os.sep))  # noqa: PTH206


def _markdown(folder: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # a folder that is missing or unreadable holds no briefs
        return
    for one in entries:
        if one.is_dir(follow_symlinks=False):
            yield from _markdown(one.path)
        elif one.name.endswith(".md") and not one.name.startswith((".", "#")) and _is_file(one):
            yield one.path


def _is_file(one: os.DirEntry[str]) -> bool:
    return one.is_file(follow_symlinks=False) or (one.is_symlink() and os.path.isfile(one.path))  # noqa: PTH113
