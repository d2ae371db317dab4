"""Marked speech: its segments, which of them are one broken quote, and whether they stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsbrief.extract.quotes import turns, works
from newsbrief.extract.quotes.marks import Marked, pairs
from newsbrief.model.mentions import QuoteSpan, Sentence
from newsbrief.rules import Rules

MARKS = "\"“”„‟«»＂‘’'"
STOPS = ".?!…"
STOP_INSIDE = re.compile(r"[.?!…][\"”’»«“]?\s")
LEADING = re.compile(r"^[\W_]*")
# What stands between two parts of one broken quote is short.
GAP = 200


def find(text: str, sentences: Sequence[Sentence], rules: Rules) -> tuple[QuoteSpan, ...]:
    """Every segment in order, marks included; titles, nicknames and slogans in marks are left out."""
    return tuple(_grouped(text, tuple(_segments(text, sentences, rules)), rules))


def _segments(text: str, sentences: Sequence[Sentence], rules: Rules) -> Iterator[tuple[Marked, int, bool]]:
    """(segment, paragraph, whether it continues the quote of the paragraph before)."""
    unclosed = False
    paragraphs = _paragraphs(sentences)
    said = turns.find(text, paragraphs)
    for number, (start, end) in enumerate(paragraphs):
        last = None
        if start in said:
            yield Marked(said[start], end), number, False
            unclosed = False
            continue
        for marked in pairs(text, start, end, open_before=unclosed):
            continues = unclosed and marked.start == start and last is None
            last = marked
            if continues or not works.is_none(text, marked, start, rules):
                yield marked, number, continues
        unclosed = last is not None and not last.closed


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The (start, end) of each paragraph."""
    grouped = [list(inside) for _, inside in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    return [(members[0].start, members[-1].end) for members in grouped]


def _grouped(text: str, segments: Sequence[tuple[Marked, int, bool]], rules: Rules) -> Iterator[QuoteSpan]:
    group = -1
    previous: tuple[Marked, int] | None = None
    for marked, paragraph, continues in segments:
        broken = previous is not None and previous[1] == paragraph and _is_broken(text, previous[0], marked, rules)
        group += 0 if previous is not None and (continues or broken) else 1
        kind = "direct" if continues or broken or _stands_alone(text, marked, rules) else "mixed"
        yield QuoteSpan(marked.start, marked.end, text[marked.start : marked.end], group, kind)
        previous = marked, paragraph


def _is_broken(text: str, first: Marked, second: Marked, rules: Rules) -> bool:
    """“…,” he said. “…”: only a cue stands between, and the second part has no cue of its own after it."""
    gap = text[first.end : second.start]
    if not 4 < len(gap) <= GAP or not first.closed:
        return False
    inner_end = text[max(first.start, first.end - 3) : first.end].rstrip(MARKS)[-1:]
    if inner_end not in {*STOPS, ",", "—", "–", "-"} and gap.lstrip()[:1] != ",":
        return False
    # “A.” Then Brandt said, “B.”: the second has its own cue.
    if inner_end == "." and not gap.lstrip('"”’»«“ \u00a0')[:1].islower():
        return False
    stripped = gap.rstrip()
    if stripped[-1:] not in {",", ".", "—", "–", ";"} or STOP_INSIDE.search(_without_short_forms(gap[:-2], rules)):
        return False
    verbs = [match[0].lower() for match in rules.speech.verb.finditer(gap)]
    if not any(verb in rules.speech.plain and verb not in rules.speech.participles for verb in verbs):
        return False
    ends = text[max(second.start, second.end - 3) : second.end].rstrip(MARKS)[-1:]
    return not (stripped.endswith(".") and ends == ",")


def _without_short_forms(gap: str, rules: Rules) -> str:
    """A stop after "Mr" or an initial ends nothing."""
    return re.sub(
        r"\b([^\W\d_]{1,6})\.(?= )",
        lambda match: match[1] if len(match[1]) == 1 or match[1].lower() in rules.words.abbreviations else match[0],
        gap,
    )


def _stands_alone(text: str, marked: Marked, rules: Rules) -> bool:
    """Whole sentences or a clause, not a fragment inside the reporter's sentence."""
    inner = LEADING.sub("", text[marked.start : min(marked.end, marked.start + 60)])
    if not inner[:1].isupper() and not inner[:1].isdigit():
        return False
    before = text[max(0, marked.start - 24) : marked.start].rstrip(" \u00a0")
    if not before.strip() or before[-1] in '\n.?!…:,—–”“»«"':
        return True
    word = before.split()[-1].lower()
    ends = text[max(marked.start, marked.end - 3) : marked.end].rstrip(MARKS)[-1:]
    return word in rules.speech.plain or (ends in {*STOPS, ","} and marked.end - marked.start > 30)
