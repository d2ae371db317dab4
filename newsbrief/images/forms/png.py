"""PNG (w3.org/TR/png-3): a run of chunks, each with its length, a name of four letters and a check sum."""

from __future__ import annotations

import zlib

from newsbrief.images import icc
from newsbrief.images.forms.parts import Parts, counted, cut_off, exif_of, orientation

MAGIC = b"\x89PNG\r\n\x1a\n"
# Pixels, colours, transparency, size of a pixel, and frames of an animation.
KEPT = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT"),
        *(b"pHYs", b"bKGD", b"acTL", b"fcTL", b"fdAT"),
    )
)
# Chunks that have one length, or none that is longer.
LENGTHS = dict(
    (
        *((b"IHDR", 13), (b"PLTE", 768), (b"tRNS", 256), (b"gAMA", 4), (b"cHRM", 32), (b"sRGB", 1), (b"cICP", 4)),
        *((b"mDCV", 24), (b"cLLI", 8), (b"sBIT", 4), (b"pHYs", 9), (b"bKGD", 6), (b"acTL", 8), (b"fcTL", 26)),
    )
)
XMP = b"XML:com.adobe.xmp"
LONGEST = 1_000_000
# Bytes of packed pixels at once, and unpacked ones of the largest picture that is shown.
STEP, MOST_UNPACKED = 1 << 16, 250_000_000


def taken_apart(data: bytes) -> Parts:
    """Every chunk that shows something, up to the picture's end."""
    kept: list[bytes] = []
    size, side, xmp, at, pieces = (0, 0), 1, b"", len(MAGIC), 0
    while True:
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end, pieces = at + 12 + length, counted(pieces)
        if end > len(data) or (not kept and (name != b"IHDR" or length != 13)):
            raise cut_off()
        body = data[at + 8 : end - 4]
        if name == b"IHDR":
            if kept:
                raise cut_off()
            size = (int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big"))
        elif name == b"eXIf":
            side = orientation(body)
        elif name == b"iTXt" and body.startswith(XMP + b"\0"):
            xmp = _text(body[len(XMP) + 1 :])
        if name == b"IEND":
            break
        if name == b"iCCP":
            kept += _profile(body)
        elif name in KEPT:
            kept.append(_chunk(name, body[: LENGTHS.get(name, length)]))
        at = end
    if 0 in size or not any(chunk[4:8] == b"IDAT" for chunk in kept):
        raise cut_off()
    return Parts("png", *size, tuple(kept), side, xmp)


def put_together(parts: Parts, xmp: bytes) -> bytes:
    """The file."""
    side = _chunk(b"eXIf", exif_of(parts.orientation)) if parts.orientation != 1 else b""
    said = _chunk(b"iTXt", XMP + b"\0\0\0\0\0" + xmp) if xmp else b""
    header, *others = parts.kept
    pixels = [chunk for chunk in others if chunk[4:8] == b"IDAT"]
    first = others.index(pixels[0])
    behind = [chunk for chunk in others[first:] if chunk[4:8] != b"IDAT"]
    return b"".join([MAGIC, header, side, said, *others[:first], *_ended(pixels), *behind, _chunk(b"IEND", b"")])


def _ended(pixels: list[bytes]) -> list[bytes]:
    """The chunks of packed pixels as far as those reach: decoders pass over what stands behind."""
    packed, unpacked = zlib.decompressobj(), 0
    for place, chunk in enumerate(pixels):
        body = chunk[8:-4]
        for at in range(0, len(body), STEP):
            piece = body[at : at + STEP]
            while piece and unpacked < MOST_UNPACKED:
                try:
                    unpacked += len(packed.decompress(piece, 16 * STEP))
                except zlib.error:
                    return pixels
                if packed.eof:
                    end = min(at + STEP, len(body)) - len(packed.unused_data)
                    return [*pixels[:place], _chunk(b"IDAT", body[:end])]
                piece = packed.unconsumed_tail
    return pixels


def _profile(body: bytes) -> list[bytes]:
    """The chunk of a colour profile under no name of its own, bare of everything else; none of what is no profile."""
    _, _, packed = body.partition(b"\0")
    try:
        profile = icc.bare(zlib.decompressobj().decompress(packed[1:], icc.LONGEST + 1))
    except zlib.error:
        return []
    return [_chunk(b"iCCP", b"icc\0\0" + zlib.compress(profile))] if profile else []


def _text(body: bytes) -> bytes:
    """The words of an iTXt chunk behind its keyword, unpacked no further than anybody writes."""
    packed = body[:1] == b"\1"
    words = body[2:].split(b"\0", 2)[-1]
    if not packed:
        return words
    try:
        return zlib.decompressobj().decompress(words, LONGEST)
    except zlib.error:
        return b""


def _chunk(name: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + name + body + zlib.crc32(name + body).to_bytes(4, "big")
