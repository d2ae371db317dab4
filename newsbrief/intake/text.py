"""Plain text: a headline on a line of its own, then paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsbrief.model.article import Article
from newsbrief.model.refusal import RefusedError

LONGEST_LINE = 200_000
LONGEST_HEADLINE = 250
# A line of this many characters and more may have been wrapped; a shorter one ends where its writer ended it.
WRAPPED = 40
# No one wraps lines this late: each is a paragraph.
UNWRAPPED = 160
SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
SENTENCE_END = re.compile(r"[.!?…:][\"”’»)]?$")
PARAGRAPH_END = re.compile(r"[.…:][\"”’»)]?$")

NO_HEADLINE = (
    "no headline: line {line} reads like a paragraph; "
    "put the headline on a line of its own, with an empty line after it"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not empty; `number` counts from 1; `after_blank`: an empty line stands before it."""

    number: int
    text: str
    after_blank: bool


def read(text: str) -> Article:
    """Read plain text; raises RefusedError without a headline or a body, or with a line of over 200,000 characters."""
    found = lines(text)
    headline, rest = _headline(found)
    blocks = paragraphs(rest)
    if not blocks:
        raise RefusedError((headline.number, "no body: nothing stands after the headline"))
    return Article(headline.text, tuple(words for _, words in blocks), tuple(number for number, _ in blocks))


def lines(text: str, first: int = 1) -> list[Line]:
    """The lines that hold something, their white space made plain; `first` is the number of the text's first line."""
    found: list[Line] = []
    blank = True
    for number, line in enumerate(text.split("\n"), first):
        if len(line) > LONGEST_LINE:
            raise RefusedError(
                (number, f"a line of {len(line):,} characters; an article's has at most {LONGEST_LINE:,}")
            )
        words = SPACE.sub(" ", line).strip()
        if words:
            found.append(Line(number, words, blank))
        blank = not words
    return found


def paragraphs(found: Sequence[Line]) -> list[tuple[int, str]]:
    """(first line's number, words) of each paragraph; wrapped lines are joined."""
    return [(block[0].number, " ".join(line.text for line in block)) for block in _blocks(found)]


def _blocks(found: Sequence[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in found:
        if block and (line.after_blank or not _wraps(block[-1], line)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _wraps(line: Line, following: Line) -> bool:
    """Whether the next line goes on with this one's paragraph."""
    length = len(line.text)
    if length < WRAPPED or length > UNWRAPPED:
        return False
    ends = bool(SENTENCE_END.search(line.text))
    # Wrapped text may happen to end a line with a sentence; then the next line is about as long as this one.
    return not ends or length > 60 >= abs(length - len(following.text))


def _headline(found: Sequence[Line]) -> tuple[Line, Sequence[Line]]:
    if not found:
        raise RefusedError((0, "empty file"))
    first, rest = found[0], found[1:]
    stands_alone = not rest or rest[0].after_blank
    one_line_each = not any(line.after_blank for line in rest)
    reads_like_text = len(first.text) > LONGEST_HEADLINE or bool(
        PARAGRAPH_END.search(first.text) and _sentences(first.text)
    )
    goes_on = not stands_alone and (not one_line_each or rest[0].text[0].islower())
    if not rest and not reads_like_text:
        raise RefusedError((first.number, "no body: nothing stands after the headline"))
    if reads_like_text or goes_on:
        raise RefusedError((first.number, NO_HEADLINE.format(line=first.number)))
    return first, rest


def _sentences(words: str) -> bool:
    """A headline may end with a stop; a paragraph ends so and is long or has sentences before."""
    return (
        len(words) > 120
        or len(re.findall(r"[a-z]{2}[.!?] [A-Z]", words)) > 0
        or (words.endswith(".") and len(words) > 80)
    )
