"""Everything that a run is given, as one list of members; and by what it is known again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from newsbrief.archive import members, zipped
from newsbrief.archive.members import Member
from newsbrief.model.refusal import RefusedError

HEAD = 1 << 16


class Inputs(Struct, frozen=True):
    """What is to be read, and its bytes on the disk, 0 where nobody knows.

    `known`: one entry for each input, equal as long as it has not changed; None where one cannot be read twice.
    """

    members: tuple[Member, ...]
    size: int
    known: list[list[object]] | None


def opened(given: Sequence[Path], standard: BinaryIO, stack: ExitStack) -> Inputs:
    """Look into everything given, in order; "-" is standard input. Zips stay open until the stack is left."""
    found: list[Member] = []
    known: list[list[object]] = []
    for one in given:
        if str(one) == "-":
            found.append(members.standard(standard))
            continue
        if not (one.is_file() or one.is_dir()):  # a pipe, which cannot be read twice either
            found.append(members.standard(stack.enter_context(one.open("rb"))))
            continue
        inside, identity = looked_into(one, len(given) > 1, stack)
        found += inside
        known.append(identity)
    again = len(known) == len(given)
    return Inputs(tuple(found), sum(member.size for member in found) if again else 0, known if again else None)


def looked_into(one: Path, several: bool, stack: ExitStack) -> tuple[list[Member], list[object]]:
    """What is in a folder, a zip or a file, and by what it is known again; `several`: whether others are given, too."""
    if one.is_dir():
        files = list(members.folder_members(one))
        return files, [one.name, len(files), _digest(one, files)]
    identity = [*members.identity(one), _head(one)]
    # What messages name: a line of the only file is "line 3", as it is on standard input.
    told = one.name if several else ""
    if zipped.is_zip(one):
        return list(_of_zip(one, f"{one.name}: " if several else "", stack)), identity
    member = members.file_member(one, one.name, told)
    return [member if member.form == "lines" else members.file_member(one, one.name, one.name)], identity


def _of_zip(file: Path, told: str, stack: ExitStack) -> Iterator[Member]:
    try:
        shelf = zipped.opened(file)
    except RefusedError as error:
        yield members.refused(file.name, file.name, file.stat().st_size, str(error))
        return
    stack.callback(shelf.file.close)
    yield from zipped.members(shelf, told)


def _digest(folder: Path, files: Sequence[Member]) -> str:
    digest = hashlib.sha256()
    for member in files:
        file = folder / member.name
        changed = 0 if member.form == "refused" else file.stat().st_mtime_ns
        digest.update(f"{member.name}\0{member.size}\0{changed}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _head(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.sha256(stream.read(HEAD)).hexdigest()
