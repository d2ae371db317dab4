"""What a picture file is made of, whatever its form."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from newsbrief.model.refusal import RefusedError

ORIENTATION = 0x0112
# Segments, chunks or blocks: the largest pictures of the oldest programs have some thousands.
MOST_PIECES = 20_000


@dataclass(frozen=True, slots=True)
class Parts:
    """`kind`: jpeg, png, webp, gif. `width` and `height` as they are coded.

    `orientation` (EXIF, 1 to 8) tells which side is up; from 5 on a viewer turns width and height into one another.
    `kept`: the pieces that show something, in order, as the form writes them. `xmp` and `iptc`: what was written about
    the picture. `passes`: how often a decoder goes over all pixels.
    """

    kind: str
    width: int
    height: int
    kept: tuple[bytes, ...] = field(repr=False)
    orientation: int = 1
    xmp: bytes = field(default=b"", repr=False)
    iptc: bytes = field(default=b"", repr=False)
    passes: int = 1

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as a viewer shows them."""
        return (self.height, self.width) if self.orientation > 4 else (self.width, self.height)


def counted(pieces: int) -> int:
    """One piece more. Raises RefusedError for a file of more than any program writes."""
    if pieces >= MOST_PIECES:
        raise RefusedError((0, f"consists of more than {MOST_PIECES:,} pieces; save it as an ordinary picture"))
    return pieces + 1


def cut_off() -> RefusedError:
    """What is said of a file whose end is missing, or that says of its parts what is not so."""
    return RefusedError((0, "is damaged or cut off before its end; fetch or save the picture again"))


def orientation(exif: bytes) -> int:
    """Which side is up (1: as it is coded), from EXIF data, which is laid out as a TIFF file is."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:
        return 1
    (at,) = struct.unpack_from(f"{order}I", exif, 4)
    if at + 2 > len(exif):
        return 1
    (count,) = struct.unpack_from(f"{order}H", exif, at)
    for place in range(at + 2, min(at + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, number, value = struct.unpack_from(f"{order}HHIH", exif, place)
        if tag == ORIENTATION and kind == 3 and number == 1:
            return value if 1 <= value <= 8 else 1
    return 1


def exif_of(side: int) -> bytes:
    """EXIF data that says which side is up, and no more."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, side, 0, 0)
