"""Quotes of many briefs in their order, and a page for each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import quote as percent

from newsbrief.collate import facts
from newsbrief.model.entry import Entry
from newsbrief.model.quotes import QuotePage
from newsbrief.model.views import Link, NoteView, QuoteView

# So many words at either end are enough to find a quote again in its brief.
FRAGMENT_WORDS = 4


def order(quote: QuoteView) -> tuple[str, str, int, str]:
    """Sorts ascending by day, then by brief, then as the brief has them."""
    day = quote.day or quote.published
    return (day.iso, quote.brief.url or "", _number(quote.id), quote.id)


# Most briefs number their quotes alike, and each quote is put in order several times.
@lru_cache(maxsize=1 << 10)
def _number(quote_id: str) -> int:
    found = re.search(r"\d+", quote_id)
    return int(found.group()) if found else 0


def newest_first(quotes: Sequence[QuoteView]) -> tuple[QuoteView, ...]:
    """Latest day first; within one brief in the order in which they were said."""
    by_brief = sorted(quotes, key=order)
    return tuple(sorted(by_brief, key=lambda quote: order(quote)[:2], reverse=True))


def marked(entries: Sequence[Entry], said: Mapping[str, Sequence[QuoteView]]) -> tuple[QuoteView, ...]:
    """The quotes that their briefs mark for the front page, in the order of the entries; `said` by the entry's path."""
    leads = {(entry.path, quote.id) for entry in entries for quote in entry.brief.quotes if quote.lead}
    return tuple(quote for entry in entries for quote in said[entry.path] if (entry.path, quote.id) in leads)


def pages(
    by_entry: Sequence[tuple[Entry, Sequence[QuoteView]]],
    variants: Mapping[str, tuple[QuoteView, ...]],
    notes: Mapping[str, Sequence[NoteView]],
) -> tuple[QuotePage, ...]:
    """A page for each quote that is no repetition, linked to the same speaker's earlier and later one.

    `variants` are by the quote's anchor, `notes` by the entry's path.
    """
    neighbours = _neighbours([quote for _, quotes in by_entry for quote in quotes if not quote.repeats])
    made = []
    for entry, quotes in by_entry:
        for quote in quotes:
            if quote.repeats:
                continue
            about = tuple(note for note in notes[entry.path] if note.about is None or note.about.url == quote.anchor)
            earlier, later = neighbours[quote.url]
            context = context_of(entry.text, entry.parts.get(quote.id, ()))
            fragment = f"{quote.brief.url}#{text_fragment(quote.parts)}"
            made.append(
                QuotePage(
                    quote.url,
                    quote,
                    context,
                    about,
                    quote.id in entry.in_raw,
                    fragment,
                    earlier,
                    later,
                    variants.get(quote.anchor, ()),
                )
            )
    return tuple(made)


def text_fragment(parts: Sequence[str]) -> str:
    """The text directive for a quote: the first and the last words of its first part, or all of a short one."""
    words = parts[0].split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        return ":~:text=" + _directive(words)
    return f":~:text={_directive(words[:FRAGMENT_WORDS])},{_directive(words[-FRAGMENT_WORDS:])}"


def _directive(words: Sequence[str]) -> str:
    # In a text directive "-", "," and "&" have a meaning of their own.
    return percent(" ".join(words), safe="").replace("-", "%2D")


def _neighbours(quotes: Sequence[QuoteView]) -> dict[str, tuple[Link | None, Link | None]]:
    by_speaker: dict[str, list[QuoteView]] = defaultdict(list)
    for quote in sorted(quotes, key=order):
        by_speaker[quote.speaker.text].append(quote)
    found: dict[str, tuple[Link | None, Link | None]] = {}
    for said in by_speaker.values():
        links = [None, *(Link(label(quote), quote.url, lang=quote.brief.lang) for quote in said), None]
        for place, quote in enumerate(said):
            found[quote.url] = (links[place], links[place + 2])
    return found


def label(quote: QuoteView) -> str:
    """The quote's first words, for links."""
    return facts.first_words(quote.parts[0], cut=len(quote.parts) > 1)


def context_of(text: str, parts: Sequence[tuple[int, int]]) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """The paragraphs with the quote and one on either side, each cut into runs: (words, whether they are the quote)."""
    if not parts:
        return ()
    paragraphs = _paragraphs(text)
    inside = [i for i, (start, end) in enumerate(paragraphs) if start < parts[-1][1] and parts[0][0] < end]
    around = paragraphs[max(inside[0] - 1, 0) : inside[-1] + 2]
    return tuple(_runs(text, start, end, parts) for start, end in around)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    spans, start = [], 0
    for gap in re.finditer(r"\n{2,}", text):
        spans.append((start, gap.start()))
        start = gap.end()
    return [*spans, (start, len(text))]


def _runs(text: str, start: int, end: int, parts: Sequence[tuple[int, int]]) -> tuple[tuple[str, bool], ...]:
    runs, place = [], start
    for part_start, part_end in parts:
        first, last = max(part_start, start), min(part_end, end)
        if first < last:
            runs += [(text[place:first], False), (text[first:last], True)]
            place = last
    runs.append((text[place:end], False))
    return tuple((words, marked) for words, marked in runs if words)
