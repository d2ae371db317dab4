"""Where a quote's words stand in a text, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsbrief.document.folding import fold, folded_part, is_composed

LETTER = r"[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]"  # Thai, Japanese and Chinese put no space between words
INSIDE = (
    rf"(?<={LETTER})(?={LETTER}|[\u0300-\u036f])|(?<=[\u0300-\u036f])(?={LETTER})"
    rf"|(?<={LETTER})(?='{LETTER})|(?<={LETTER}')(?={LETTER})"
    r"|(?<=\d)(?=[.,]\d)|(?<=\d[.,])(?=\d)"
)
MARK = "\0"
# Beside one of these no word is cut; nor is one beside the others in a text that was not folded.
OUTSIDE = frozenset(' "')
BESIDE = OUTSIDE | frozenset("\n“”")


def locate(body_text: str, parts: Sequence[str]) -> tuple[tuple[int, int], ...] | int:
    """Find each part in plain text, word for word, each after the one before it; as it is written, if it stands so.

    Else only the width of white space, straight or typographic quotation marks, and composed or decomposed letters may
    differ. A part neither begins nor ends inside a word. Returns (start, end) in code points of `body_text` for each
    part, or the index of the first part that is not there. Linear in the lengths of text and parts.
    """
    spans = _verbatim(body_text, parts)
    return _alike(body_text, parts) if spans is None else spans


def _verbatim(text: str, parts: Sequence[str]) -> tuple[tuple[int, int], ...] | None:
    """Where the parts stand as they are, which is how nearly all of them stand; None where it takes more to tell."""
    at = 0
    spans = []
    for part in parts:
        start = text.find(part, at)
        at = start + len(part)
        if start < 0 or not part or part[0].isspace() or part[-1].isspace():
            return None
        if not (_parted(text, start) and _parted(text, at)):
            return None
        spans.append((start, at))
    return tuple(spans) if not spans or is_composed(text) else None


def _parted(text: str, at: int) -> bool:
    """Whether the signs on both sides tell that no word is cut there."""
    if not 0 < at < len(text) or text[at - 1] in BESIDE or text[at] in BESIDE:
        return True
    return text[at] in ".," and not text[at - 1].isdecimal()


def _alike(body_text: str, parts: Sequence[str]) -> tuple[tuple[int, int], ...] | int:
    """Where they stand in whatever white space, marks and letters."""
    folded = fold(body_text)
    marked = ""
    mark_at = (0, 0)
    at = 0
    spans = []
    for index, part in enumerate(parts):
        wanted = folded_part(part)
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
