"""The permalinks of quotes. One entry of the plan stands for those of one brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote as percent

from newsbrief.model.quotes import QuotePage
from newsbrief.model.views import NoteView, QuoteView
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import addresses, view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# So many words at either end are enough to find a quote again in its brief.
FRAGMENT_WORDS = 4


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "quote"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return an entry for each brief with quotes that repeat no older ones.

    Its values are, for each of these quotes, the id in the front matter and the view ids of variants.
    """
    if not site.has("quote") or "quotes" not in site.options.parts:
        return
    variants = index.quotes.variants
    for facts in index.told:
        path = facts.path
        said = tuple(
            [(one.order[-1], variants.get(one.id, ())) for one in index.quotes.by_brief[path] if not one.source]
        )
        if said:
            others = [view for _, views in said for view in views]
            shows = (view_ids.whole_id(path), *others)
            yield Page(addresses.quotes_url(facts.day, facts.slug), "quote", shows, said)


def urls(page: Page) -> list[str]:
    """Return the addresses of the quotes."""
    return [addresses.quote_url(page.url, name) for name, _ in page.values]


def models(page: Page, views: PageViews, _site: Site) -> Iterable[QuotePage]:
    """Yield the page of each quote, with the quote in its context."""
    path = view_ids.brief_of(page.shows[0])
    for name, variants in page.values:
        quote = views.quote(view_ids.quote_id(path, name))
        paragraphs, in_raw = views.context(path, name)
        yield QuotePage(
            url=addresses.quote_url(page.url, name),
            quote=quote,
            context=paragraphs,
            notes=tuple(_about(quote, views.notes(path))),
            in_raw=in_raw,
            fragment=f"{quote.brief.url}#{text_fragment(quote.parts)}",
            variants=tuple(map(views.quote, variants)),
        )


def _about(quote: QuoteView, notes: Iterable[NoteView]) -> Iterable[NoteView]:
    """Return the notes about the quote or about the whole brief."""
    return (note for note in notes if note.about is None or note.about.url == quote.anchor)


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
