"""Quotes as pages show them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from newsbrief.edtf.text import date_text, day_text
from newsbrief.model.brief import BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.views import Link, QuoteView
from newsbrief.site.facts import addresses, view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.references import QuoteRef
from newsbrief.site.views.context import Run, context_of

# Paragraphs cut into runs, and whether the quote was also found word for word in the raw article.
Context = tuple[tuple[tuple[Run, ...], ...], bool]


def of_brief(
    entry: Entry, index: Index, refs: Sequence[QuoteRef], brief_link: Callable[[str], Link]
) -> Mapping[str, QuoteView]:
    """Return the quotes of a brief by the ids of their views. `brief_link` gives the link to a brief by its path."""
    said = {quote.id: quote for quote in entry.brief.quotes}
    return {ref.id: _view(entry, said[view_ids.name_of(ref.id)], ref, index, brief_link) for ref in refs}


def _view(entry: Entry, quote: BriefQuote, ref: QuoteRef, index: Index, brief_link: Callable[[str], Link]) -> QuoteView:
    brief, facts = entry.brief, index.by_path[entry.path]
    view = QuoteView(
        id=quote.id,
        parts=quote.text,
        speaker=index.people.link(ref.speaker),
        role=index.people.role_in(brief, facts.stem, ref.speaker),
        url=addresses.quote_url(addresses.quotes_url(facts.day, facts.slug), quote.id),
        anchor=ref.anchor,
        brief=brief_link(entry.path),
        published=day_text(brief.date.day),
        day=date_text(quote.said) if quote.said else None,
        occasion=quote.occasion,
        source=brief.source,
        review=ref.review,
    )
    if ref.source:
        first = index.by_path[view_ids.brief_of(ref.source)]
        url = addresses.quote_url(addresses.quotes_url(first.day, first.slug), view_ids.name_of(ref.source))
        return replace(view, url=url, repeats=True)
    repeated = index.quotes.repeated_by.get(ref.id, ())
    also = tuple(replace(brief_link(other.path), url=other.anchor) for other in repeated)
    return replace(view, also=also) if also else view


def context(entry: Entry, quote: str) -> Context:
    """Return the paragraphs around a quote, by the quote's id in the brief."""
    return context_of(entry.text, entry.parts.get(quote, ())), quote in entry.in_raw
