"""Interviews written as turns: "Osla Brandt: It is safe." paragraph by paragraph, without marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

LABEL = re.compile(r"([^\W\d_a-z][^\n:;,.“”„»«\"!?]{2,40}):[ \t]+(?=[^\s“„»«\"‘'])")
# So many turns, by at least two speakers who come back, make an interview.
FEWEST = 4


def find(text: str, paragraphs: Sequence[tuple[int, int]]) -> Mapping[int, int]:
    """Where each turn's paragraph starts, with where its words start; nothing if the text is no interview."""
    matches = [match for start, end in paragraphs if (match := LABEL.match(text, start, end)) and _is_name(match[1])]
    count = Counter(match[1] for match in matches)
    lasting = [match for match in matches if count[match[1]] > 1]
    if len(lasting) < FEWEST or len({match[1] for match in lasting}) < 2:
        return {}
    return {match.start(): match.end() for match in lasting}


def _is_name(label: str) -> bool:
    words = label.split()
    return len(words) <= 4 and all(word[0].isupper() or len(word) <= 3 for word in words)
