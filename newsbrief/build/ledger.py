"""What the last build left, and what it was made of: the next one keeps what would come out the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from newsbrief.build import code, files, plain
from newsbrief.build.code import Code
from newsbrief.build.looks import Known, Looks, above, all_changed_so, all_look_so, changed_at, looks_of
from newsbrief.build.results import Results
from newsbrief.build.sources import Sources

FORM = 5
FILE = "ledger.msgpack"
# What a shell or make sets by itself and no settings ask for.
PASSING = frozenset(
    ("_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "WINDOWID")
)

Value = TypeVar("Value")


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
    changed = ((name, changed_at(f"{output}/{name}")) for name in unknown - known.folders.keys())
    folders = {**known.folders, **{name: found for name, found in changed if found is not None}}
    return plain.put_behind(b"", Entered(FORM, clear, files, folders, memoryview(made)))


def intact(ledger: Ledger, names: Iterable[str], output: Path) -> bool:
    """Whether these files are as the last build left them."""
    wanted = tuple(names)
    files = {name: ledger.files[name] for name in wanted if name in ledger.files}
    return len(files) == len(wanted) and all_look_so(files, output)


def all_intact(ledger: Ledger, output: Path) -> bool:
    """The same of all files."""
    return all_look_so(ledger.files, output)


def answers(made: Made, question: str, now: float) -> bool:
    """Whether a build of the same sources would say the same: asked the same, by the same programs, nothing due."""
    due = now < made.built or (made.until is not None and now >= made.until)
    return made.asked == question and not due and same_programs(made)


def same_programs(made: Made) -> bool:
    """Whether all programs that made the site are as they were."""
    return made.python == code.python() and code.stands(made.code)


def untouched(ledger: Ledger, output: Path) -> bool:
    """Whether no name came into one of the folders since the last build, or went."""
    return all_changed_so(ledger.folders, output)
