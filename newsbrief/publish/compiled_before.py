"""Templates as they were compiled by an earlier run, kept in the user's own cache, as Python keeps what it compiled.

To compile a theme takes longer than the edit of one brief. What is read here is run, so it does not lie beside the
output, where a site's folder may come from anybody: it lies where only the user can write, and is not used if others
could. What cannot be told from one process to the next, such as what a newsroom's own filter does, is not kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

import newsbrief
from newsbrief.build import code

# Functions that are known by the programs they are part of.
KNOWN = ("newsbrief", "pelican", "jinja2", "markupsafe", "operator", "builtins", "_operator")
# Each version of a program and each kind of environment has a folder of its own; of more the oldest goes.
MOST = 16
PRIVATE = 0o700


class UntoldError(Exception):
    """What an environment does cannot be said in words that another process would understand."""


def folder() -> Path | None:
    """Where all of it is kept; None where nobody says where a user's cache is, or where others can write."""
    if os.name != "posix":
        return None
    named = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        # A relative one is to be ignored, says the XDG Base Directory Specification.
        place = (named if named.is_absolute() else Path("~/.cache").expanduser()) / "newsbrief" / "templates"
        place.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        return place if _of_the_user_alone(place) else None
    except (OSError, RuntimeError):  # or nobody knows where the user is at home
        return None


def _of_the_user_alone(place: Path) -> bool:
    found = place.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not found.st_mode & 0o022


def load(bucket: Bucket, ways: list[Any]) -> bool:
    """Put the code into the bucket if it was kept for the same text and an environment that does the same."""
    if place := _place(ways, bucket.environment):
        # A file that was cut short, or is of another Python: Jinja's own reading says so in many ways.
        with contextlib.suppress(Exception):
            place.load_bytecode(bucket)
    return bucket.code is not None


def dump(bucket: Bucket, ways: list[Any]) -> None:
    """Keep the code; without a word where it cannot be: it is compiled again then."""
    if place := _place(ways, bucket.environment):
        with contextlib.suppress(OSError):
            place.dump_bytecode(bucket)


def _place(ways: list[Any], env: Environment) -> FileSystemBytecodeCache | None:
    try:
        told = said(ways)
    except UntoldError:
        return None
    return _opened(folder(), f"{told} {type(env).__qualname__}")


@cache
def _opened(place: Path | None, told: str) -> FileSystemBytecodeCache | None:
    if place is None:
        return None
    made_by = f"{code.of_folder(str(Path(newsbrief.__file__).parent))} {code.python()} {told}"
    own = place / hashlib.blake2b(made_by.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    try:
        own.mkdir(mode=PRIVATE, exist_ok=True)
        os.utime(own)
        others = sorted((one for one in place.iterdir() if one != own), key=lambda one: one.stat().st_mtime)
    except OSError:
        return None
    for one in others[: max(0, len(others) + 1 - MOST)]:
        shutil.rmtree(one, ignore_errors=True)
    return FileSystemBytecodeCache(str(own), "%s.code")


def said(value: object) -> str:
    """The same words in each process for values that do the same. Raises UntoldError where there are none."""
    if value is None or isinstance(value, (str, bytes, int, float)):
        return repr(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{said(name)}: {said(one)}' for name, one in value.items()))}}}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(said, value))}]"
    if isinstance(value, partial):
        return f"partial({said(value.func)}, {said(value.args)}, {said(value.keywords)})"
    name = getattr(value, "__qualname__", "")
    program = getattr(value, "__module__", None) or ""
    if name and "<" not in name and program.partition(".")[0] in KNOWN:
        return f"{program}.{name}"
    raise UntoldError
