"""The passage of a text that is nearest to words which do not stand in it."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher

from newsbrief.document.folding import straight

WORD = re.compile(r"\S+")
MAX_WORDS = 200_000
MAX_PART_WORDS = 200


def nearest(body_text: str, part: str) -> str:
    """The passage of `body_text` that is most like `part`, for a message; "" when they share no word.

    Compares words, so that its time grows with the text's length only; looks at the first MAX_WORDS words.
    """
    matches = [match for _, match in zip(range(MAX_WORDS), WORD.finditer(body_text), strict=False)]
    words = [_bare(match[0]) for match in matches]
    wanted = [_bare(word) for word in part.split()[:MAX_PART_WORDS]]
    start = _best_window(words, wanted)
    if start is None:
        return ""
    first, last = max(0, start - 3), min(len(words), start + len(wanted) + 3)
    same = [b for b in SequenceMatcher(None, words[first:last], wanted, autojunk=False).get_matching_blocks() if b.size]
    begin = first + max(0, same[0].a - same[0].b)
    end = min(last, first + same[-1].a + len(wanted) - same[-1].b)
    return body_text[matches[begin].start() : matches[max(begin, end - 1)].end()]


def _bare(word: str) -> str:
    return straight(word).strip("'\".,;:!?()").casefold() or word


def _best_window(words: list[str], wanted: list[str]) -> int | None:
    """Where the run of words begins that shares most words with `wanted`; None when none is shared."""
    missing = Counter(wanted)
    shared = best = 0
    place = None
    for end, word in enumerate(words):
        shared += missing[word] > 0
        missing[word] -= 1
        left = end - len(wanted)
        if left >= 0:
            missing[words[left]] += 1
            shared -= missing[words[left]] > 0
        if shared > best:
            best, place = shared, max(0, left + 1)
    return place
