"""What the last build left, and what it was made of: the next one keeps what would come out the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct

from newsbrief.build import code, files, moves, plain
from newsbrief.build.code import Code
from newsbrief.build.looks import Known, Looks, above, all_changed_so, all_look_so, changes_of_all, looks_of_all
from newsbrief.build.results import Results
from newsbrief.build.seen import Identity, LostError, Piece, Seen, Sizes, identity
from newsbrief.build.sources import Sources

FORM = 6
FILE = "ledger.msgpack"
LENGTH = 8
# What a shell or make sets by itself and no settings ask for.
PASSING = frozenset(
    ("_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "WINDOWID")
)

Value = TypeVar("Value")


class Made(Struct, frozen=True):
    """`asked`: a digest of the command, its folder and its environment. `settings`: a digest of all of them.

    `roots`: where the `sources` were looked for. `templates`: what each template asks, by a digest of its text. `jobs`:
    what became of each. `built`: the build instant; `until`: when the site changes by itself,
    None for never; both in seconds since 1970. `told`: what was refused. `outline`: the name of what is kept
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

    `number`: about how many files these are. `clear`: whether the build left nothing else there.
    """

    seen: Seen
    number: int
    made: Made | None = None
    clear: bool = False

    @property
    def files(self) -> Mapping[str, Looks]:
        """See `Seen`, as of the next."""
        return self.seen.files

    @property
    def folders(self) -> Mapping[str, int]:
        """Not those that nothing is known of."""
        return self.seen.folders


class Head(Struct, frozen=True):
    """A ledger's first bytes tell how long this is, and behind it lie what a build made, and how all looks.

    `made`: the length of that, 0 where it is not known. All else as in Ledger.
    """

    form: int
    clear: bool
    number: int
    made: int
    sizes: Sizes


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
        return _read(room / FILE, identity(room / FILE))
    except Exception:  # whatever is wrong with it, all can be done anew
        return None


# A build asks three times, and what tens of thousands of jobs came to takes its time.
@lru_cache(maxsize=1)
def _read(file: Path, known: Identity) -> Ledger | None:
    with files.open_bytes(file) as kept:
        start = LENGTH + int.from_bytes(kept[:LENGTH], "little")
        head = plain.read(kept[LENGTH:start], Head)
        end = start + head.made
        made = plain.read(kept[start:end], Made) if head.made and head.form == FORM else None
    return Ledger(Seen(file, known, end, head.sizes), head.number, made, head.clear) if head.form == FORM else None


def written(made: Made | None) -> bytes:
    """What a ledger tells of a build, as it is kept."""
    return plain.written(made) if made else b""


def without(values: Mapping[str, Value], names: Iterable[str]) -> dict[str, Value]:
    """A copy of many values without a few."""
    found = dict(values)
    for name in names:
        found.pop(name, None)
    return found


def enter(room: Path, made: bytes, clear: bool, names: Collection[str], output: Path, known: Known) -> None:
    """Write the ledger of an output folder with these files. `made` is written already.

    All `known` files are among them.
    """
    others = set(names).difference(known.files)
    found = {**known.files, **looks_of_all(others, output)}
    # Whatever folder is not known has a file that is not, or had one that went.
    unknown = (above(others) | known.left) if known.folders else above(found)
    folders = {**known.folders, **changes_of_all(unknown - known.folders.keys(), output)}
    of_files, of_folders = Piece(_sorted(found)).written(), Piece(_sorted(folders)).written()
    sizes = Sizes((len(of_files),), (len(of_folders),))
    moves.write_whole(room / FILE, *_head(clear, len(found), made, sizes), of_files, of_folders)


def add(ledger: Ledger, room: Path, made: bytes, names: Collection[str], gone: Sequence[str], output: Path) -> None:
    """Write the ledger of a build that came after that of another one: these files are others since, these are gone."""
    folders = above((*names, *gone))
    changed = changes_of_all(folders, output)
    of_files = Piece(looks_of_all(names, output), tuple(gone)).written()
    of_folders = Piece(changed, tuple(folders - changed.keys())).written()
    before = ledger.seen.sizes
    sizes = Sizes((*before.files, len(of_files)), (*before.folders, len(of_folders)))
    draft = moves.draft(room / FILE)
    ledger.seen.put(draft, _head(ledger.clear, ledger.number, made, sizes), of_files, of_folders)
    draft.replace(room / FILE)


def _sorted(values: Mapping[str, Value]) -> dict[str, Value]:
    """In the order of their names: those of one folder are looked at faster one after the other."""
    return {name: values[name] for name in sorted(values)}


def _head(clear: bool, number: int, made: bytes, sizes: Sizes) -> tuple[bytes, bytes, bytes]:
    head = plain.written(Head(FORM, clear, number, len(made), sizes))
    return len(head).to_bytes(LENGTH, "little"), head, made


def intact(ledger: Ledger, names: Iterable[str], output: Path) -> bool:
    """Whether these files are as the last build left them."""
    wanted = tuple(names)
    try:
        files = {name: ledger.files[name] for name in wanted if name in ledger.files}
    except LostError:
        return False
    return len(files) == len(wanted) and all_look_so(files, output)


def all_intact(ledger: Ledger, output: Path) -> bool:
    """The same of all files."""
    try:
        return all_look_so(ledger.files, output)
    except LostError:
        return False


def answers(made: Made, question: str, now: float) -> bool:
    """Whether a build of the same sources would say the same: asked the same, by the same programs, nothing due."""
    due = now < made.built or (made.until is not None and now >= made.until)
    return made.asked == question and not due and same_programs(made)


def same_programs(made: Made) -> bool:
    """Whether all programs that made the site are as they were."""
    return made.python == code.python() and code.stands(made.code)


def untouched(ledger: Ledger, output: Path) -> bool:
    """Whether no name came into one of the folders since the last build, or went."""
    try:
        return all_changed_so(ledger.folders, output)
    except LostError:
        return False
