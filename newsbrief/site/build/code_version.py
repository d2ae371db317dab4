"""The version of the programs that make a site: when one changes, everything that they made is made again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b

INSTALLED = ("site-packages", "dist-packages")
METADATA = (".dist-info", ".egg-info", ".pth", ".egg-link")


def code_version(package: str) -> str:
    """Return a digest of the Python files below a folder, of this Python, and of the names of installed packages.

    Files are known by their size and time of change.
    """
    installed = sorted(name for folder in sys.path if _is_installed(folder) for name in _metadata(folder))
    values = (sys.version, sys.prefix, installed, sorted(_files(package)))
    return blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif entry.name.endswith((".py", ".toml")):
            found = entry.stat()
            yield entry.path, found.st_size, found.st_mtime_ns


def _metadata(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith(METADATA)]
    except OSError:
        return []


def _is_installed(path: str) -> bool:
    return any(name in path for name in INSTALLED)
