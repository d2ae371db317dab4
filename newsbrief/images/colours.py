"""The theme's own colours, read from its style sheet."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import fields

RGB = tuple[int, int, int]
ROOT = re.compile(r":root\s*\{([^}]*)\}")
HEX = re.compile(r"--([\w-]+)\s*:\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*[;}]")


class Colours(Struct, frozen=True):
    """As in tokens.css: the paper, the words on it, softer words, lines, and what stands out."""

    paper: RGB = (0xFB, 0xFA, 0xF6)
    ink: RGB = (0x1B, 0x1A, 0x17)
    soft: RGB = (0x62, 0x5E, 0x55)
    line: RGB = (0xDC, 0xD7, 0xCA)
    accent: RGB = (0xA3, 0x26, 0x1B)


def colours(css: str) -> Colours:
    """Those of the first :root rule, which is the light one; what is not written as #rrggbb stays as it is here."""
    rule = ROOT.search(css)
    found = {name: _rgb(digits) for name, digits in HEX.findall(rule[0] if rule else "")}
    return Colours(**{field.name: found[field.name] for field in fields(Colours) if field.name in found})


def _rgb(digits: str) -> RGB:
    whole = digits if len(digits) == 6 else "".join(2 * digit for digit in digits)
    red, green, blue = bytes.fromhex(whole)
    return red, green, blue
