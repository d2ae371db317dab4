"""Whether the words before a date measure by it, or suppose something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsbrief.rules.shape import Telling

WORD = re.compile(r"['’]?\w+(?:[.,]\d+)*|[,;:—–]")
# How many words before a date may make it a measure; how many may stand between a compared figure and the date.
MEASURE = 2
FIGURE = 5
MARKS = ",;:—–"


def measures(before: Sequence[str], telling: Telling) -> bool:
    """“more than in 2019”, “the highest since 2003”, “up from 800 in 2019”, “if it opens on Friday”."""
    clause = _clause(before)
    if any(word in telling.conditions for word in clause) or any(
        word in telling.compared for word in clause[-MEASURE:]
    ):
        return True
    near = clause[-FIGURE:]
    if clause and clause[-1] in telling.measured and any(word in telling.moved for word in near):
        return True
    return any(word in telling.measured and following[0].isdigit() for word, following in pairwise(near))


def supposes(before: Sequence[str], telling: Telling) -> bool:
    """“would have opened in May”."""
    clause = " ".join(_clause(before))
    joined = tuple(f" {word} " for word in telling.and_words)
    return any(
        not after.startswith(joined)
        for phrase in telling.unreal
        for _, found, after in [f" {clause} ".partition(f" {phrase}")]
        if found and after[:1] == " "
    )


def _clause(before: Sequence[str]) -> list[str]:
    """The words back to the last mark, lower-cased."""
    words: list[str] = []
    for word in reversed(before):
        if word in MARKS:
            break
        words.append(word.lower())
    return words[::-1]
