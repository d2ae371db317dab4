"""GIF (89a): blocks; comments and what programs left in it are blocks of their own. Nothing is said in it of rights."""

from __future__ import annotations

from newsbrief.images.forms.parts import MOST_PIECES, Parts, counted, cut_off

IMAGE, EXTENSION, END = 0x2C, 0x21, 0x3B
TIMING, APPLICATION = 0xF9, 0xFF
# How often an animation is shown.
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def taken_apart(data: bytes) -> Parts:
    """Every block that shows something."""
    at = 13 + _table(data[10])
    kept, frames, pieces = [data[:at]], 0, 0
    width, height = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    while data[at] != END:
        start, pieces = at, counted(pieces)
        if data[at] == IMAGE:
            left, top, wide, high = (int.from_bytes(data[at + one : at + one + 2], "little") for one in (1, 3, 5, 7))
            width, height = max(width, left + wide), max(height, top + high)
            at = _behind(data, at + 10 + _table(data[at + 9]) + 1)
            kept.append(data[start:at])
            frames += 1
        elif data[at] == EXTENSION:
            label, at = data[at + 1], _behind(data, at + 2)
            looping = label == APPLICATION and data[start + 3 : start + 14] in LOOPS
            # How often, in the first sub-block of three bytes; how long, in one of four.
            if looping and data[start + 14 : start + 16] == b"\3\1":
                kept.append(data[start : start + 18] + b"\0")
            elif label == TIMING and data[start + 2] == 4:
                kept.append(data[start : start + 7] + b"\0")
        else:
            raise cut_off()
    if not frames or 0 in (width, height):
        raise cut_off()
    return Parts("gif", width, height, tuple(kept), passes=frames)


def put_together(parts: Parts, _xmp: bytes) -> bytes:
    """The file."""
    return b"".join([*parts.kept, b";"])


def _table(flags: int) -> int:
    """The length of the colour table that flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind(data: bytes, at: int) -> int:
    """Where a run of sub-blocks ends: each says its length, the last one 0."""
    # Programs fill them up: few are short.
    most = MOST_PIECES + (len(data) - at) // 64
    pieces = 0
    while data[at]:
        at, pieces = at + 1 + data[at], pieces + 1
        if pieces > most:
            raise cut_off()
    return at + 1
