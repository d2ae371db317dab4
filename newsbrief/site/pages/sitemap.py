"""sitemap.xml and its parts (https://www.sitemaps.org/protocol.html), and robots.txt (RFC 9309)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.site.build.plan import Page
from newsbrief.site.facts.view_ids import brief_of
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.render.sitemaps import LARGEST, Place, absolute, index_document, robots, sitemap_document
from newsbrief.site.views.resolve import PageViews

# Kinds of pages that search engines are told of. Values: whether a page has a brief of its own, by whose year its part
# of the sitemap is named.
INDEXED = {
    **dict.fromkeys(("brief", "quote"), True),
    **dict.fromkeys(
        (
            *("front", "listing", "list_index", "quotes", "people", "person", "person_briefs", "timeline", "stories"),
            *("story", "archive", "corrections", "search_page", "own_page"),
        ),
        False,
    ),
}
PAGES = "pages"


def plan_last(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """Return the sitemap's parts, then the list of them; only a site with an address has any.

    The values of a part are its name and (address, instant of the last change or 0) of each page.
    """
    if not site.links.siteurl:
        return
    changed = _changed(index)
    parts: dict[str, list[tuple[str, float]]] = {}
    for page in pages:
        if page.kind in INDEXED:
            for name, when in _place(page, index, changed):
                parts.setdefault(name, []).append((page.url, when))
    named = [
        (name, tuple(of_it)) for name, those in sorted(parts.items()) for name, of_it in _split(name, sorted(those))
    ]
    for name, of_it in named:
        yield Page(f"sitemap-{name}.xml", "sitemap", (), (name, of_it))
    newest = tuple((name, max(when for _, when in of_it)) for name, of_it in named)
    yield Page("sitemap.xml", "sitemap", (), ("", newest))


def _changed(index: Index) -> Mapping[str, float]:
    """Return when each brief changed that readers can tell of, in seconds since 1970."""
    now = index.options.now.timestamp()
    return {
        facts.path: max((facts.times.published, *(one for one in facts.times.changes if one <= now)))
        for facts in index.briefs
        if facts.status in ("published", "retracted")
    }


def _place(page: Page, index: Index, changed: Mapping[str, float]) -> Iterator[tuple[str, float]]:
    """Yield the part of the sitemap that a page stands in, and when it changed; nothing for a page left out."""
    if INDEXED[page.kind]:
        facts = index.by_path[brief_of(page.shows[0])]
        if facts.status == "published":
            yield facts.day[:4], changed[facts.path]
        return
    if (page.kind == "timeline" and page.url.endswith(("/news/", "/announced/"))) or "/news/" in page.url[9:]:
        return  # a part of another timeline
    if page.kind == "own_page" or not page.shows:
        yield PAGES, 0.0
        return
    briefs = {brief_of(view) for view in page.shows}
    if any(index.by_path[path].status == "published" for path in briefs):
        yield PAGES, max((changed[path] for path in briefs if path in changed), default=0.0)


def _split(name: str, places: Sequence[tuple[str, float]]) -> Iterator[tuple[str, tuple[tuple[str, float], ...]]]:
    for start in range(0, len(places), LARGEST):
        yield f"{name}-{start // LARGEST + 1}" if start else name, tuple(places[start : start + LARGEST])


def files(page: Page, _views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the part, or the list of all parts with robots.txt."""
    name, places = page.values
    root = site.links.canonical("")

    def when(instant: float) -> dt.datetime | None:
        return dt.datetime.fromtimestamp(instant, site.options.zone) if instant else None

    if name:
        yield page.url, sitemap_document(Place(absolute(root, url), when(instant)) for url, instant in places).encode()
        return
    parts = (Place(f"{root}sitemap-{part}.xml", when(instant)) for part, instant in places)
    yield page.url, index_document(parts).encode()
    yield "robots.txt", robots(root).encode()
