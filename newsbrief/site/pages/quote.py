"""The permalink of each quote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    """Return a page for each quote that repeats no older one. Its values are the ids of what it shows."""
    if not site.has("quote"):
        return
    every = [one for facts in index.told for one in index.quotes.by_brief[facts.path] if not one.source]
    beside = _neighbours(every)
    for one in every:
        facts, name = index.by_path[one.path], view_ids.name_of(one.id)
        earlier, later = beside[one.id]
        variants = index.quotes.variants.get(one.id, ())
        context = view_ids.context_id(one.path, name)
        notes = (view_ids.notes_id(one.path),) if facts.digests.notes else ()
        shows = (one.id, context, *notes, *(other for other in (earlier, later) if other), *variants)
        url = addresses.quote_url(facts.day, facts.slug, name)
        yield Page(url, "quote", shows, (one.id, context, earlier, later, variants))


def _neighbours(quotes: Iterable[QuoteRef]) -> Mapping[str, tuple[str, str]]:
    """Return the view ids of the same speaker's earlier and later quote, "" for none."""
    by_speaker: dict[str, list[QuoteRef]] = defaultdict(list)
    for quote in quotes:
        by_speaker[quote.speaker].append(quote)
    found: dict[str, tuple[str, str]] = {}
    for said in by_speaker.values():
        ids = ["", *(quote.id for quote in sorted(said, key=lambda one: one.order)), ""]
        for place in range(1, len(ids) - 1):
            found[ids[place]] = (ids[place - 1], ids[place + 1])
    return found


def model(page: Page, views: PageViews, _site: Site) -> QuotePage:
    """Return the page with the quote in its context."""
    own, context, earlier, later, variants = page.values
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
