"""What goes through an archive's rooms: items of the input, rows of the output, and places between them."""

from __future__ import annotations

from msgspec import Struct

from newsbrief.model.article import MAX_RAW_BYTES

# No article is this long, whether it is a file or a line.
MAX_ITEM_BYTES = MAX_RAW_BYTES
# What a worker is given at once, whichever is reached first: enough not to wait for the next, little to do again.
PARCEL_ITEMS, PARCEL_BYTES = 64, 500_000


class Item(Struct, frozen=True):
    """One thing to be annotated. `kind`: "line" of JSON, "raw" article, or "refused" before it was read.

    `name` is a raw article's, with its ending, or what a refused one is called in its row; "" for a line. `place` is
    how messages name it; `reason` why it is refused.
    """

    kind: str
    name: str
    place: str
    data: bytes = b""
    reason: str = ""


class Row(Struct, frozen=True):
    """What came of one item: its line in the output, or several where a raw file holds several articles."""

    data: bytes
    articles: int = 1
    errors: int = 0


class Place(Struct, frozen=True):
    """Between two items of the input: members that are done, and in the next one the bytes (unpacked) and lines."""

    member: int = 0
    offset: int = 0
    line: int = 0


class Step(Struct, frozen=True):
    """An item, the place behind it, and how many bytes of the input, as it lies on the disk, are read by then."""

    item: Item
    after: Place
    read: int


class Parcel(Struct, frozen=True):
    """Items that follow one another, as one worker gets them."""

    items: tuple[Item, ...]
    after: Place
    read: int
