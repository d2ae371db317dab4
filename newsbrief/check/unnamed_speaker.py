"""A quote in the body that stands on no quote page, because the desk was not sure who said it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsbrief.check.seen import Seen, line_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.mentions import Mentions, QuoteSpan

CODE = "unnamed-speaker"
# Shorter ones are words the reporter borrowed, not statements.
WORDS = 4
SHOWN = 8


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each quote of some length that is not among the brief's quotes."""
    for group in unnamed(entry, seen.mentions):
        first = next(quote for quote in group if len(quote.text.split()) >= WORDS)
        words = first.text.split()
        shown = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
        yield Finding(CODE, seen.file, line_of(entry, first.start), f"nobody is named as the speaker of {shown}")


def unnamed(entry: Entry, mentions: Mentions) -> Iterator[tuple[QuoteSpan, ...]]:
    """The quoted passages of some length that share nothing with the brief's quotes, part by part."""
    listed = [place for parts in entry.parts.values() for place in parts]
    for _, spans in groupby(mentions.quotes, key=lambda quote: quote.group):
        group = tuple(spans)
        known = any(start < quote.end and quote.start < end for quote in group for start, end in listed)
        if not known and any(len(quote.text.split()) >= WORDS for quote in group):
            yield group
