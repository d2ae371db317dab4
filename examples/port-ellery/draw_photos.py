"""Draws the demo's two “photos” into content/images/: `python examples/port-ellery/draw_photos.py` (needs Pillow).

Nobody took them, and nothing in them exists. They are files as cameras and agencies leave them, all the same: with a
place and a camera in their EXIF data, and the second one with credit and rights as IPTC fields and XMP.
"""

from __future__ import annotations

import io
import random
import struct
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

IMAGES = Path(__file__).parent / "content" / "images"
WIDTH, HEIGHT = 1800, 1200
HORIZON = 640
RGB = tuple[int, int, int]
CREDIT, RIGHTS = "R. Amadi/Ellery Tidings", "© 2029 Ellery Tidings"
XMP = f"""<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
 <photoshop:Credit>{CREDIT}</photoshop:Credit>
 <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{RIGHTS}</rdf:li></rdf:Alt></dc:rights>
 </rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def wash(colours: Iterable[tuple[int, RGB]]) -> Image.Image:
    """A sheet coloured from top to bottom; each colour at its height."""
    stops = list(colours)
    sheet = Image.new("RGB", (1, HEIGHT))
    for y in range(HEIGHT):
        (top, one), (low, other) = next(pair for pair in pairwise(stops) if pair[0][0] <= y <= pair[1][0])
        share = (y - top) / (low - top)
        mixed = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
        sheet.putpixel((0, y), tuple(mixed))  # type: ignore[arg-type]
    return sheet.resize((WIDTH, HEIGHT))


def strokes(pen: ImageDraw.ImageDraw, chance: random.Random, box: tuple[int, int, int, int], colour: RGB) -> None:
    """Short level lines, as a pencil draws water."""
    left, top, right, low = box
    for _ in range((right - left) * (low - top) // 1500):
        x, y = chance.randint(left, right), chance.randint(top, low)
        length = chance.randint(20, 90) * (y - top + 60) // (low - top + 60)
        pen.line((x, y, x + length, y + chance.randint(-1, 1)), fill=colour, width=2)


def house(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], wall: RGB, roof: RGB, lit: RGB) -> None:
    """A house with a gable and rows of windows; its outline in ink."""
    left, top, right, low = box
    ink = (28, 30, 38)
    peak = top - (right - left) // 3
    pen.polygon([(left - 14, top), ((left + right) // 2, peak), (right + 14, top)], fill=roof, outline=ink, width=4)
    pen.rectangle(box, fill=wall, outline=ink, width=4)
    for y in range(top + 40, low - 60, 90):
        for x in range(left + 28, right - 40, 66):
            pen.rectangle((x, y, x + 30, y + 46), fill=lit, outline=ink, width=3)


def glow(picture: Image.Image, spots: Iterable[tuple[int, int, int]], colour: RGB) -> Image.Image:
    """Light around lamps: each at x, y with its radius."""
    light = Image.new("RGB", picture.size)
    pen = ImageDraw.Draw(light)
    for x, y, radius in spots:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
    return ImageChops.screen(picture, light.filter(ImageFilter.GaussianBlur(26)))


def grain(picture: Image.Image, chance: random.Random) -> Image.Image:
    """Paper: a little lighter and darker from place to place."""
    noise = Image.frombytes("L", (WIDTH // 3, HEIGHT // 3), chance.randbytes(WIDTH // 3 * HEIGHT // 3))
    noise = noise.resize(picture.size, Image.Resampling.BICUBIC).point(lambda level: 118 + level // 14)
    return ImageChops.overlay(picture, noise.convert("RGB"))


def lanterns() -> Image.Image:
    """A lock at night; people with lanterns along its edge, and their light in the water."""
    chance = random.Random(2029)  # noqa: S311  # a drawing, and the same one each time
    picture = wash([(0, (18, 24, 48)), (HORIZON, (58, 62, 92)), (HORIZON + 1, (24, 34, 56)), (HEIGHT, (10, 16, 30))])
    pen = ImageDraw.Draw(picture)
    for place, height in enumerate((210, 150, 260, 180, 230, 140, 200)):
        left = 60 + place * 250
        house(pen, (left, HORIZON - height, left + 190, HORIZON), (44, 42, 58), (32, 30, 44), (214, 170, 84))
    pen.rectangle((0, HORIZON, WIDTH, HORIZON + 70), fill=(52, 48, 52), outline=(24, 24, 30), width=4)
    strokes(pen, chance, (0, HORIZON + 120, WIDTH, HEIGHT), (52, 66, 92))
    lamps = [(40 + place * 42 + chance.randint(-9, 9), HORIZON - 40 + chance.randint(-22, 16)) for place in range(42)]
    for x, y in lamps:
        pen.ellipse((x - 13, y + 30, x + 13, y + 54), fill=(20, 20, 28))
        pen.polygon(
            [(x - 17, HORIZON + 40), (x - 12, y + 50), (x + 12, y + 50), (x + 17, HORIZON + 40)], fill=(20, 20, 28)
        )
        pen.line((x + 12, y + 60, x + 16, y + 8), fill=(110, 90, 60), width=3)
        for depth in range(9):
            low = HORIZON + 130 + depth * 46 + chance.randint(-8, 8)
            pen.line((x - 10 + depth, low, x + 12 - depth, low), fill=(222 - depth * 18, 160 - depth * 13, 70), width=5)
    for side, x in ((1, 620), (-1, 1180)):
        gate = [(x, HORIZON + 40), (x + side * 250, HORIZON + 130), (x + side * 250, HORIZON + 330), (x, HORIZON + 300)]
        pen.polygon(gate, fill=(46, 38, 34), outline=(18, 16, 18), width=5)
        for step in range(1, 5):
            at = x + side * step * 50
            pen.line((at, HORIZON + 40 + step * 18, at, HORIZON + 306 + step * 5), fill=(22, 18, 18), width=4)
    shining = glow(picture, [(x + 16, y, 22) for x, y in lamps], (250, 170, 70))
    top = ImageDraw.Draw(shining)
    for x, y in lamps:
        top.ellipse((x + 7, y - 13, x + 25, y + 13), fill=(255, 226, 150), outline=(150, 80, 30), width=2)
    return grain(shining, chance)


def customs_house() -> Image.Image:
    """The court on the quay by day, a ferry before it, gulls above."""
    chance = random.Random(1931)  # noqa: S311
    picture = wash(
        [(0, (148, 178, 198)), (HORIZON, (226, 226, 214)), (HORIZON + 1, (96, 128, 138)), (HEIGHT, (44, 72, 84))]
    )
    pen = ImageDraw.Draw(picture)
    pen.polygon(
        [(0, 520), (420, 400), (900, 500), (1350, 380), (WIDTH, 470), (WIDTH, HORIZON), (0, HORIZON)],
        fill=(150, 164, 150),
    )
    house(pen, (120, 430, 350, HORIZON), (190, 150, 120), (110, 70, 58), (70, 84, 96))
    house(pen, (1400, 450, 1640, HORIZON), (176, 176, 160), (92, 84, 84), (70, 84, 96))
    house(pen, (560, 330, 1180, HORIZON), (222, 212, 190), (104, 92, 88), (66, 78, 92))
    ink = (28, 30, 38)
    for x in range(624, 1100, 132):
        pen.rectangle((x, 410, x + 24, HORIZON), fill=(240, 234, 216), outline=ink, width=3)
    pen.rectangle((820, 520, 920, HORIZON), fill=(84, 58, 44), outline=ink, width=4)
    pen.line((870, 126, 870, 40), fill=ink, width=5)
    pen.polygon([(872, 42), (950, 58), (872, 78)], fill=(164, 52, 44), outline=ink, width=3)
    pen.rectangle((0, HORIZON, WIDTH, HORIZON + 46), fill=(140, 132, 120), outline=ink, width=4)
    for x in range(40, WIDTH, 150):
        pen.rectangle((x, HORIZON + 46, x + 18, HORIZON + 150), fill=(84, 70, 58), outline=ink, width=3)
    strokes(pen, chance, (0, HORIZON + 110, WIDTH, HEIGHT), (150, 176, 178))
    pen.polygon([(880, 860), (1640, 860), (1560, 1010), (960, 1010)], fill=(52, 74, 96), outline=ink, width=6)
    pen.rectangle((1010, 770, 1460, 860), fill=(238, 234, 222), outline=ink, width=5)
    pen.rectangle((1310, 690, 1430, 770), fill=(238, 234, 222), outline=ink, width=5)
    pen.rectangle((1120, 650, 1190, 770), fill=(164, 52, 44), outline=ink, width=5)
    for x in range(1040, 1440, 62):
        pen.ellipse((x, 796, x + 30, 826), fill=(70, 84, 96), outline=ink, width=3)
    for _ in range(14):
        x, y = chance.choice((chance.randint(80, 480), chance.randint(1240, 1700))), chance.randint(60, 320)
        size = chance.randint(14, 30)
        pen.arc((x - 2 * size, y, x, y + size), 200, 350, fill=ink, width=4)
        pen.arc((x, y, x + 2 * size, y + size), 190, 340, fill=ink, width=4)
    return grain(picture, chance)


def camera() -> Image.Exif:
    """What a telephone writes down unasked; the place is in the middle of an ocean."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x9003] = "Invented", "Pocket 9", "2029:09:01 21:14:07"
    exif[0x8825] = {1: "N", 2: (48.0, 52.0, 36.0), 3: "W", 4: (123.0, 23.0, 36.0)}
    return exif


def iptc() -> bytes:
    """Credit (2:110) and copyright notice (2:116) as a segment of a JPEG file."""
    fields = b""
    for number, text in ((110, CREDIT), (116, RIGHTS)):
        fields += struct.pack(">BBBH", 0x1C, 2, number, len(text.encode())) + text.encode()
    fields = b"\x1c\x01\x5a\x00\x03\x1b%G" + fields  # in UTF-8
    body = (
        b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(fields)) + fields + b"\0" * (len(fields) % 2)
    )
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def jpeg(picture: Image.Image, told: bool) -> bytes:
    """A file; `told`: it says itself whose it is."""
    out = io.BytesIO()
    options = {"xmp": XMP.encode()} if told else {}
    picture.save(out, "JPEG", quality=82, optimize=True, exif=camera(), **options)
    data = out.getvalue()
    return data[:2] + (iptc() if told else b"") + data[2:]


if __name__ == "__main__":
    IMAGES.mkdir(exist_ok=True)
    (IMAGES / "lanterns-at-the-lock.jpg").write_bytes(jpeg(lanterns(), told=False))
    (IMAGES / "customs-house.jpg").write_bytes(jpeg(customs_house(), told=True))
