"""What the last build left, and what it was made of: the next one keeps what would come out the same."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from newsbrief.build import code, moves, named, plain
from newsbrief.build.account import Made, Written
from newsbrief.build.looks import (
    OF_FILE,
    Known,
    Looks,
    above,
    all_changed_so,
    all_look_so,
    changes_of_all,
    looks_of_all,
)
from newsbrief.build.pieces import (
    FILES,
    FOLDERS,
    Column,
    Identity,
    LostError,
    Lying,
    Pieces,
    Sizes,
    identity,
    of_files,
    of_folders,
)
from newsbrief.build.results import Results
from newsbrief.build.sources import Sources
from newsbrief.content import files

FORM = 7
# Its first pieces lie in a file of another name.
FILE, PIECES = "ledger.msgpack", "pieces"
LENGTH = 8
# What a shell or make sets by itself and no settings ask for.
PASSING = frozenset(
    ("_", "PWD", "OLDPWD", "SHLVL", "COLUMNS", "LINES", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "WINDOWID")
)

Value = TypeVar("Value")


class Ledger(Struct, frozen=True):
    """`pieces`: what is known by thousands of names, all of it below. `number`: about how many files there are.

    `clear`: whether the build left nothing else in the output folder.
    """

    pieces: Pieces
    number: int
    made: Made | None = None
    clear: bool = False

    @property
    def known(self) -> bool:
        """Whether the rest of it is still there, and can be read: what became of jobs is asked for first."""
        try:
            return self.jobs is not None
        except LostError:
            return False

    @property
    def sources(self) -> Sources:
        """Every file that the site was made of; like the rest, a LostError where it is not known any more."""
        return self.pieces.sources

    @property
    def jobs(self) -> Results:
        """What became of each job."""
        return self.pieces.jobs

    @property
    def files(self) -> Mapping[str, Looks]:
        """Each file of the output, as the build left it."""
        return self.pieces.files

    @property
    def folders(self) -> Mapping[str, int]:
        """When a name in each last came or went; not those that nothing is known of."""
        return self.pieces.folders


class Head(Struct, frozen=True):
    """A ledger's first bytes tell how long this is; behind it lie what a build made, and the later pieces.

    `made`: the length of that, 0 where it is not known. `name`: by which the first pieces are found, of these `sizes`;
    `later`: the sizes of the others. All else as in Ledger.
    """

    form: int
    clear: bool
    number: int
    made: int
    name: str
    sizes: Sizes
    later: tuple[Sizes, ...] = ()


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


# A build asks three times.
@lru_cache(maxsize=1)
def _read(file: Path, known: Identity) -> Ledger | None:
    with files.open_bytes(file) as kept:
        start = LENGTH + int.from_bytes(kept[:LENGTH], "little")
        head = plain.read(kept[LENGTH:start], Head)
        end = start + head.made
        made = plain.read(kept[start:end], Made) if head.made and head.form == FORM else None
    if head.form != FORM:
        return None
    begins = head.name.encode()
    first = Lying(named.place(PIECES, file.parent, head.name), len(begins), (head.sizes,), begins=begins)
    return Ledger(Pieces(first, Lying(file, end, head.later, known)), head.number, made, head.clear)


def enter(room: Path, account: Written, clear: bool, names: Collection[str], output: Path, known: Known) -> None:
    """Write the ledger of an output folder with these files. `account` is one of all.

    All `known` files are among them.
    """
    others = set(names).difference(known.files)
    found = {**known.files, **looks_of_all(others, output)}
    # Whatever folder is not known has a file that is not, or had one that went.
    unknown = (above(others) | known.left) if known.folders else above(found)
    folders = {**known.folders, **changes_of_all(unknown - known.folders.keys(), output)}
    pieces = _pieces(account, of_files(_sorted(found)), of_folders(_sorted(folders)))
    name = named.drawn()
    files.write(str(named.place(PIECES, room, name)), name.encode(), *pieces)
    head = Head(FORM, clear, len(found), len(account.made), name, _sizes(pieces))
    moves.write_whole(room / FILE, *_begun(head), account.made)
    named.forget_others(PIECES, room, [name])


def add(
    ledger: Ledger, room: Path, account: Written, names: Collection[str], gone: Sequence[str], output: Path
) -> None:
    """Write the ledger of a build that came after that of another one: these files are others since, these are gone.

    `account` is one of what is other, too.
    """
    folders = above((*names, *gone))
    changed = changes_of_all(folders, output)
    files_now, folders_now = of_files(looks_of_all(names, output), gone), of_folders(changed, folders - changed.keys())
    pieces = _pieces(account, files_now, folders_now)
    first, later = ledger.pieces.first, ledger.pieces.later
    sizes = (*later.sizes, _sizes(pieces))
    name = first.begins.decode()
    head = Head(FORM, ledger.clear, ledger.number, len(account.made), name, first.sizes[0], sizes)
    draft = moves.draft(room / FILE)
    ledger.pieces.put(draft, (*_begun(head), account.made), pieces)
    draft.replace(room / FILE)


def _pieces(account: Written, files_now: Column, folders_now: Column) -> tuple[bytes, ...]:
    return (account.sources, account.keys, account.others, plain.written(files_now), plain.written(folders_now))


def _sizes(pieces: Iterable[bytes]) -> Sizes:
    return tuple(map(len, pieces))


def _sorted(values: Mapping[str, Value]) -> dict[str, Value]:
    """In the order of their names: those of one folder are looked at faster one after the other."""
    return {name: values[name] for name in sorted(values)}


def _begun(head: Head) -> tuple[bytes, bytes]:
    told = plain.written(head)
    return len(told).to_bytes(LENGTH, "little"), told


def intact(ledger: Ledger, names: Iterable[str], output: Path) -> bool:
    """Whether these files are as the last build left them."""
    wanted = tuple(names)
    try:
        files = {name: ledger.files[name] for name in wanted if name in ledger.files}
    except LostError:
        return False
    return len(files) == len(wanted) and all_look_so(files, map(OF_FILE.unpack, files.values()), output)


def all_intact(ledger: Ledger, output: Path) -> bool:
    """The same of all files."""
    try:
        return all_look_so(*ledger.pieces.seen(FILES), output)
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
        return all_changed_so(*ledger.pieces.seen(FOLDERS), output)
    except LostError:
        return False
