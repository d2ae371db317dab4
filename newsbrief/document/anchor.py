"""Where a quote's words stand in a text, word for word."""

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
LETTER = r"[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]"  # Thai, Japanese and Chinese put no space between words
INSIDE = (
    rf"(?<={LETTER})(?={LETTER}|[\u0300-\u036f])|(?<=[\u0300-\u036f])(?={LETTER})"
    rf"|(?<={LETTER})(?='{LETTER})|(?<={LETTER}')(?={LETTER})"
    r"|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)"
)
MARK = "\0"
# Beside one of these no word is cut.
OUTSIDE = frozenset(' "')
STEADY = r"\x00-\u02ff\u0400-\u0482\u048a-\u052f\u2002-\u2027\u202a-\u205f\u2070-\u20cf\u4e00-\u9fff\uac00-\ud7a3"
MAX_CLUSTER = 32


class _Folded(Struct, frozen=True):
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


def locate(body_text: str, parts: Sequence[str]) -> tuple[tuple[int, int], ...] | int:
    """Find each part in plain text, word for word, each after the one before it.

    Only the width of white space, straight or typographic quotation marks, and composed or decomposed letters may
    differ. A part neither begins nor ends inside a word. Returns (start, end) in code points of `body_text` for each
    part, or the index of the first part that is not there. Linear in the lengths of text and parts.
    """
    folded = _fold(body_text)
    marked = ""
    mark_at = (0, 0)
    at = 0
    spans = []
    for index, part in enumerate(parts):
        wanted = _folded(_composed(part)[0])
        start = folded.text.find(wanted, at) if wanted else -1
        if start >= 0 and not _whole(folded.text, start, start + len(wanted)):
            marked = marked or _seam().sub(MARK, folded.text)
            mark_at = _find_whole(marked, wanted, _advance(marked, mark_at, at))
            start = mark_at[0]
        if start < 0:
            return index
        at = start + len(wanted)
        spans.append(folded.span(start, at))
    return tuple(spans)


# To compile classes of so many signs takes as long as to read some briefs, and few briefs need these.
@cache
def _within() -> re.Pattern[str]:
    return re.compile(INSIDE)


@cache
def _seam() -> re.Pattern[str]:
    return re.compile(rf"(?!{INSIDE})")


@cache
def _unsteady_run() -> re.Pattern[str]:
    return re.compile(rf"[{STEADY}]?[^{STEADY}]+")


def _whole(text: str, start: int, end: int) -> bool:
    return not _cuts(text, start) and not _cuts(text, end)


def _cuts(text: str, at: int) -> bool:
    """Whether a word is cut there; mostly the signs on both sides tell it at once."""
    if not 0 < at < len(text) or text[at - 1] in OUTSIDE or text[at] in OUTSIDE:
        return False
    if text[at] in ".," and not text[at - 1].isdecimal():
        return False
    return _within().match(text, at) is not None


def _find_whole(marked: str, wanted: str, cursor: tuple[int, int]) -> tuple[int, int]:
    """Search a text in which a mark stands wherever no word is cut, so that one search finds whole words only.

    A cursor is an offset in the text without marks and the same place in the marked text; (-1, -1): not found.
    """
    at, begin = cursor
    found = marked.find(_seam().sub(MARK, wanted), begin)
    return (-1, -1) if found < 0 else (at + found - begin - marked.count(MARK, begin, found), found)


def _advance(marked: str, cursor: tuple[int, int], at: int) -> tuple[int, int]:
    """Move a cursor on to the offset `at`, to before the mark that stands there."""
    seen, position = cursor
    while seen < at:
        step = at - seen
        seen += step - marked.count(MARK, position, position + step)
        position += step
    return seen, position


# A body is searched for each of its quotes and dates, one after another.
@lru_cache(maxsize=4)
def _fold(text: str) -> _Folded:
    composed, offsets = _composed(text)
    return _of_lines(composed, offsets) if _lines_alone(composed) else _of_anything(composed, offsets)


def _lines_alone(text: str) -> bool:
    """Whether all white space is one blank between two words, or line ends without blanks beside them, as in a body.

    To look for two spaces at every letter takes longer than all else.
    """
    if "  " in text or text.startswith(" ") or " \n" in text or "\n " in text:
        return False
    return text.replace("\n", "").isprintable()


def _of_lines(composed: str, offsets: Sequence[int] | None) -> _Folded:
    starts, origins, stretches = [], [], []
    at = origin = 0
    for line in composed.split("\n"):
        if line:
            stretches.append(line)
            starts.append(at)
            origins.append(origin)
            at += len(line) + 1
        origin += len(line) + 1
    return _Folded(straight(" ".join(stretches)), starts, origins, offsets)


def _of_anything(composed: str, offsets: Sequence[int] | None) -> _Folded:
    starts, origins, stretches = [0], [0], []
    lost = 0
    for start, end in _gaps(composed):
        stretches.append(composed[origins[-1] : start])
        # All of the first gap goes; of each other one space is left.
        lost += end - start - (start > 0)
        starts.append(end - lost)
        origins.append(end)
    stretches.append(composed[origins[-1] :])
    return _Folded(straight(" ".join(filter(None, stretches))), starts, origins, offsets)


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    """Where each gap begins and ends."""
    if "  " in text or text.startswith(" "):
        for match in GAP.finditer(text):
            yield match.span()
        return
    for match in BREAK.finditer(text):
        start, end = match.span()
        yield (start - 1, end) if start and text[start - 1] == " " else (start, end)


def _folded(composed: str) -> str:
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
