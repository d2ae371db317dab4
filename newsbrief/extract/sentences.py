"""Paragraphs and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules

BLANK = re.compile(r"\n[ \t]*\n\s*")
BREAK = re.compile(r"\n")
# A mark that may end a sentence, the closing marks it carries, and the space after it.
STOP = re.compile(r"[.!?…。！？]{1,8}(?:[\"'”’»«“)\]]|‘(?=[“”»«])){0,4}(?=\s)")
CLOSED = re.compile(r"[\"”’»«“]$")
LAST_WORD = re.compile(r"([^\s\"“”„»«‘’'(\[—–]{1,24})$")
NEXT_WORDS = re.compile(
    r"\s{1,4}([^\s]{1,40})(?:\s{1,4}([^\s]{1,40}))?(?:\s{1,4}([^\s]{1,40}))?(?:\s{1,4}([^\s]{1,40}))?"
)
ENDS_LINE = re.compile(r"[.!?:…”“\"»«’)]\s*$")
INITIAL = re.compile(r"^(?:[^\W\d_]\.)*[^\W\d_]$")
# The figures of “3”, “9./10” and “3.9”.
FIGURES = re.compile(r"^(?:\d+\.?[/.-])*(\d+)$")
# An ordinal has no more figures than this.
ORDINAL = 3
LOOK = 48


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each paragraph, without the white space around it.

    A blank line parts paragraphs; so does a line break after a line that ends like a sentence, since some texts come
    with one paragraph a line. Any other line break is a wrapped line.
    """
    spans: list[tuple[int, int]] = []
    for start, end in _between(BLANK, text, 0, len(text)):
        spans.extend(_lines(text, start, end))
    return tuple(spans)


def find(text: str, rules: Rules) -> tuple[Sentence, ...]:
    """Every sentence of the text in order."""
    return tuple(
        Sentence(start, end, number)
        for number, (first, last) in enumerate(paragraphs(text))
        for start, end in _sentences(text, first, last, rules)
    )


def _between(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between the matches, trimmed; nothing for what is only white space."""
    for match in pattern.finditer(text, start, end):
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for match in BREAK.finditer(text, start, end):
        if ENDS_LINE.search(text[max(first, match.start() - 8) : match.start()]):
            yield from _trimmed(text, first, match.start())
            first = match.end()
    yield from _trimmed(text, first, end)


def _sentences(text: str, first: int, last: int, rules: Rules) -> Iterator[tuple[int, int]]:
    start = first
    for match in STOP.finditer(text, first, last):
        if _ends(text, match, start, last, rules):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, last)


def _ends(text: str, stop: re.Match[str], start: int, last: int, rules: Rules) -> bool:
    """Whether the mark ends a sentence, judged by the word before it and the words after it."""
    after = NEXT_WORDS.match(text, stop.end(), min(last, stop.end() + 4 * LOOK))
    if after is None:
        return True
    following = [word for word in after.groups() if word]
    if following[0][0].islower():
        return False
    if stop[0][0] in "?!…" and CLOSED.search(stop[0]) and _cue_follows(following, rules):
        return False
    if stop[0] != ".":
        return True
    return not _is_abbreviation(text[max(start, stop.start() - LOOK) : stop.start()], following[0], rules)


def _cue_follows(following: list[str], rules: Rules) -> bool:
    """“Why now?” Smith asked: the reporter's sentence goes on after the quote's own end."""
    for word in following[:4]:
        bare = word.rstrip(",.:;")
        if bare in rules.speech.plain:
            return bare not in rules.speech.participles
        stopped = word != bare and bare.lower() not in rules.words.abbreviations
        if stopped or not (bare[:1].isupper() or bare in rules.people.titles):
            return False
    return False


def _is_abbreviation(before: str, following: str, rules: Rules) -> bool:
    match = LAST_WORD.search(before)
    if match is None:
        return False
    word = match[1].lower()
    if word in rules.words.weak_abbreviations:
        # After "U.S." a large word may begin a sentence or be the name's next part: a small closed list tells.
        return following[0].isdigit() or following.lower().rstrip(",") not in rules.words.function
    if word in rules.words.abbreviations:
        return True
    figures = FIGURES.search(word)
    if figures:
        # “am 3. Mai”: the stop of an ordinal, unless what follows is large only because a sentence begins with it.
        ordinal = rules.words.ordinal_stop and len(figures[1]) <= ORDINAL
        return ordinal and following.lower().rstrip(",") not in rules.words.function
    # A lone capital is an initial; "I" is a word.
    return bool(INITIAL.match(match[1])) and match[1].isupper() and word not in rules.people.pronouns
