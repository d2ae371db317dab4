"""The same words in several briefs: one quote with its sources; words that differ stand side by side.

Whoever reported a quote first keeps its address. A later brief that has the same words, or an excerpt of them, counts
as a source of it; one that has them differently has a variant.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate.quotes import order
from newsbrief.model.views import QuoteView

# Two quotes are compared at all when they share a run of this many words …
SHARED_RUN = 4
# … and are variants of one another when this share of the shorter one's runs stands in the other.
VARIANT_SHARE = 0.4
# A shorter excerpt says too little to be told from another occasion.
LEAST_EXCERPT = 5

Words = tuple[str, ...]


class Repeats(Struct, frozen=True):
    """`views` are all quotes by their anchor, with `url`, `also` and `repeats` set; `variants` likewise by anchor."""

    views: Mapping[str, QuoteView]
    variants: Mapping[str, tuple[QuoteView, ...]]


def found(quotes: Iterable[QuoteView]) -> Repeats:
    """Compare every speaker's quotes with one another, across briefs."""
    by_speaker: dict[str, list[QuoteView]] = defaultdict(list)
    for quote in sorted(quotes, key=order):
        by_speaker[quote.speaker.text].append(quote)
    views: dict[str, QuoteView] = {}
    variants: dict[str, tuple[QuoteView, ...]] = {}
    for said in by_speaker.values():
        if len(said) == 1:  # as most have who speak at all
            views[said[0].anchor] = said[0]
            continue
        words = {quote.anchor: words_of(quote) for quote in said}
        runs = {anchor: _runs(those) for anchor, those in words.items()}
        source = _sources(said, words, runs)
        for quote in said:
            views[quote.anchor] = _with_sources(quote, said, source)
        variants.update(_variants([views[quote.anchor] for quote in said], runs))
    return Repeats(views, variants)


def words_of(quote: QuoteView) -> Words:
    """What is compared: the words, without case and punctuation."""
    return tuple(re.findall(r"\w+", " ".join(quote.parts).casefold()))


def _sources(
    said: Sequence[QuoteView], told: Mapping[str, Words], runs: Mapping[str, Sequence[Words]]
) -> Mapping[str, QuoteView]:
    """For each quote, by anchor, the first one that has its words; itself if it is the first."""
    firsts: dict[Words, list[tuple[Words, QuoteView]]] = defaultdict(list)
    source: dict[str, QuoteView] = {}
    for quote in said:
        words = told[quote.anchor]
        candidates = firsts[words[:SHARED_RUN]] if len(words) >= LEAST_EXCERPT else []
        source[quote.anchor] = next((first for have, first in candidates if _within(words, have, quote, first)), quote)
        if source[quote.anchor] is quote:
            for run in runs[quote.anchor] or (words,):
                firsts[run].append((words, quote))
    return source


def _within(words: Words, have: Words, quote: QuoteView, first: QuoteView) -> bool:
    """Whether an earlier quote of another brief contains all the words in their order."""
    if first.brief.url == quote.brief.url or len(words) > len(have):
        return False
    return f" {' '.join(words)} " in f" {' '.join(have)} "


def _with_sources(quote: QuoteView, said: Sequence[QuoteView], source: Mapping[str, QuoteView]) -> QuoteView:
    first = source[quote.anchor]
    if first is not quote:
        return replace(quote, url=first.url, repeats=True)
    also = tuple(
        replace(other.brief, url=other.anchor) for other in said if other is not quote and source[other.anchor] is quote
    )
    return replace(quote, also=also) if also else quote


def _variants(said: Sequence[QuoteView], told: Mapping[str, Sequence[Words]]) -> Mapping[str, tuple[QuoteView, ...]]:
    """Quotes of other briefs that have nearly the same words; of repeated ones only the first is shown."""
    firsts = [quote for quote in said if not quote.repeats]
    runs = [frozenset(told[quote.anchor]) for quote in firsts]
    least = [VARIANT_SHARE * len(those) for those in runs]
    # Who has a run so far. Each pair is compared once, when the later one of the two comes.
    holding: dict[Words, list[int]] = defaultdict(list)
    near: dict[int, list[int]] = defaultdict(list)
    for place, those in enumerate(runs):
        shared = Counter(chain.from_iterable(holding[run] for run in those))
        for other, count in shared.items():
            enough = count >= least[place] or count >= least[other]
            if enough and firsts[other].brief.url != firsts[place].brief.url:
                near[place].append(other)
                near[other].append(place)
        for run in those:
            holding[run].append(place)
    return {
        firsts[one].anchor: tuple(sorted((firsts[other] for other in near[one]), key=order)) for one in sorted(near)
    }


def _runs(words: Words) -> list[Words]:
    return [words[place : place + SHARED_RUN] for place in range(len(words) - SHARED_RUN + 1)]
