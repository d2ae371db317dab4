"""WebP (RFC 9649): chunks in a RIFF file; what a picture has besides pixels stands in the flags of a chunk VP8X."""

from __future__ import annotations

from collections.abc import Iterator

from newsbrief.images import icc
from newsbrief.images.forms.parts import Parts, counted, cut_off, exif_of, orientation

KEPT = (b"VP8X", b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L")
# What a frame of an animation has, behind its place, size and time; how long the chunk of all frames is.
WITHIN, FRAME, ANIMATION = (b"ALPH", b"VP8 ", b"VP8L"), 16, 6
HAS_PROFILE, HAS_ALPHA, HAS_EXIF, HAS_XMP, MOVES = 0x20, 0x10, 0x08, 0x04, 0x02


def taken_apart(data: bytes) -> Parts:
    """Every chunk that shows something, as far as the file says that it reaches."""
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) or end < 20:
        raise cut_off()
    kept: list[bytes] = []
    side, xmp, once = 1, b"", set[bytes]()
    for name, body in _chunks(data, 12, end):
        if name in KEPT and name not in once:
            kept += _shown(name, body)
            once |= {name} - {b"ANMF"}
        elif name == b"EXIF":
            side = orientation(body.removeprefix(b"Exif\0\0"))
        elif name == b"XMP ":
            xmp = body
    width, height = _size(kept)
    return Parts("webp", width, height, tuple(kept), side, xmp)


def _chunks(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents of chunks, in order."""
    pieces = 0
    while at + 8 <= end:
        name, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > end:
            raise cut_off()
        pieces = counted(pieces)
        yield name, data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _shown(name: bytes, body: bytes) -> list[bytes]:
    """A chunk with what shows something, none of a profile that is no profile."""
    if name == b"ICCP":
        body = icc.bare(body)
        return [_chunk(name, body)] if body else []
    if name == b"ANIM":
        body = body[:ANIMATION]
    elif name == b"ANMF":
        inner = (_chunk(one, part) for one, part in _chunks(body, FRAME, len(body)) if one in WITHIN)
        body = body[:FRAME] + b"".join(inner)
    return [_chunk(name, body)]


def _size(kept: list[bytes]) -> tuple[int, int]:
    """The largest of canvas and frames: they should agree, and a file that claims less than it has is a trap."""
    sizes = [size for chunk in kept if (size := _size_of(chunk[:4], chunk[8:]))]
    if not sizes or not any(chunk[:4] in (b"VP8 ", b"VP8L", b"ANMF") for chunk in kept):
        raise cut_off()
    return max(width for width, _ in sizes), max(height for _, height in sizes)


def _size_of(name: bytes, body: bytes) -> tuple[int, int] | None:
    if name == b"VP8X" and len(body) >= 10:
        return int.from_bytes(body[4:7], "little") + 1, int.from_bytes(body[7:10], "little") + 1
    if name == b"ANMF" and len(body) >= 16:
        return int.from_bytes(body[6:9], "little") + 1, int.from_bytes(body[9:12], "little") + 1
    if name == b"VP8 " and body[3:6] == b"\x9d\x01\x2a" and len(body) >= 10:
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if name == b"VP8L" and body[:1] == b"\x2f" and len(body) >= 5:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return None


def put_together(parts: Parts, xmp: bytes) -> bytes:
    """The file."""
    pixels = [chunk for chunk in parts.kept if not chunk.startswith(b"VP8X")]
    old = next((chunk[8] for chunk in parts.kept if chunk.startswith(b"VP8X")), None)
    if old is None:
        old = HAS_ALPHA if any(_has_alpha(chunk) for chunk in pixels) else 0
    flags = old & (HAS_ALPHA | MOVES)
    flags |= HAS_PROFILE if any(chunk.startswith(b"ICCP") for chunk in pixels) else 0
    if parts.orientation != 1:
        flags |= HAS_EXIF
        pixels.append(_chunk(b"EXIF", exif_of(parts.orientation)))
    if xmp:
        flags |= HAS_XMP
        pixels.append(_chunk(b"XMP ", xmp))
    canvas = (parts.width - 1).to_bytes(3, "little") + (parts.height - 1).to_bytes(3, "little")
    plain = not flags and len(pixels) == 1
    chunks = b"".join(pixels if plain else [_chunk(b"VP8X", bytes([flags, 0, 0, 0]) + canvas), *pixels])
    return b"RIFF" + (len(chunks) + 4).to_bytes(4, "little") + b"WEBP" + chunks


def _has_alpha(chunk: bytes) -> bool:
    return chunk.startswith(b"VP8L") and bool(int.from_bytes(chunk[9:13], "little") >> 28 & 1)


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
