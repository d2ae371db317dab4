"""From a text to the terms it is found by. theme/static/js/search.js does the same to what is typed.

Case, accents and the width of letters do not matter (NFKD, lower case, no U+0300 to U+036F, NFKC). Figures and letters
part ("20일" is "20" and "일"), and figures stand without leading zeros: 2023-09-05 is 2023, 9 and 5. Where nothing
stands between words (Chinese, Japanese, Thai and their neighbours) each two characters are a term.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import chain

# No word of any language is longer; a longer one is cut.
LONGEST = 30
# Where Unicode has marks.
MARKS = (range(0x0300, 0x20000), range(0xE0100, 0xE01F0))
ACCENTS = re.compile("[\u0300-\u036f]")
# Thai, Lao; Burmese; Khmer; kana; Han.
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WORD = re.compile(r"\w+")
FIGURES = re.compile("[0-9]+|[^0-9]+")
# No mark stands in these ranges, in which English, Korean and Chinese are written. Said the other way round, what is
# outside of them takes ten times as long to compile.
PERHAPS_MARKS = "[^\0-\u02ff\u2000-\u20cf\u3400-\u9fff\uac00-\ud7af]"


class Terms(dict[str, tuple[str, ...]]):
    """The terms of each word that was asked for."""

    def __missing__(self, word: str) -> tuple[str, ...]:
        self[word] = found = tuple(_of_word(word))
        return found


def terms(text: str, known: Terms) -> Iterator[str]:
    """The terms of a text in its order. `known` remembers the words seen; a caller hands on the same."""
    return chain.from_iterable(map(known.__getitem__, _words(text)))


def distinct_terms(text: str, known: Terms) -> set[str]:
    """Return the terms of a text. A word that it repeats is cut once."""
    return set(chain.from_iterable(map(known.__getitem__, set(_words(text)))))


def order(term: str) -> bytes:
    """Sorts terms as a browser compares them, by UTF-16 code units."""
    return term.encode("utf-16-be")


def _of_word(word: str) -> Iterator[str]:
    # Most are of these, and what all others ask for takes longer to compile than to find the words of some briefs.
    if word.isascii():
        yield from map(_term, FIGURES.findall(word.lower()))
        return
    folded = ACCENTS.sub("", unicodedata.normalize("NFKD", word).lower()).replace("ß", "ss")
    # Some signs come apart: "½" is "1⁄2".
    for part in _words(unicodedata.normalize("NFKC", folded)):
        for piece in _piece().findall(part):
            if unspaced().match(piece) and len(piece) > 1:
                yield from (piece[at : at + 2] for at in range(len(piece) - 1))
            else:
                yield _term(piece)


def _term(piece: str) -> str:
    return (piece.lstrip("0") or "0" if piece.isascii() and piece.isdigit() else piece)[:LONGEST]


def _words(text: str) -> list[str]:
    """Runs of letters, marks and figures, as a browser's classes L, M and N have them."""
    # To `re` the low line is one of them, and marks are not. Where there is none, words are found twenty times as fast.
    pattern = WORD if text.isascii() or not _perhaps_marks().search(text) else _with_marks()
    return pattern.findall(text.replace("_", " "))


# To compile classes of so many signs takes as long as to read some briefs, and most builds need none.
@cache
def _piece() -> re.Pattern[str]:
    return re.compile(f"[0-9]+|[{UNSPACED}]+|[^0-9{UNSPACED}]+")


@cache
def unspaced() -> re.Pattern[str]:
    """A sign of those between whose words nothing stands."""
    return re.compile(f"[{UNSPACED}]")


@cache
def _perhaps_marks() -> re.Pattern[str]:
    return re.compile(PERHAPS_MARKS)


@cache
def _with_marks() -> re.Pattern[str]:
    marks = "".join(chr(code) for code in chain(*MARKS) if unicodedata.category(chr(code))[0] == "M")
    return re.compile(f"[\\w{marks}]+")
