"""The pixels of a card: one headline on paper, as the site itself sets it."""

from __future__ import annotations

import io
import unicodedata
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFont

from newsbrief.images.colours import RGB, Colours
from newsbrief.images.faces import Face, font
from newsbrief.images.words import Words
from newsbrief.images.wrap import fitted, shortened

# What the networks ask for (1.91 to 1), in pixels.
WIDTH, HEIGHT = 1200, 630
MARGIN, COLUMN = 80, 1040
KICKER, HEAD, RULE, FOOT = 98, (126, 474), 506, 566
SMALL, NAME, LEADING = 31, 36, 1.14
# Sizes of the headline, each with the lines that there is room for.
SIZES = ((96, 3), (86, 3), (76, 4), (66, 4), (58, 5), (50, 5))
# Counted up when the drawing changes, so that no old picture is taken for a new one.
DRAWING = 1
# How many steps there are from the paper's colour to that of the words: 14 colours in all, so that four bits hold one.
# The best compression would take ten times as long and save a twentieth.
INK, OTHER, BITS = 7, 3, 4


def drawn(words: Words, face: Face, colours: Colours) -> bytes:
    """A PNG file with a palette of a few steps between the colours, and nothing in it but pixels."""
    ink, accent, soft = (Image.new("L", (WIDTH, HEIGHT)) for _ in range(3))
    _kicker(accent, words, face)
    _headline(ink, words, face)
    _foot(ink, soft, words, face)
    layers = ((ink, INK, colours.ink), (accent, OTHER, colours.accent), (soft, OTHER, colours.soft))
    picture, palette = Image.new("L", (WIDTH, HEIGHT)), list(colours.paper)
    for layer, steps, colour in layers:
        first = len(palette) // 3 - 1
        lut = [first + round(level * steps / 255) if level * steps >= 128 else 0 for level in range(256)]
        # Layers lie beside one another and never on each other.
        picture = ImageChops.add(picture, layer.point(lut))
        palette += [part for step in range(steps) for part in _between(colours.paper, colour, (step + 1) / steps)]
    picture.putpalette(palette)
    out = io.BytesIO()
    picture.save(out, "PNG", bits=BITS, compress_level=6)
    return out.getvalue()


def _between(paper: RGB, colour: RGB, share: float) -> RGB:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(paper, colour, strict=True))
    return red, green, blue


def _kicker(layer: Image.Image, words: Words, face: Face) -> None:
    if words.kicker:
        _line(layer, words.kicker, font(face.bold, face.index, SMALL), KICKER, rtl=_rtl(words.headline))


def _headline(layer: Image.Image, words: Words, face: Face) -> None:
    # The same beginnings of lines are measured for every width that is tried.
    setting = fitted(words.headline, SIZES, COLUMN, lambda size: cache(font(face.bold, face.index, size).getlength))
    cut = font(face.bold, face.index, setting.size)
    step = round(setting.size * LEADING)
    top, bottom = HEAD if words.kicker else (KICKER - SMALL, HEAD[1])
    # With its kicker a headline is one block, that stands where a page's does; alone it stands in the middle.
    height = step * len(setting.lines)
    first = top if words.kicker else top + (bottom - top - height) // 2
    for place, line in enumerate(setting.lines):
        _line(layer, line, cut, first + round(setting.size * 0.92) + place * step, rtl=_rtl(words.headline))


def _foot(ink: Image.Image, soft: Image.Image, words: Words, face: Face) -> None:
    """A double rule, as below the site's own name, and below it that name and the day."""
    rtl = _rtl(words.headline)
    for y in (RULE, RULE + 5):
        ImageDraw.Draw(ink).rectangle((MARGIN, y, MARGIN + COLUMN - 1, y + 1), fill=255)
    plain = font(face.plain, face.index, SMALL)
    date = shortened(words.date, COLUMN / 2, plain.getlength)
    _line(soft, date, plain, FOOT, rtl=not rtl)
    room = COLUMN - (plain.getlength(date) + 2 * SMALL if date else 0)
    name = font(face.bold, face.index, NAME)
    _line(ink, shortened(words.site, room, name.getlength), name, FOOT, rtl=rtl)


def _line(layer: Image.Image, text: str, cut: ImageFont.FreeTypeFont, baseline: int, rtl: bool) -> None:
    """One line, at the left margin, or at the right one where a script runs that way."""
    text = shortened(text, COLUMN, cut.getlength)
    ImageDraw.Draw(layer).text(
        (MARGIN + COLUMN if rtl else MARGIN, baseline), text, fill=255, font=cut, anchor="rs" if rtl else "ls"
    )


def _rtl(text: str) -> bool:
    """Whether the first letter is one of a script that runs from right to left."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"
