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
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from jinja2.bccache import Bucket, FileSystemBytecodeCache

import newsbrief
from newsbrief.build import code
from newsbrief.rules import user_cache as own_cache

# Functions that are known by the programs they are part of.
KNOWN = ("newsbrief", "pelican", "jinja2", "markupsafe", "operator", "builtins", "_operator")
# Each version of a program and each kind of environment has a folder of its own; of more the oldest goes.
MOST = 16


class UntoldError(Exception):
    """What an environment does cannot be said in words that another process would understand."""


def load(bucket: Bucket, told: str) -> bool:
    """Put the code into the bucket if it was kept for the same text and an environment that does the same.

    `told`: what that does, in words. Where there are none, nothing is kept.
    """
    if place := _place(told, bucket.environment):
        # A file that was cut short, or is of another Python: Jinja's own reading says so in many ways.
        with contextlib.suppress(Exception):
            place.load_bytecode(bucket)
    return bucket.code is not None


def dump(bucket: Bucket, told: str) -> None:
    """Keep the code; without a word where it cannot be: it is compiled again then."""
    if place := _place(told, bucket.environment):
        with contextlib.suppress(OSError):
            place.dump_bytecode(bucket)


def _place(told: str, env: Environment) -> FileSystemBytecodeCache | None:
    return _opened(own_cache.folder("templates"), f"{told} {type(env).__qualname__}") if told else None


@cache
def _opened(place: Path | None, told: str) -> FileSystemBytecodeCache | None:
    if place is None:
        return None
    made_by = f"{code.of_folder(str(Path(newsbrief.__file__).parent))} {code.python()} {told}"
    own = place / hashlib.blake2b(made_by.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    try:
        own.mkdir(mode=own_cache.PRIVATE, exist_ok=True)
        os.utime(own)
        others = sorted((one for one in place.iterdir() if one != own), key=lambda one: one.stat().st_mtime)
    except OSError:
        return None
    for one in others[: max(0, len(others) + 1 - MOST)]:
        shutil.rmtree(one, ignore_errors=True)
    return FileSystemBytecodeCache(str(own), "%s.code")


def told(ways: list[Any]) -> str:
    """What an environment does, in words; "" where another process would not understand them."""
    try:
        return said(ways)
    except UntoldError:
        return ""


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
