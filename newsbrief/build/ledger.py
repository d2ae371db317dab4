"""What the last build left, and what it was made of: the next one keeps what would come out the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from struct import Struct as Packed
from typing import Any, TypeVar

from msgspec import Struct, field

from newsbrief.build import code, files, plain
from newsbrief.build.code import Code
from newsbrief.build.results import Results
from newsbrief.build.sources import AT_REST, Sources

FORM = 5
FILE = "ledger.msgpack"
# Nanoseconds. The clocks of disks tick a hundred times or more in a second, or they count in seconds.
TICK, SECOND = 100_000_000, 1_000_000_000
# What a shell or make sets by itself and no settings ask for.
PASSING = frozenset(
    ("_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "WINDOWID")
)

Value = TypeVar("Value")
# A file's size, and when its bytes and its entry in the folder changed, in nanoseconds: to be held against another's
# only, and so they are one value for each of tens of thousands of files.
Looks = bytes
_looks = Packed("<3q").pack


class Made(Struct, frozen=True):
    """`asked`: a digest of the command, its folder and its environment. `settings`: a digest of all of them.

    `roots`: where the `sources` were looked for. `templates`: what each template asks, by a digest of its text. `jobs`:
    what became of each. `built`: the build instant; `until`: when the site changes by itself,
    None for never; both in seconds since 1970. `told`: what was refused. `outline`: a digest of what is kept
    elsewhere of the site as a whole, "" where nothing is. `readers`: the state of what a site for readers was held
    against. `settled`: the settings as a build may take them that does without Pelican, "" where none may.
    """

    asked: str
    python: str
    code: Code
    settings: str
    roots: tuple[str, ...]
    sources: Sources
    templates: Mapping[str, Any]
    jobs: Results
    built: float
    until: float | None = None
    told: tuple[str, ...] = ()
    outline: str = ""
    readers: str = ""
    settled: str = ""


class Ledger(Struct, frozen=True):
    """`files`: each file of the output as the build left it; `folders`: when a name in each last came or went.

    `clear`: whether the build left nothing else there.
    """

    files: Mapping[str, Looks]
    folders: Mapping[str, int] = field(default_factory=dict)
    made: Made | None = None
    clear: bool = False


class Entered(Struct, frozen=True):
    """A ledger as it is kept; `made` was written down before all else was known."""

    form: int
    clear: bool
    files: Mapping[str, Looks]
    folders: Mapping[str, int]
    made: memoryview


def asked(arguments: Iterable[str]) -> str:
    """A build's question, as a digest: its arguments, the folder and the environment. The same one has one answer."""
    given = sorted((name, value) for name, value in os.environ.items() if name not in PASSING)
    question = json.dumps([os.getcwd(), given, *arguments])
    return hashlib.blake2b(question.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def ended(room: Path) -> int:
    """When the last build of a room did, in nanoseconds since 1970."""
    return os.stat(room / FILE).st_mtime_ns


def read(room: Path) -> Ledger | None:
    """The ledger of a room; None where there is none or it was written by another version."""
    try:
        looks = os.stat(room / FILE)
        return _read(room / FILE, (looks.st_size, looks.st_mtime_ns, looks.st_ctime_ns, looks.st_ino))
    except Exception:  # whatever is wrong with it, all can be done anew
        return None


# A build asks three times, and it takes a tenth of a second with ten thousand briefs.
@lru_cache(maxsize=1)
def _read(file: Path, looks: tuple[int, ...]) -> Ledger | None:
    with files.open_bytes(file) as kept:
        found = plain.read(kept, Entered)
        made = plain.read(found.made, Made) if found.made else None
        found.made.release()
    return Ledger(found.files, found.folders, made, found.clear) if found.form == FORM else None


def written(made: Made | None) -> bytes:
    """What a ledger tells of a build, as it is kept."""
    return plain.written(made) if made else b""


class Known(Struct, frozen=True):
    """How files and folders look that nothing has touched; `left`: folders that a file went from."""

    files: Mapping[str, Looks] = field(default_factory=dict)
    folders: Mapping[str, int] = field(default_factory=dict)
    left: frozenset[str] = frozenset()


NOTHING = Known()


def without(values: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    """A copy of many values without a few."""
    found = dict(values)
    for name in names:
        found.pop(name, None)
    return found


def entered(made: bytes, clear: bool, names: Collection[str], output: Path, known: Known) -> bytearray:
    """The ledger of an output folder with these files, as it is kept. `made` is so already.

    All `known` files are among them.
    """
    others = set(names).difference(known.files)
    looks = ((name, looks_of(f"{output}/{name}")) for name in others)
    files = {**known.files, **{name: found for name, found in looks if found}}
    # Whatever folder is not known has a file that is not, or had one that went.
    unknown = (above(others) | known.left) if known.folders else above(files)
    changed = ((name, _changed(f"{output}/{name}")) for name in unknown - known.folders.keys())
    folders = {**known.folders, **{name: found for name, found in changed if found is not None}}
    return plain.put_behind(b"", Entered(FORM, clear, files, folders, memoryview(made)))


def above(names: Iterable[str]) -> set[str]:
    """Every folder that one of the files is in, from the output folder ("") down."""
    found = {""}
    for name in names:
        while (name := name.rpartition("/")[0]) not in found:
            found.add(name)
    return found


def noted(written: Mapping[str, Looks | None], folder: Path) -> Known:
    """What is known below a folder in which only these files were written so far, which looked so when they were.

    Clocks of disks tick: what is written a moment after the last of them may not be seen by a folder's time, and of
    folders that are as young nothing is known.
    """
    looked = ((name, _changed(f"{folder}/{name}")) for name in above(written))
    changed = {name: found for name, found in looked if found is not None}
    tick = TICK if any(found % SECOND for found in changed.values()) else AT_REST
    newest = max(changed.values(), default=0)
    known = {name: found for name, found in changed.items() if found < newest - tick}
    return Known({name: looks for name, looks in written.items() if looks}, known)


def looked(folder: str, noted: Known = NOTHING) -> Known:
    """How all files and folders below a folder look; not the folder itself, which may be moved.

    No name came or went in those folders that look as they were `noted`, and all others are walked through: to look
    into each of twenty thousand takes five times as long.
    """
    same = {name for name, changed in noted.folders.items() if _changed(f"{folder}/{name}") == changed}
    files = {name: looks for name, looks in noted.files.items() if name.rpartition("/")[0] in same}
    folders = {name: noted.folders[name] for name in same}
    left = [""] if "" not in same else []
    left += [name for name in above(noted.files) - same if name]
    while left:
        place = left.pop()
        changed = _changed(f"{folder}/{place}")
        if place in folders or changed is None:
            continue
        folders[place] = changed
        for one in os.scandir(f"{folder}/{place}"):
            name = f"{place}/{one.name}" if place else one.name
            if one.is_dir(follow_symlinks=False):
                left.append(name)
            elif one.is_file() and (found := looks_of(one.path)):
                files[name] = found
    folders.pop("", None)
    return Known(files, folders)


def looks_of(path: str) -> Looks | None:
    """A file's size and times, by which it is known to be the one that was written; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return _looks(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def intact(ledger: Ledger, names: Iterable[str], output: Path) -> bool:
    """Whether these files are as the last build left them."""
    return all(name in ledger.files and looks_of(f"{output}/{name}") == ledger.files[name] for name in names)


def answers(made: Made, question: str, now: float) -> bool:
    """Whether a build of the same sources would say the same: asked the same, by the same programs, nothing due."""
    due = now < made.built or (made.until is not None and now >= made.until)
    return made.asked == question and not due and same_programs(made)


def same_programs(made: Made) -> bool:
    """Whether all programs that made the site are as they were."""
    return made.python == code.python() and code.stands(made.code)


def untouched(ledger: Ledger, output: Path) -> bool:
    """Whether no name came into one of the folders since the last build, or went."""
    return all(_changed(f"{output}/{name}") == changed for name, changed in ledger.folders.items())


def _changed(folder: str) -> int | None:
    try:
        return os.stat(folder).st_mtime_ns
    except OSError:
        return None
