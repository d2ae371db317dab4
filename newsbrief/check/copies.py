"""Briefs of one article: the same link, the same raw bytes, or nearly the same words.

Of each body the smallest hashes of its runs of words are kept (Broder 1997, "On the resemblance and containment of
documents"); only bodies that share several of them are held against each other word by word.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from newsbrief.model.entry import Entry

RUN = 5
KEPT, SHARED = 24, 5
# Shorter bodies are alike by chance.
LEAST_WORDS = 30
ALIKE = 0.6
# What more briefs than this have is a standing paragraph.
MOST_BRIEFS = 12
WORD = re.compile(r"\w+")


class Copy(Struct, frozen=True):
    """The older brief by its path, and what the two have in common."""

    path: str
    why: str


def found(entries: Iterable[Entry]) -> Mapping[str, Copy]:
    """For each brief that is a copy, by path, the oldest one that it is a copy of."""
    marks: dict[str, str] = {}
    holding: dict[int, list[str]] = defaultdict(list)
    texts: dict[str, str] = {}
    told: dict[str, Copy] = {}
    for entry in sorted(entries, key=lambda one: (one.brief.date.day, one.path)):
        copy = _marked(entry, marks) or _worded(entry, holding, texts)
        if copy is not None:
            told[entry.path] = copy
        for mark, _ in _marks(entry):
            marks.setdefault(mark, entry.path)
    _forget()
    return told


def _marks(entry: Entry) -> Iterable[tuple[str, str]]:
    brief = entry.brief
    if brief.link:
        yield f"link {brief.link.rstrip('/')}", "the same `link`"
    if brief.raw and brief.raw.sha256:
        # A file of several items is the raw article of each of them.
        yield f"raw {brief.raw.sha256} {brief.raw.item}", "the same raw article, byte for byte"


def _marked(entry: Entry, marks: Mapping[str, str]) -> Copy | None:
    return next((Copy(marks[mark], why) for mark, why in _marks(entry) if mark in marks), None)


def _worded(entry: Entry, holding: dict[int, list[str]], texts: dict[str, str]) -> Copy | None:
    """The older brief with most of the same words; the brief is put on the shelf with its own."""
    runs = _runs(entry.text)
    if len(runs) < LEAST_WORDS:
        return None
    sketch = sorted(runs)[:KEPT]
    shared: Counter[str] = Counter()
    for value in sketch:
        briefs = holding[value]
        if len(briefs) <= MOST_BRIEFS:
            shared.update(briefs)
            briefs.append(entry.path)
    texts[entry.path] = entry.text
    near = sorted(
        ((count, path) for path, count in shared.items() if count >= SHARED), key=lambda one: (-one[0], one[1])
    )
    for _, path in near[:3]:
        others = _runs(texts[path])
        share = len(runs & others) / len(runs | others)
        if share >= ALIKE:
            return Copy(path, f"{share:.0%} of the words in the same order")
    return None


@lru_cache(maxsize=256)
def _runs(text: str) -> frozenset[int]:
    words = [word.encode() for word in WORD.findall(text.casefold())]
    return frozenset(zlib.crc32(b" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1))


def _forget() -> None:
    _runs.cache_clear()
