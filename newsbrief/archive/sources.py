"""What `ingest` is given, looked into: its articles one by one, each with the name that its brief knows it by."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from msgspec import Struct

from newsbrief.archive import inputs, members, zipped
from newsbrief.archive.item import MAX_ITEM_BYTES, Item, Place, Step
from newsbrief.archive.members import Member
from newsbrief.archive.steps import steps, whole
from newsbrief.content.folders import RAW_FOLDER
from newsbrief.desk.raw_files import Listings
from newsbrief.desk.records import Raw
from newsbrief.images import look
from newsbrief.images.beside import Beside, Picture, is_picture
from newsbrief.model.article import MAX_RAW_BYTES
from newsbrief.model.refusal import RefusedError, printable

NO_RAW = Raw(Path(), b"", "")
# No identifier is longer; a longer one is no name for a file.
LONGEST_ID = 120


class RawItem(Item, frozen=True):
    """An item with what the desk has to know of it."""

    raw: Raw = NO_RAW


class RawStep(Step, frozen=True):
    """A step with such an item."""

    item: RawItem


class Source(Struct, frozen=True):
    """One thing that was given. `size`: its bytes on the disk; `pictures`: those that belong to the article at a path.

    `origin`: what stands before its members' names in briefs; None for a file, which is its only member.
    """

    path: Path
    members: Sequence[Member]
    size: int
    origin: str | None
    pictures: Callable[[Path], Sequence[Picture]]

    def steps(self) -> Iterator[RawStep]:
        """Its articles in order, read one by one."""
        read = 0
        for member in self.members:
            for step in steps([member], Place()):
                yield RawStep(self._item(member, step.item), step.after, read + step.read)
            read += member.size

    def _item(self, member: Member, item: Item) -> RawItem:
        file = self.path if self.origin is None else self.path / member.name
        name = f"{self.origin or ''}{member.name}"
        if item.kind == "line" or not item.name:
            number = item.place.rpartition(" ")[2]
            file, name = file.with_name(f"{file.name}, line {number}"), f"{name}#{_identified(item.data) or number}"
        sha256 = hashlib.sha256(item.data).hexdigest()
        raw = Raw(file, item.data, sha256, "", name, member.changed, titled=item.kind == "line")
        return RawItem(item.kind, item.name, item.place, item.data, item.reason, raw)


def opened(one: Path, content: Path, stack: ExitStack) -> Source:
    """Look into a folder, a zip or a file; a zip stays open until the stack is left."""
    folder = content / RAW_FOLDER
    if one.is_dir():
        return _folder(one, folder)
    if one.is_file() and zipped.is_zip(one):
        found, _ = inputs.looked_into(one, False, stack)
        return _archive(one, found, f"{one.name}/", _from_zip(one, found))
    found = [members.file_member(one, one.name, one.name)]
    if found[0].form == "lines" and found[0].size <= MAX_RAW_BYTES and one.suffix.lower() in members.LINES:
        found = [_desks_own(found[0])] if one.resolve().parent == folder.resolve() else found
    return Source(one, found, found[0].size, None, Listings().beside)


def _desks_own(member: Member) -> Member:
    """Among the raw articles a file of lines is one agency's file of several items."""
    return Member(member.name, member.told, member.size, "raw", member.open, changed=member.changed)


def _folder(one: Path, raw: Path) -> Source:
    home = one.resolve()
    inside = home.relative_to(raw.resolve()).as_posix() if home.is_relative_to(raw.resolve()) else home.name
    found = list(members.folder_members(one))
    return _archive(one, found, "" if inside == "." else f"{inside}/", look.read)


def _archive(one: Path, found: Sequence[Member], origin: str, read: Callable[[Path], bytes]) -> Source:
    """A folder or a zip, its pictures beside their articles and no articles themselves."""
    raws = [one / member.name for member in found if member.form == "raw"]
    pictures = Beside.of(raws, read)
    taken = pictures.all()
    left = [member for member in found if one / member.name not in taken]
    return Source(one, left, sum(member.size for member in left), origin, pictures.beside)


def _from_zip(one: Path, found: Sequence[Member]) -> Callable[[Path], bytes]:
    at = {one / member.name: member for member in found if is_picture(Path(member.name))}

    def read(file: Path) -> bytes:
        stream = at[file].open()
        try:
            data = whole(stream.stream)
        finally:
            stream.close()
        if len(data) > MAX_ITEM_BYTES:
            raise RefusedError((0, f"has more than {MAX_ITEM_BYTES:,} bytes; save it smaller"))
        return data

    return read


def _identified(data: bytes) -> str:
    """The id that a line has for its article, as a brief may remember it; "" for none."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return ""
    name = value.get("id") if isinstance(value, dict) else None
    said = str(name) if isinstance(name, str | int) and not isinstance(name, bool) else ""
    return "" if len(said) > LONGEST_ID else printable(said)
