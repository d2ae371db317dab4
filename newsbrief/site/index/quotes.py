"""The quotes that lists may show, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.edtf.text import date_text
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.people import People
from newsbrief.site.index.references import QuoteRef

# The quotes of each brief in its order, by the brief's path.
ByBrief = Mapping[str, tuple[QuoteRef, ...]]


class Quotes(Struct, frozen=True):
    """`repeated_by` maps the view id of a quote to the later quotes with its words, in order.

    `variants` maps it to the view ids of other briefs' quotes with nearly the same words.
    """

    by_brief: ByBrief
    repeated_by: Mapping[str, tuple[QuoteRef, ...]]
    variants: Mapping[str, tuple[str, ...]]


def references(told: Iterable[Facts], people: People) -> ByBrief:
    """Return the quotes of each brief that have a speaker whose name may be shown."""
    hidden = frozenset(name for name in people.rules if people.is_protected(name))
    return {facts.path: tuple(_of_brief(facts, people.cast[facts.path], hidden)) for facts in told}


def _of_brief(facts: Facts, cast: Sequence[str], hidden: frozenset[str]) -> Iterator[QuoteRef]:
    for quote in facts.quotes:
        if quote.speaker < 0 or cast[quote.speaker] in hidden:
            continue
        day = date_text(quote.said).iso if quote.said else facts.day
        yield QuoteRef(
            id=view_ids.quote_id(facts.path, quote.id),
            order=(day, facts.url, quote.number, quote.id),
            speaker=cast[quote.speaker],
            lead=quote.lead,
            review=facts.status == "review",
        )


def related(quotes: ByBrief, sources: Mapping[str, str], variants: Mapping[str, tuple[str, ...]]) -> Quotes:
    """Return the quotes with what repeats them. `sources` maps a view id to that of the older quote with its words."""
    if not sources:
        return Quotes(quotes, {}, variants)
    changed = {view_ids.brief_of(one) for one in sources}
    found = {
        path: tuple(replace(one, source=sources.get(one.id, "")) for one in those) if path in changed else those
        for path, those in quotes.items()
    }
    repeated: dict[str, list[QuoteRef]] = {}
    for one in sorted((one for path in changed for one in found[path] if one.source), key=lambda one: one.order):
        repeated.setdefault(one.source, []).append(one)
    return Quotes(found, {source: tuple(those) for source, those in repeated.items()}, variants)


def newest_first(quotes: Iterable[QuoteRef]) -> list[QuoteRef]:
    """Sort quotes by day, the latest first. Those of one brief and day stay in the order in which they were said."""
    by_brief = sorted(quotes, key=lambda quote: quote.order)
    return sorted(by_brief, key=lambda quote: quote.order[:2], reverse=True)
