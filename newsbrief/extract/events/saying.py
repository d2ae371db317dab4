"""Whether a date only tells when quoted words were said, where the rules take that for no event of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.extract.events.clauses import LETTERS, is_verb
from newsbrief.extract.events.dated import Dated
from newsbrief.model.mentions import Sentence
from newsbrief.rules import Rules

CUT = re.compile(r"[,;:—–]")


def says_only(text: str, sentence: Sentence, one: Dated, said: Sequence[tuple[int, int]], rules: Rules) -> bool:
    """“…,” said Brandt on Wednesday. `said` are the quotes that touch the sentence; the date stands in none of them."""
    if rules.words.speech_happens or not said:
        return False
    first = max((end for _, end in said if end <= one.start), default=sentence.start)
    last = min((start for start, _ in said if start >= one.end), default=sentence.end)
    start = max((cut.end() for cut in CUT.finditer(text, first, one.start)), default=first)
    cut = CUT.search(text, one.end, last)
    end = cut.start() if cut else last
    own = _speaks(text, (start, one.start), (one.end, end), rules)
    if own is None:
        own = _speaks(text, (first, start), (end, last), rules)
    return own if own is not None else rules.speech.source.search(text, first, one.start) is not None


def _speaks(text: str, before: tuple[int, int], after: tuple[int, int], rules: Rules) -> bool | None:
    """Whether the verb nearest to the date, first before it and then after it, is one of speech; None without one."""
    words = (*LETTERS.findall(text, *before)[::-1], *LETTERS.findall(text, *after))
    return next(_verbs(words, rules), None)


def _verbs(words: Iterable[str], rules: Rules) -> Iterator[bool]:
    for word in words:
        if rules.words.nouns_large and word[0].isupper():
            continue
        if word in rules.speech.plain or word in rules.speech.naming:
            yield True
        elif word not in rules.speech.order.helpers and is_verb(word, rules):
            yield False
