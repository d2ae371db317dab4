"""A text with single spaces, straight quotation marks and composed letters, and the way back to what was given."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from msgspec import Struct

STRAIGHT = {**dict.fromkeys("‘’‚‛ʼ", "'"), **dict.fromkeys("“”„‟", '"'), "\0": "\ufffd"}
# Where white space is anything but one space between two words; and where there are no two spaces in a row.
GAP = re.compile(r"\s{2,}|[^\S ]|^ ")
BREAK = re.compile(r"[^\S ]\s*")
STEADY = r"\x00-\u02ff\u0400-\u0482\u048a-\u052f\u2002-\u2027\u202a-\u205f\u2070-\u20cf\u4e00-\u9fff\uac00-\ud7a3"
MAX_CLUSTER = 32


class Folded(Struct, frozen=True):
    """A text with single spaces, straight marks and composed letters, and how to find the way back.

    It is made of stretches of words with one space between them: `starts[i]` is where stretch i begins in `text`,
    `origins[i]` where it begins in the composed text; `offsets` leads from there to the given text, None when composing
    changed nothing.
    """

    text: str
    starts: Sequence[int]
    origins: Sequence[int]
    offsets: Sequence[int] | None

    def back(self, at: int) -> int:
        """The offset in the given text of the character at `at`."""
        origin = self._origin(at)
        return origin if self.offsets is None else self.offsets[origin]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A run of `text`, which neither begins nor ends with a space, as offsets in the given text."""
        if self.offsets is None:
            return self.back(start), self.back(end - 1) + 1
        return self.back(start), self.offsets[self._origin(end - 1) + 1]

    def _origin(self, at: int) -> int:
        stretch = bisect_right(self.starts, at) - 1
        return self.origins[stretch] + at - self.starts[stretch]


# A body is searched for each of its quotes and dates, one after another.
@lru_cache(maxsize=4)
def is_composed(text: str) -> bool:
    """Whether all letters are composed already."""
    return unicodedata.is_normalized("NFC", text)


@lru_cache(maxsize=4)
def fold(text: str) -> Folded:
    """The text folded."""
    composed, offsets = _composed(text)
    return _of_lines(composed, offsets) if _lines_alone(composed) else _of_anything(composed, offsets)


def _lines_alone(text: str) -> bool:
    """Whether all white space is one blank between two words, or line ends without blanks beside them, as in a body.

    To look for two spaces at every letter takes longer than all else.
    """
    if "  " in text or text.startswith(" ") or " \n" in text or "\n " in text:
        return False
    return text.replace("\n", "").isprintable()


def _of_lines(composed: str, offsets: Sequence[int] | None) -> Folded:
    starts, origins, stretches = [], [], []
    at = origin = 0
    for line in composed.split("\n"):
        if line:
            stretches.append(line)
            starts.append(at)
            origins.append(origin)
            at += len(line) + 1
        origin += len(line) + 1
    return Folded(straight(" ".join(stretches)), starts, origins, offsets)


def _of_anything(composed: str, offsets: Sequence[int] | None) -> Folded:
    starts, origins, stretches = [0], [0], []
    lost = 0
    for start, end in _gaps(composed):
        stretches.append(composed[origins[-1] : start])
        # All of the first gap goes; of each other one space is left.
        lost += end - start - (start > 0)
        starts.append(end - lost)
        origins.append(end)
    stretches.append(composed[origins[-1] :])
    return Folded(straight(" ".join(filter(None, stretches))), starts, origins, offsets)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Where each gap begins and ends."""
    if "  " in text or text.startswith(" "):
        for match in GAP.finditer(text):
            yield match.span()
        return
    for match in BREAK.finditer(text):
        start, end = match.span()
        yield (start - 1, end) if start and text[start - 1] == " " else (start, end)


def folded_part(part: str) -> str:
    """Words to look for in a folded text, folded likewise."""
    composed, _ = _composed(part)
    return " ".join(straight(composed).split())


def straight(text: str) -> str:
    """The text with straight quotation marks."""
    for sign, plain in STRAIGHT.items():  # ten times as fast as str.translate, which calls for every character
        text = text.replace(sign, plain)
    return text


def _composed(text: str) -> tuple[str, Sequence[int] | None]:
    """The text in NFC, and for each of its characters (and its end) the offset it came from; None if all stay."""
    if unicodedata.is_normalized("NFC", text):
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in _unsteady_run().finditer(text):
        for start, end in _clusters(text, match.start(), match.end()):
            piece = unicodedata.normalize("NFC", text[start:end]) if end - start <= MAX_CLUSTER else text[start:end]
            if piece != text[start:end]:
                pieces += [text[at:start], piece]
                offsets.extend(range(at, start))
                offsets.extend(start for _ in piece)
                at = end
    if not pieces:
        return text, None
    offsets.extend(range(at, len(text) + 1))
    return "".join([*pieces, text[at:]]), offsets


def _clusters(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of a base character and what may compose with it."""
    clusters = []
    begin = start
    for at in range(start + 1, end):
        if not unicodedata.combining(text[at]) and not _joins(text[at - 1], text[at]):
            clusters.append((begin, at))
            begin = at
    clusters.append((begin, end))
    return clusters


def _joins(before: str, after: str) -> bool:
    """Whether two starters can compose: Hangul letters do, and some Indic vowel signs."""
    return "\u1160" <= after <= "\u11ff" or len(unicodedata.normalize("NFC", before + after)) < 2


# To compile a class of so many signs takes as long as to read some briefs, and few briefs need it.
@cache
def _unsteady_run() -> re.Pattern[str]:
    return re.compile(rf"[{STEADY}]?[^{STEADY}]+")
