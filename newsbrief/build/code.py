"""The programs that make a site: when one of them changes, nothing that an earlier one made may be kept."""

from __future__ import annotations

import hashlib
import os
import sys
import sysconfig
from collections.abc import Iterator, Mapping

# Each file's size and time of change (in nanoseconds).
Code = Mapping[str, tuple[int, int]]
INSTALLED = ("site-packages", "dist-packages")


def loaded() -> dict[str, tuple[int, int]]:
    """Every module in memory that is not Python's own, plugins and settings too, as it lies on the disk."""
    own = (sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
    files = {getattr(module, "__file__", None) or "" for module in tuple(sys.modules.values())}
    outside = (path for path in files if path and not (path.startswith(own) and not _installed(path)))
    return {path: looks for path in sorted(outside) if (looks := _looks(path))}


def of_folder(folder: str) -> str:
    """A digest of how all Python files below a folder look."""
    files = sorted(_python_files(folder))
    return hashlib.blake2b(repr([(path, _looks(path)) for path in files]).encode(), digest_size=16).hexdigest()


def _python_files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        # What Python compiled is as many files again.
        folders[:] = [one for one in folders if one != "__pycache__"]
        yield from (f"{place}/{name}" for name in names if name.endswith(".py"))


def stands(code: Code) -> bool:
    """Whether all these files are as they were."""
    return all(_looks(path) == tuple(looks) for path, looks in code.items())


def python() -> str:
    """Which Python runs, and what is installed for it: a plugin that is new has not been loaded before."""
    names = sorted(name for folder in sys.path if _installed(folder) for name in _names(folder))
    return f"{sys.version} {sys.prefix} {' '.join(names)}"


def _names(folder: str) -> list[str]:
    try:
        return [name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info", ".pth", ".egg-link"))]
    except OSError:
        return []


def _installed(path: str) -> bool:
    return any(name in path for name in INSTALLED)


def _looks(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns)
