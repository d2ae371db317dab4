"""How rare words are in a collection of texts: Spärck Jones's inverse document frequency (1972)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping

from msgspec import Struct

# A word is rare if at most this share of the texts has it.
RARE_SHARE = 0.01


class Rarity(Struct, frozen=True):
    """`counts` says how many of `size` texts have a word. A word in at most `few` texts is always rare."""

    counts: Mapping[Hashable, int]
    size: int
    few: int

    @classmethod
    def of(cls, texts: Iterable[Iterable[Hashable]], few: int) -> Rarity:
        """Count the words of texts. No text has a word twice."""
        counts: Counter[Hashable] = Counter()
        size = 0
        for text in texts:
            counts.update(text)
            size += 1
        return cls(counts, size, few)

    def is_rare(self, word: Hashable) -> bool:
        """Return whether few texts have the word."""
        return self.counts[word] <= max(self.few, RARE_SHARE * self.size)

    def weight(self, words: Iterable[Hashable]) -> float:
        """Return how much the words say together, in nats. `fsum` makes it the same in any order."""
        return math.fsum(math.log((self.size + 1) / self.counts[word]) for word in words)
