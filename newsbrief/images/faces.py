"""Which typeface can draw a text. What no typeface at hand has signs for is not drawn: a row of boxes says nothing."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import font_source_serif_pro
from msgspec import Struct
from PIL import ImageFont, features

# A noncharacter: no font has a sign for it, and so it shows what a font draws for what it lacks.
NOBODY_HAS = "\ufffe"
TRY_SIZE = 20
# Scripts that need no more than one sign after the other; all others need the shaping library that most Pillows bring.
PLAIN_SCRIPTS = {"LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "ARMENIAN", "GEORGIAN"}


class Face(Struct, frozen=True):
    """A typeface: the files of its bold and its plain cut, and which font of a collection (.ttc) is meant."""

    bold: Path
    plain: Path
    index: int = 0

    @property
    def digest(self) -> str:
        """What tells this face from any other, wherever its files lie."""
        files = dict.fromkeys((self.bold, self.plain))
        return hashlib.sha256(b"".join(_digest(file) for file in files) + bytes([self.index])).hexdigest()


_SERIF = Path(font_source_serif_pro.font_directory)
OWN = Face(_SERIF / "SourceSerifPro-Semibold.ttf", _SERIF / "SourceSerifPro-Regular.ttf")
# Where Debian, Fedora, Arch, macOS and Windows keep fonts of many scripts. A collection's fonts differ by country.
_NOTO = "/usr/share/fonts/truetype/noto/NotoSans"
_KNOWN = (
    ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    ("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Bold.ttc",),
    ("/usr/share/fonts/google-noto-sans-cjk-vf-fonts/NotoSansCJK-VF.ttc",),
    ("/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
    *((f"{_NOTO}{script}-Bold.ttf", f"{_NOTO}{script}-Regular.ttf") for script in (
        "", "Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai", "Ethiopic",
    )),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf"),
    ("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
    ("/System/Library/Fonts/AppleSDGothicNeo.ttc",),
    ("/System/Library/Fonts/Hiragino Sans GB.ttc",),
    ("/System/Library/Fonts/Supplemental/Arial Unicode.ttf",),
    ("C:/Windows/Fonts/malgunbd.ttf", "C:/Windows/Fonts/malgun.ttf"),
    ("C:/Windows/Fonts/meiryob.ttc", "C:/Windows/Fonts/meiryo.ttc"),
    ("C:/Windows/Fonts/msyhbd.ttc", "C:/Windows/Fonts/msyh.ttc"),
    ("C:/Windows/Fonts/arialbd.ttf", "C:/Windows/Fonts/arial.ttf"),
)  # fmt: skip
# In Noto's collections the same sign is drawn as it is in Japan, Korea, China and Taiwan, in this order.
_COUNTRIES = {"ja": 0, "ko": 1, "zh": 2, "zh-tw": 3, "zh-hant": 3}


def faces(named: Path | None, lang: str) -> tuple[Face, ...]:
    """The typefaces to try, in order: the one that the newsroom named, ours, those of the system.

    Raises OSError when the named file cannot be read as a font.
    """
    chosen: tuple[Face, ...] = ()
    if named:
        _font(named, 0, TRY_SIZE)
        chosen = (Face(named, named),)
    return (*chosen, OWN, *_of_system(lang.lower()))


def _of_system(lang: str) -> Iterable[Face]:
    country = _COUNTRIES.get(lang, _COUNTRIES.get(lang.split("-")[0], 0))
    for names in _KNOWN:
        bold, plain = Path(names[0]), Path(names[-1])
        if bold.is_file() and plain.is_file():
            yield Face(bold, plain, country if "CJK" in bold.name else 0)


def face_for(text: str, among: Iterable[Face]) -> Face | None:
    """The first typeface that has a sign for every letter of the text."""
    if not _shaped(text):
        return None
    signs = {sign for sign in text if _seen(sign)}
    return next((face for face in among if all(_has(face.bold, face.index, sign) for sign in signs)), None)


def font(file: Path, index: int, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels."""
    return _font(file, index, size)


def drawn_by() -> str:
    """What decides, beside words and typeface, how a picture comes out."""
    names = ("pil", "freetype2", "raqm", "harfbuzz")
    return " ".join(f"{name} {features.version(name) or '-'}" for name in names)


def _shaped(text: str) -> bool:
    """Whether letters may be drawn one after the other, or somebody is there who knows how they join."""
    if features.check("raqm"):
        return True
    return all(unicodedata.name(sign, "").split(" ")[0] in PLAIN_SCRIPTS for sign in text if sign.isalpha())


def _seen(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) != "Cf"


@lru_cache(maxsize=1 << 16)
def _has(file: Path, index: int, sign: str) -> bool:
    """Whether a font draws a sign otherwise than one that no font has."""
    bare = _font(file, index, TRY_SIZE, ImageFont.Layout.BASIC)
    drawn, missing = bare.getmask(sign), bare.getmask(NOBODY_HAS)
    return drawn.size != missing.size or bytes(drawn) != bytes(missing)


@lru_cache(maxsize=64)
def _font(file: Path, index: int, size: int, layout: ImageFont.Layout | None = None) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(file, size, index, layout_engine=layout)


@lru_cache(maxsize=64)
def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()
