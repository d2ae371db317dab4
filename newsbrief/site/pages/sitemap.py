"""sitemap.xml and its parts (https://www.sitemaps.org/protocol.html), and robots.txt (RFC 9309)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.site.build.plan import Page
from newsbrief.site.facts.view_ids import brief_of
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages import quote
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
# Lists of the lists in one folder show no brief. They change with the pages of the folder.
OF_FOLDERS = ("list_index", "people")


def plan_last(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """Return the sitemap's parts, then the list of them; only a site with an address has any.

    The values of a part are its name and (address, instant of the last change or 0) of each page.
    """
    if not site.links.siteurl:
        return
    parts: dict[str, list[tuple[str, float]]] = {}
    for name, url, when in _places([page for page in pages if page.kind in INDEXED], index):
        parts.setdefault(name, []).append((url, when))
    named = [
        (name, tuple(of_it)) for name, those in sorted(parts.items()) for name, of_it in _split(name, sorted(those))
    ]
    for name, of_it in named:
        yield Page(f"sitemap-{name}.xml", "sitemap", (), (name, of_it))
    newest = tuple((name, max(when for _, when in of_it)) for name, of_it in named)
    yield Page("sitemap.xml", "sitemap", (), ("", newest))


class _Changes(dict[str, float]):
    """When the brief of a view changed, in seconds since 1970; 0 for one that readers do not have."""

    def __missing__(self, view: str) -> float:
        self[view] = found = self.get(brief_of(view), 0.0)
        return found


def _changes(index: Index) -> _Changes:
    now = index.options.now.timestamp()
    found = _Changes(
        (facts.path, max((facts.times.published, *(one for one in facts.times.changes if one <= now))))
        for facts in index.briefs
        if facts.status in ("published", "retracted")
    )
    for ref in index.events.ordered:
        if len(ref.members) > 1:
            found[ref.id] = max(found[brief_of(member)] for member in ref.members)
    return found


def _places(pages: Iterable[Page], index: Index) -> Iterator[tuple[str, str, float]]:
    """Yield for each page the part of the sitemap that it stands in, its address, and when it changed."""
    changes = _changes(index)
    newest: dict[str, float] = {}
    above: list[str] = []
    for page in pages:
        if INDEXED[page.kind]:
            facts = index.by_path[brief_of(page.shows[0])]
            if facts.status == "published":
                when = changes[facts.path]
                yield from (
                    (facts.day[:4], url, when) for url in (quote.urls(page) if page.kind == "quote" else (page.url,))
                )
        elif page.kind in OF_FOLDERS and not page.shows:
            above.append(page.url)
        elif not _is_hidden(page) and _is_published(page, index):
            when = max(map(changes.__getitem__, page.shows), default=0.0)
            folder = page.url.partition("/")[0]
            newest[folder] = max(when, newest.get(folder, 0.0))
            yield PAGES, page.url, when
    yield from ((PAGES, url, newest.get(url.rstrip("/"), 0.0)) for url in above)


def _is_hidden(page: Page) -> bool:
    """Return whether a page is a filtered timeline, which is a part of another one, or hidden by who wrote it."""
    if page.kind == "timeline":
        return bool(page.values[0] != "all")
    return page.kind == "own_page" and bool(page.values[-1])


def _is_published(page: Page, index: Index) -> bool:
    """Return whether a page shows any published brief, or none at all."""
    return not page.shows or any(index.by_path[brief_of(view)].status == "published" for view in page.shows)


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
