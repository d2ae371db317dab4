"""Marked words that nobody speaks: titles of works, nicknames, slogans on banners."""

from __future__ import annotations

import re

from newsbrief.extract.quotes.marks import Marked
from newsbrief.rules import Rules

MARKS = "\"“”„‟«»＂‘’'`"
STOPS = ".?!…"
NICKNAMED = re.compile(r"[^\W\d_][\w’'-]+ $")
SURNAME = re.compile(r" [^\W\d_a-z][\w’'-]+")
LONGEST = 110
# Past so many words large letters alone tell a headline, whatever stands around them.
HEADLINE = 5


def is_none(text: str, marked: Marked, start: int, rules: Rules) -> bool:
    """Whether the marks hold no speech; `start` is where the paragraph begins."""
    if marked.end - marked.start > LONGEST:
        return False
    inner = text[marked.start : marked.end].strip(MARKS)
    words = [word for word in inner.split() if word[0].isalpha()]
    before = text[max(start, marked.start - 60) : marked.start]
    return (
        _is_title(inner, words, before, rules)
        or _is_nickname(text, marked, words, before, rules)
        or rules.speech.written.search(before) is not None
    )


def _is_title(inner: str, words: list[str], before: str, rules: Rules) -> bool:
    """“Harbour Lights Tonight” is a work's title: every long word is large, no stop ends it, no cue leads to it.

    Where every noun is large, only the noun before the marks tells: the film “…”.
    """
    previous = before.split()[-1].lower() if before.split() else ""
    if rules.words.nouns_large:
        return previous in rules.people.things
    if len(words) < 2 or any(word[0].islower() and len(word) > 3 for word in words):
        return False
    large = sum(word[0].isupper() for word in words)
    if len(words) >= HEADLINE and large >= len(words) - 2:
        return True
    if inner[-1:] in STOPS or before.rstrip()[-1:] in {":", ","}:
        return False
    return large >= 2 and previous not in rules.speech.plain | rules.speech.naming


def _is_nickname(text: str, marked: Marked, words: list[str], before: str, rules: Rules) -> bool:
    """“Peter “the Hammer” Osk”: between a given name and a surname."""
    given = NICKNAMED.search(before)
    if given is None or (rules.words.nouns_large and given[0].strip().lower() not in rules.people.given):
        return False
    return len(words) <= 3 and given[0][0].isupper() and bool(SURNAME.match(text, marked.end))
