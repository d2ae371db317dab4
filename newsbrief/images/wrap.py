"""Headlines in lines: as large as fits, broken where the script breaks, and of about the same length."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from msgspec import Struct

Width = Callable[[str], float]
# Chinese and Japanese break between any two signs, but for marks that may not begin a line.
IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
NOT_FIRST = "、。，．・：；？！）」』】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々)]}”’,.!?:;"
MORE = " …"


class Setting(Struct, frozen=True):
    """Lines of a headline at a size in pixels."""

    lines: tuple[str, ...]
    size: int


def fitted(text: str, sizes: Sequence[tuple[int, int]], width: float, measure: Callable[[int], Width]) -> Setting:
    """The text at the first of the sizes at which it fits; cut off at the last one, if need be.

    `sizes`: pixels, and how many lines of them there is room for, the largest first. `measure` gives a size's ruler.
    """
    for size, room in sizes:
        ruler = measure(size)
        lines = _lines(text, width, ruler)
        if len(lines) <= room and all(ruler(line) <= width for line in lines) and not _torn(text, lines):
            return Setting(_balanced(text, lines, width, ruler), size)
    size, room = sizes[-1]
    return Setting(_cut(_lines(text, width, measure(size)), room, width, measure(size)), size)


def _torn(text: str, lines: Sequence[str]) -> bool:
    """Whether a word had to be broken: a smaller size may spare it."""
    return not IDEOGRAPHS.search(text) and " ".join(lines) != " ".join(text.split())


def _lines(text: str, width: float, ruler: Width) -> list[str]:
    lines = [""]
    for piece, space in _pieces(text):
        longer = f"{lines[-1]}{' ' if space and lines[-1] else ''}{piece}"
        if ruler(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(piece)
        while ruler(lines[-1]) > width and len(lines[-1]) > 1:
            lines[-1:] = _broken(lines[-1], width, ruler)
    return lines


def _pieces(text: str) -> list[tuple[str, bool]]:
    """What may not be broken, and whether a space stands before it."""
    pieces: list[tuple[str, bool]] = []
    for word in text.split():
        space = True
        for part in re.findall(rf"{IDEOGRAPHS.pattern}|(?:(?!{IDEOGRAPHS.pattern}).)+", word):
            if not space and part[0] in NOT_FIRST:
                pieces[-1] = (pieces[-1][0] + part, pieces[-1][1])
            else:
                pieces.append((part, space))
            space = False
    return pieces


def _broken(word: str, width: float, ruler: Width) -> list[str]:
    """A word too long for a line in two: as much as fits, and the rest; no accent is parted from its letter."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if ruler(word[:middle]) <= width else (low, middle - 1)
    end = low
    while end > 1 and unicodedata.combining(word[end]):
        end -= 1
    return [word[:end], word[end:]]


def _balanced(text: str, lines: Sequence[str], width: float, ruler: Width) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that holds them."""
    low, high = 0, int(width)
    best = tuple(lines)
    while high - low > 16:
        middle = (low + high) // 2
        tried = _lines(text, middle, ruler)
        fits = len(tried) <= len(lines) and not (_torn(text, tried) and not _torn(text, lines))
        if fits and all(ruler(line) <= middle for line in tried):
            best, high = tuple(tried), middle
        else:
            low = middle
    return best


def _cut(lines: Sequence[str], room: int, width: float, ruler: Width) -> tuple[str, ...]:
    """The first lines, and the last of them with an ellipsis."""
    if len(lines) <= room:
        return tuple(lines)
    return (*lines[: room - 1], shortened(lines[room - 1] + lines[room], width, ruler))


def shortened(text: str, width: float, ruler: Width) -> str:
    """As much of one line as there is room for, in whole words where there are some, with an ellipsis if it is less."""
    if ruler(text) <= width:
        return text
    while text and ruler(text + MORE) > width:
        text = text.rpartition(" ")[0] if " " in text else text[:-1]
    return text.rstrip(" ,;:–-") + MORE
