"""The lines of a plain text, freed of what typewriters, wires and word processors leave in them."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.intake.unseen import UNSEEN
from newsbrief.model.refusal import RefusedError

LONGEST_LINE = 200_000
TAB = 4
SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9A-Fa-f]{2,5}|[A-Za-z]{2,8});")
# What is markup, or speaks of it, is shown as it stands: there a reference is something that the article says.
MARKUP = re.compile(r"<(?![\w.+-]{1,64}@)[A-Za-z!/?]|&(?:lt|#0*60|#x0*3c);?[A-Za-z!/?]", re.IGNORECASE)
# Wires frame each element of an article: “^By OSLA BRANDT=”, “^Eds: Adds quotes.<” (ANPA 1312).
FRAMED, FRAME_END = re.compile(r"\^(?=\S)"), re.compile(r"[<=]$")
# So many signs of it make a frame of carets and ends.
FRAMES = 3
# “[HEAD] Ferry tax passes”: a label in brackets, and how many make tagged copy.
TAG, TAGS = re.compile(r"\[(?P<label>[A-Z][A-Z -]{1,20})\]\s?(?=\S|$)"), 3
# Of lines typed with double spacing at least this share is followed by one empty line.
SPACED, FEWEST = 0.8, 6
TYPED = range(30, 90)
# No typewriter writes longer lines than that, but a headline may be one.
FEW = 2
# A line drawn across the page.
RULE = re.compile(r"(?:[-–—_=*~+.•#]\s?){5,}|[*_~-]{3}")
# The head of a page is no longer, and does not end like a sentence.
HEAD, ENDS = 90, re.compile(r"[.!?:,;”\"’]$")
# A line between two pairs of dashes.
DASHED = re.compile(r"--\s?(?P<words>[^\W_].{8,200}[^\W_])\s?--")
FIGURES = re.compile(r"\d+")
LINE_END = re.compile(r"[.!?…:][\"”’»)]?$")


class Line(Struct, frozen=True):
    """One line that is not empty; `number` counts from 1; `after_blank`: an empty line stands before it.

    `indent` is how many columns of white space it begins with, `frame` that a wire's frame ends here.
    """

    number: int
    text: str
    after_blank: bool
    indent: int = 0
    frame: bool = False


def lines(text: str, first: int = 1) -> list[Line]:
    """The lines that hold something, their white space made plain; `first` is the number of the text's first line.

    Raises RefusedError for a line of over 200,000 characters.
    """
    found: list[Line] = []
    blanks = 1
    for number, line in enumerate(clean(text).split("\n"), first):
        if len(line) > LONGEST_LINE:
            raise RefusedError(
                (number, f"a line of {len(line):,} characters; an article's has at most {LONGEST_LINE:,}")
            )
        words = SPACE.sub(" ", line).strip().removesuffix(" =")
        if match := DASHED.fullmatch(words):
            words = match["words"]
        if words:
            found.append(Line(number, words, blanks > 0, _indent(line)))
        blanks = 0 if words else blanks + 1
    return _unframed(_single_spaced(_tagged(found)))


def clean(text: str) -> str:
    """Character references resolved, marks that are not seen taken out."""
    return UNSEEN.sub("", _resolved(text) if ENTITY.search(text) and not MARKUP.search(text) else text)


def _resolved(text: str) -> str:
    """Line by line: a reference to a line end ends no line of the file, and the numbers of lines stay right."""
    return "\n".join(html.unescape(line).replace("\n", " ").replace("\r", " ") for line in text.split("\n"))


def _tagged(found: list[Line]) -> list[Line]:
    """Labels in brackets as labels before a colon."""
    if sum(bool(TAG.match(line.text)) for line in found) < TAGS:
        return found
    return [replace(line, text=TAG.sub(r"@\g<label>: ", line.text, count=1).strip()) for line in found]


def again(found: Sequence[Line]) -> frozenset[str]:
    """Short lines that stand in the text several times, but for their figures: the heads of a printout's pages."""
    counted = Counter(numberless(line.text) for line in found if len(line.text) <= HEAD)
    return frozenset(
        line.text for line in found if counted[numberless(line.text)] > 1 and ENDS.search(line.text) is None
    )


def numberless(words: str) -> str:
    """Words with every figure made the same."""
    return FIGURES.sub("0", words)


def one_line(words: str) -> str:
    """Words of several lines as one, their white space made plain."""
    return SPACE.sub(" ", clean(words)).strip()


def _indent(line: str) -> int:
    white = line[: len(line) - len(line.lstrip())]
    return sum(TAB if sign == "\t" else 1 for sign in white if sign in "\t \u00a0\u2003\u3000")


def _single_spaced(found: list[Line]) -> list[Line]:
    """Double spacing undone: one empty line parts nothing then, two do."""
    pairs = list(pairwise(found))
    typed = [(one, other) for one, other in pairs if len(one.text) in TYPED]
    apart = sum(other.number - one.number == 2 for one, other in typed)
    ended = sum(bool(LINE_END.search(one.text)) for one, _ in typed)
    if sum(len(line.text) > max(TYPED) for line in found) > FEW:
        return found
    if len(typed) < FEWEST or apart < SPACED * len(typed) or ended > len(typed) / 2:
        return found
    return [found[0], *(replace(line, after_blank=line.number - before.number > 2) for before, line in pairs)]


def _unframed(found: Sequence[Line]) -> list[Line]:
    """A wire's frames taken off; each element stands apart."""
    if sum(bool(FRAMED.match(line.text)) + line.text.endswith("<") for line in found) < FRAMES:
        return list(found)
    plain: list[Line] = []
    ended = True
    for line in found:
        begins = FRAMED.match(line.text) is not None
        bare = line.text[1:] if begins else line.text
        ends = FRAME_END.search(bare) is not None
        bare = bare[:-1].strip() if ends else bare
        if bare:
            plain.append(Line(line.number, bare, begins or ended or line.after_blank, line.indent, ends))
        ended = ends
    return plain
