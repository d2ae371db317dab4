"""JPEG (ITU-T T.81, JFIF): a run of segments, each with a marker."""

from __future__ import annotations

import re

from newsbrief.images import icc
from newsbrief.images.forms.parts import Parts, counted, cut_off, exif_of, orientation
from newsbrief.images.iptc import FROM_PHOTOSHOP, resource
from newsbrief.model.refusal import RefusedError

BEGIN, END, SCAN = 0xD8, 0xD9, 0xDA
EXIF, XMP, ICC = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
# Baseline, extended and progressive; browsers show no other frames (lossless, arithmetic).
FRAMES, OTHER_FRAMES = (0xC0, 0xC1, 0xC2), (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
# Tables for decoding: Huffman codes, quantization, restart interval.
TABLES = (0xC4, 0xDB, 0xDD)
# In coded pixels a marker's first byte is followed by 0, another of its kind, or the number of a restart.
MARKER = re.compile(rb"\xff(?![\x00\xd0-\xd7\xff])")
# A segment says its length in two bytes.
LONGEST = 65_533
FILLED = re.compile(rb"\xff+")
# Photoshop's resources run on over several segments; whose picture it is stands near their beginning.
MOST_RESOURCES = 1_000_000


class _Reading:
    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.jfif = b""
        self.size = (0, 0)
        self.side = 1
        self.xmp = b""
        self.photoshop: list[bytes] = []
        self.resources = 0
        self.profile: dict[int, bytes] = {}
        self.scans = 0

    def segment(self, marker: int, body: bytes) -> None:
        if marker in FRAMES:
            self._frame(marker, body)
        elif marker in OTHER_FRAMES:
            raise RefusedError((0, "is a kind of JPEG that browsers do not show; save it as an ordinary one"))
        elif marker in TABLES:
            self.kept.append(_segment(marker, _table(marker, body)))
        elif marker == 0xE0 and body.startswith(b"JFIF\0") and len(body) >= 12:
            # Without the small copy of the picture that may follow.
            self.jfif = _segment(marker, body[:12] + b"\0\0")
        elif marker == 0xE1 and body.startswith(EXIF):
            self.side = orientation(body[len(EXIF) :])
        elif marker == 0xE1 and body.startswith(XMP):
            self.xmp = body[len(XMP) :]
        elif marker == 0xE2 and body.startswith(ICC):
            # Its number, and how many there are.
            self.profile.setdefault(body[len(ICC)] if len(body) > len(ICC) else 0, body[len(ICC) + 2 :])
        elif marker == 0xED and body.startswith(FROM_PHOTOSHOP) and self.resources < MOST_RESOURCES:
            self.photoshop.append(body[len(FROM_PHOTOSHOP) :])
            self.resources += len(body)
        elif marker == 0xEE and body.startswith(b"Adobe") and len(body) >= 12:
            self.kept.append(_segment(marker, body[:12]))

    def _frame(self, marker: int, body: bytes) -> None:
        if self.size != (0, 0) or len(body) < 6:
            raise cut_off()
        self.size = (int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big"))
        body = body[: 6 + 3 * body[5]]
        if body[0] != 8 or body[5] not in (1, 3, 4) or 0 in self.size:
            raise RefusedError((0, "is a kind of JPEG that browsers do not show; save it as an ordinary one"))
        self.kept.append(_segment(marker, body))


def taken_apart(data: bytes) -> Parts:
    """Every segment that shows something; a second picture behind the first one's end is none of it."""
    found, at, pieces = _Reading(), 2, 0
    while True:
        if data[at] != 0xFF:
            raise cut_off()
        pieces = counted(pieces)
        if filled := FILLED.match(data, at):
            at = filled.end()
        marker, at = data[at], at + 1
        if marker == END:
            break
        if marker == 0x01 or 0xD0 <= marker <= BEGIN:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data):
            raise cut_off()
        body, at = data[at + 2 : at + length], at + length
        if marker == SCAN:
            following = MARKER.search(data, at)
            if following is None or found.size == (0, 0):
                raise cut_off()
            body = body[: 4 + 2 * body[0]]
            found.kept.append(_segment(marker, body) + data[at : following.start()])
            found.scans, at = found.scans + 1, following.start()
        else:
            found.segment(marker, body)
    if not found.scans:
        raise cut_off()
    return Parts(
        kind="jpeg",
        width=found.size[0],
        height=found.size[1],
        kept=(found.jfif, *_profile(found.profile), *found.kept),
        orientation=found.side,
        xmp=found.xmp,
        iptc=resource(b"".join(found.photoshop)),
        passes=found.scans,
    )


def _table(marker: int, body: bytes) -> bytes:
    """A segment's tables, without what stands behind the last one that is whole."""
    if marker == 0xDD:
        return body[:2]
    at = 0
    while at < len(body):
        quantized = 128 if body[at] >> 4 else 64
        end = at + 1 + (quantized if marker == 0xDB else 16 + sum(body[at + 1 : at + 17]))
        if end > len(body):
            break
        at = end
    return body[:at]


def _profile(parts: dict[int, bytes]) -> list[bytes]:
    """The segments of the colour profile, bare of everything else."""
    profile = icc.bare(b"".join(parts[number] for number in sorted(parts)))
    room = LONGEST - len(ICC) - 2
    pieces = [profile[at : at + room] for at in range(0, len(profile), room)]
    return [_segment(0xE2, ICC + bytes([place, len(pieces)]) + piece) for place, piece in enumerate(pieces, 1)]


def put_together(parts: Parts, xmp: bytes) -> bytes:
    """The file; `xmp` is left out where a segment has no room for it."""
    jfif, *others = parts.kept
    side = _segment(0xE1, EXIF + exif_of(parts.orientation)) if parts.orientation != 1 else b""
    said = _segment(0xE1, XMP + xmp) if xmp and len(XMP + xmp) <= LONGEST else b""
    return b"".join([b"\xff\xd8", jfif, side, said, *others, b"\xff\xd9"])


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body
