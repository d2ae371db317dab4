"""Colour profiles (ICC.1:2022): what a picture's colours mean. Whoever wrote them, when and with what goes."""

from __future__ import annotations

import struct

# Printers' tables have some hundreds of kilobytes; no profile has more tags.
LONGEST, MOST_TAGS = 4_000_000, 100
HEAD, TAG = 128, struct.Struct(">4s2I")
# What colours are worked out from, by tag: three numbers, curves, a matrix, tables, and the code points of video.
POINTS, CURVES = (b"rXYZ", b"gXYZ", b"bXYZ", b"wtpt", b"bkpt"), (b"rTRC", b"gTRC", b"bTRC", b"kTRC")
TABLES = (b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2")
TYPES = {
    **dict.fromkeys(POINTS, (b"XYZ ",)),
    **dict.fromkeys(CURVES, (b"curv", b"para")),
    **dict.fromkeys(TABLES, (b"mft1", b"mft2", b"mAB ", b"mBA ")),
    b"chad": (b"sf32",),
    b"cicp": (b"cicp",),
}
# One of these groups a profile has, or it tells nothing of colours.
NEEDED = ({*POINTS[:3], *CURVES[:3]}, {b"A2B0"}, {b"kTRC"})
# How many numbers a curve of each kind has.
PARAMETERS = (1, 3, 4, 5, 7)


def bare(profile: bytes) -> bytes:
    """The profile with nothing but what colours are worked out from; b"" for what is none. A bare one stays so."""
    if not HEAD + 4 <= len(profile) <= LONGEST or profile[36:40] != b"acsp":
        return b""
    (count,) = struct.unpack_from(">I", profile, HEAD)
    if not 0 < count <= MOST_TAGS or HEAD + 4 + count * TAG.size > len(profile):
        return b""
    kept: dict[bytes, bytes] = {}
    for name, at, length in (TAG.unpack_from(profile, HEAD + 4 + number * TAG.size) for number in range(count)):
        if name in TYPES and name not in kept:
            value = _value(profile[at : at + length])
            if value[:4] not in TYPES[name]:
                return b""
            kept[name] = value
    return _written(profile, kept) if any(needed <= kept.keys() for needed in NEEDED) else b""


def _value(data: bytes) -> bytes:
    """A tag's value up to where its own numbers end; tables have no end of their own."""
    kind, length = data[:4], len(data)
    if kind == b"XYZ ":
        length = 20
    elif kind == b"sf32":
        length = 8 + 9 * 4
    elif kind == b"cicp":
        length = 12
    elif kind == b"curv" and len(data) >= 12:
        length = 12 + 2 * int.from_bytes(data[8:12], "big")
    elif kind == b"para" and len(data) >= 12 and (shape := int.from_bytes(data[8:10], "big")) < len(PARAMETERS):
        length = 12 + 4 * PARAMETERS[shape]
    return kind + b"\0" * 4 + data[8:length] if 8 < length <= len(data) else b""


def _written(profile: bytes, kept: dict[bytes, bytes]) -> bytes:
    """A profile of these tags: version, class, spaces, intent and illuminant stay of its head."""
    at = HEAD + 4 + len(kept) * TAG.size
    places: dict[bytes, int] = {}
    table, values = b"", b""
    for name, value in kept.items():
        if value not in places:
            places[value] = at + len(values)
            values += value + b"\0" * (-len(value) % 4)
        table += TAG.pack(name, places[value], len(value))
    size = (at + len(values)).to_bytes(4, "big")
    head = size + b"\0" * 4 + profile[8:24] + b"\0" * 12 + b"acsp" + b"\0" * 24 + profile[64:80] + b"\0" * 48
    return head + len(kept).to_bytes(4, "big") + table + values
