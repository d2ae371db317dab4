"""A quote in the body that stands on no quote page, because the desk was not sure who said it."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, line_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "unnamed-speaker"
# Shorter ones are words the reporter borrowed, not statements.
WORDS = 4
SHOWN = 8


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each quote of some length that is not among the brief's quotes."""
    listed = [place for parts in entry.parts.values() for place in parts]
    groups: set[int] = set()
    for quote in seen.mentions.quotes:
        words = quote.text.split()
        known = any(start < quote.end and quote.start < end for start, end in listed)
        if known:
            groups.add(quote.group)
        if known or len(words) < WORDS or quote.group in groups:
            continue
        groups.add(quote.group)
        shown = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
        yield Finding(CODE, seen.file, line_of(entry, quote.start), f"nobody is named as the speaker of {shown}")
