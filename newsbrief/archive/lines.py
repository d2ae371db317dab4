"""Lines of a stream, of any length: a line that is longer than an item may be is passed over, never held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from newsbrief.archive.item import MAX_ITEM_BYTES, Item, Place
from newsbrief.archive.members import PIECE


def lines(stream: BinaryIO, start: Place, told: str) -> Iterator[tuple[Item, Place]]:
    """(item, place behind it) for each line that is not blank. The stream stands at `start`.

    `told` is the stream's name in messages, "" where there is only one.
    """
    offset, number = start.offset, start.line
    while line := stream.readline(MAX_ITEM_BYTES + 1):
        number += 1
        place = f"{told}, line {number}" if told else f"line {number}"
        length, too_long = len(line), len(line) - line.endswith(b"\n") > MAX_ITEM_BYTES
        while too_long and not line.endswith(b"\n"):
            line = stream.readline(PIECE)
            if not line:
                break
            length += len(line)
        offset += length
        after = Place(start.member, offset, number)
        if too_long:
            yield (
                Item("refused", "", place, reason=f"{length:,} bytes; an article has at most {MAX_ITEM_BYTES:,}"),
                after,
            )
        elif line.strip():
            yield Item("line", "", place, line), after
