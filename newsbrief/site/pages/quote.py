"""The permalink of each quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from urllib.parse import quote as percent

from newsbrief.model.quotes import QuotePage
from newsbrief.model.views import Link, NoteView, QuoteView
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses, view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.references import QuoteRef
from newsbrief.site.render.site import Site
from newsbrief.site.views.notes import first_words
from newsbrief.site.views.resolve import PageViews

# So many words at either end are enough to find a quote again in its brief.
FRAGMENT_WORDS = 4


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "quote"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each quote that repeats no older one.

    Its views are the quote, its context and what else the page shows. Its values are the ids of the same speaker's
    earlier and later quote, "" for none, and of variants.
    """
    if not site.has("quote") or "quotes" not in site.options.parts:
        return
    beside, variants = _neighbours(index), index.quotes.variants
    for facts in index.told:
        notes = (view_ids.notes_id(facts.path),) if facts.digests.notes else ()
        for one in index.quotes.by_brief[facts.path]:
            if one.source:
                continue
            name = one.order[-1]
            values = (*beside[one.id], variants.get(one.id, ()))
            others = [other for other in values[:2] if other]
            shows = (one.id, view_ids.context_id(facts.path, name), *notes, *others, *values[2])
            yield Page(addresses.quote_url(facts.day, facts.slug, name), "quote", shows, values)


def _neighbours(index: Index) -> Mapping[str, tuple[str, str]]:
    """Return, for each quote by its id, the ids of the same speaker's earlier and later quote, "" for none."""
    by_speaker: dict[str, list[QuoteRef]] = defaultdict(list)
    for one in chain.from_iterable(index.quotes.by_brief.values()):
        if not one.source:
            by_speaker[one.speaker].append(one)
    found: dict[str, tuple[str, str]] = {}
    for said in by_speaker.values():
        said.sort(key=attrgetter("order"))
        ids = [one.id for one in said]
        found.update(zip(ids, zip(["", *ids], [*ids[1:], ""], strict=False), strict=True))
    return found


def model(page: Page, views: PageViews, _site: Site) -> QuotePage:
    """Return the page with the quote in its context."""
    own, context = page.shows[:2]
    earlier, later, variants = page.values
    quote = views.quote(own)
    paragraphs, in_raw = views.context(context)
    return QuotePage(
        url=page.url,
        quote=quote,
        context=paragraphs,
        notes=tuple(_about(quote, views.notes(view_ids.brief_of(own)))),
        in_raw=in_raw,
        fragment=f"{quote.brief.url}#{text_fragment(quote.parts)}",
        earlier=_link(earlier, views),
        later=_link(later, views),
        variants=tuple(map(views.quote, variants)),
    )


def _about(quote: QuoteView, notes: Iterable[NoteView]) -> Iterable[NoteView]:
    """Return the notes about the quote or about the whole brief."""
    return (note for note in notes if note.about is None or note.about.url == quote.anchor)


def _link(view: str, views: PageViews) -> Link | None:
    if not view:
        return None
    quote = views.quote(view)
    return Link(first_words(quote.parts[0], cut=len(quote.parts) > 1), quote.url, lang=quote.brief.lang)


def text_fragment(parts: Sequence[str]) -> str:
    """Return the text directive for a quote: the first and last words of its first part, or all of a short one.

    See https://wicg.github.io/scroll-to-text-fragment/.
    """
    words = parts[0].split()
    if len(words) <= 2 * FRAGMENT_WORDS:
        return ":~:text=" + _directive(words)
    return f":~:text={_directive(words[:FRAGMENT_WORDS])},{_directive(words[-FRAGMENT_WORDS:])}"


def _directive(words: Sequence[str]) -> str:
    # In a text directive "-", "," and "&" have a meaning of their own.
    return percent(" ".join(words), safe="").replace("-", "%2D")
