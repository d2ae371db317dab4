"""An archive's items, one after the other, from any place on."""

from __future__ import annotations

import lzma
import zlib
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from newsbrief.archive.annotation import refusal
from newsbrief.archive.item import MAX_ITEM_BYTES, PARCEL_BYTES, PARCEL_ITEMS, Item, Parcel, Place, Step
from newsbrief.archive.lines import lines
from newsbrief.archive.members import PIECE, Member
from newsbrief.model.refusal import RefusedError

# What the readers of packed files raise.
BROKEN = (RefusedError, OSError, EOFError, zlib.error, lzma.LZMAError)


def steps(members: Sequence[Member], start: Place) -> Iterator[Step]:
    """Every item from a place on; one that cannot be read costs only itself."""
    read = sum(member.size for member in members[: start.member])
    for number in range(start.member, len(members)):
        member = members[number]
        begin = start if number == start.member else Place(number)
        done = Place(number + 1)
        try:
            if member.form == "lines":
                yield from _lines(member, begin, read)
            else:
                yield Step(_whole(member), done, read + member.size)
        except BROKEN as error:
            yield Step(_refused(member, refusal(error)), done, read + member.size)
        read += member.size


def parcelled(found: Iterator[Step], items: int = PARCEL_ITEMS, size: int = PARCEL_BYTES) -> Iterator[Parcel]:
    """Steps by the parcel, each of at most so many items, and of so many bytes unless one item has more."""
    held: list[Item] = []
    held_bytes = 0
    for step in found:
        held.append(step.item)
        held_bytes += len(step.item.data)
        if len(held) >= items or held_bytes >= size:
            yield Parcel(tuple(held), step.after, step.read)
            held, held_bytes = [], 0
        last = step
    if held:
        yield Parcel(tuple(held), last.after, last.read)


def _whole(member: Member) -> Item:
    if member.form == "refused":
        return _refused(member, member.reason)
    if member.size > MAX_ITEM_BYTES:
        return _refused(member, _too_large(member.size))
    opened = member.open()
    try:
        data = whole(opened.stream)
    finally:
        opened.close()
    return _refused(member, _too_large(len(data))) if len(data) > MAX_ITEM_BYTES else _raw(member, data)


def _lines(member: Member, begin: Place, read: int) -> Iterator[Step]:
    opened = member.open()
    try:
        if begin.offset:
            opened.seek(begin.offset)
        for item, after in lines(opened.stream, begin, member.told):
            yield Step(item, after, read + min(opened.read(), member.size))
    finally:
        opened.close()


def whole(stream: BinaryIO) -> bytes:
    """Everything, and not much more than an item may have; a buffer for that is made only where there is so much."""
    pieces, left = [], MAX_ITEM_BYTES + 1
    while left > 0 and (piece := stream.read(min(PIECE, left))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


def _refused(member: Member, reason: str) -> Item:
    return Item("refused", member.name, member.told, reason=reason)


def _raw(member: Member, data: bytes) -> Item:
    return Item("raw", member.name, member.told, data)


def _too_large(size: int) -> str:
    return f"{size:,} bytes; an article has at most {MAX_ITEM_BYTES:,}"
