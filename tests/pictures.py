"""Pictures of the tests' own making: drawn small ones, and files that are no pictures or worse."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image, ImageDraw

SECRET = "Zyxwomarker"  # noqa: S105
XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="{secret}" photoshop:Credit="{credit}">
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{rights}</rdf:li></rdf:Alt></dc:rights>
 <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{secret}</rdf:li></rdf:Alt></dc:title>
 </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def drawn(width: int = 900, height: int = 600) -> Image.Image:
    """A quay in a few strokes."""
    picture = Image.new("RGB", (width, height), (160, 190, 205))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, height * 2 // 3, width, height), fill=(60, 90, 105))
    for place in range(0, width, max(8, width // 40)):
        pen.line((place, height // 2, place + width // 60, height * 2 // 3), fill=(90, 70, 50), width=2)
    pen.rectangle((0, 0, width // 8, height // 8), fill=(200, 40, 40))
    return picture


def secrets(side: int = 1) -> Image.Exif:
    """What a phone writes: which side is up, whose phone it is, and where it was."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = side, SECRET, SECRET
    exif[0x8825] = {1: "N", 2: (60.0, 9.0, 30.0), 29: SECRET}
    return exif


def packet(credit: str, rights: str) -> bytes:
    """XMP as programs write it."""
    return XMP.format(credit=credit, rights=rights, secret=SECRET).encode()


def iptc(fields: dict[tuple[int, int], str]) -> bytes:
    """IPTC fields as Photoshop's resource."""
    data = b"".join(
        bytes((0x1C, *number)) + struct.pack(">H", len(text.encode())) + text.encode()
        for number, text in fields.items()
    )
    body = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def jpeg(picture: Image.Image | None = None, *, said: bytes = b"", side: int = 1, xmp: bytes = b"") -> bytes:
    """A JPEG file with all that phones and programs leave in one. `said`: a segment of IPTC fields."""
    out = io.BytesIO()
    options = {"xmp": xmp} if xmp else {}
    (picture or drawn()).save(out, "JPEG", quality=85, exif=secrets(side), comment=SECRET.encode(), **options)
    data = out.getvalue()
    return data[:2] + said + data[2:] + SECRET.encode()


def saved(form: str, picture: Image.Image | None = None, side: int = 1, **options: object) -> bytes:
    """A file of any form that Pillow writes; PNG and WebP with a phone's secrets."""
    out = io.BytesIO()
    if form in ("PNG", "WEBP"):
        options = {"exif": secrets(side), **options}
    (picture or drawn()).save(out, form, **options)
    return out.getvalue() + (SECRET.encode() if form in ("PNG", "WEBP", "GIF") else b"")


def png_claiming(width: int, height: int, rows: bytes = b"\0") -> bytes:
    """A PNG whose head claims a size."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG whose frame claims a size."""
    data = jpeg(drawn(16, 16))
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]
