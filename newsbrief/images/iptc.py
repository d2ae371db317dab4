"""IPTC's Information Interchange Model 4.2, as it stands in JPEG files: numbered fields, one after another."""

from __future__ import annotations

import struct

from newsbrief.images.told import LONGEST_CAPTION, Told, credited, line

FROM_PHOTOSHOP = b"Photoshop 3.0\0"
RESOURCE = 0x0404
CHARACTERS, UTF_8 = (1, 90), b"\x1b%G"
BYLINE, CREDIT, RIGHTS, CAPTION = (2, 80), (2, 110), (2, 116), (2, 120)
# A field of more has a longer head, and none of ours has.
LONG = 0x8000


def resource(data: bytes) -> bytes:
    """The fields among Photoshop's resources ("8BIM", number, name, length); b"" where there are none."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        (number,) = struct.unpack_from(">H", data, at + 4)
        at += 6
        at += 1 + data[at] + (1 + data[at]) % 2
        if at + 4 > len(data):
            break
        (length,) = struct.unpack_from(">I", data, at)
        at += 4
        if number == RESOURCE:
            return data[at : at + length]
        at += length + length % 2
    return b""


def told(data: bytes) -> Told:
    """What the fields say of the picture."""
    fields = _fields(data)
    encoding = "utf-8" if fields.get(CHARACTERS, [b""])[0] == UTF_8 else ""

    def texts(number: tuple[int, int]) -> list[str]:
        return [_text(one, encoding) for one in fields.get(number, [])]

    return Told(
        credit=credited(texts(BYLINE), "".join(texts(CREDIT)[:1])),
        rights=line("".join(texts(RIGHTS)[:1])),
        caption=line("".join(texts(CAPTION)[:1]), LONGEST_CAPTION),
    )


def _fields(data: bytes) -> dict[tuple[int, int], list[bytes]]:
    found: dict[tuple[int, int], list[bytes]] = {}
    at = 0
    while at + 5 <= len(data) and data[at] == 0x1C:
        record, number, length = struct.unpack_from(">BBH", data, at + 1)
        if length & LONG:
            break
        found.setdefault((record, number), []).append(data[at + 5 : at + 5 + length])
        at += 5 + length
    return found


def _text(data: bytes, encoding: str) -> str:
    """Few programs say in which encoding they write."""
    if not encoding:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            encoding = "cp1252"
    return data.decode(encoding, "replace")
