"""published.json: the record of the briefs that readers have, against which the next build for readers is checked."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.content import published
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import view_ids
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the file of a build for readers. Its values are the paths of all published briefs."""
    if site.options.publish:
        paths = tuple(facts.path for facts in index.briefs if facts.status == "published")
        yield Page(published.FILE, "published_record", tuple(map(view_ids.whole_id, paths)), (len(paths),))


def files(page: Page, views: PageViews, _site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the file."""
    paths = map(view_ids.brief_of, page.shows)
    yield page.url, published.joined({path: views.record(path) for path in paths}).encode("utf-8", "surrogatepass")
