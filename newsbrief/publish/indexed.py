"""Which pages search engines are told of: all that are for readers, published, and no other page's twin."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from newsbrief.model.pages import MovedPage, Site
from newsbrief.model.quotes import QuotePage
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Teaser
from newsbrief.publish.links import Links
from newsbrief.publish.sitemaps import News, Place

# Signs that an address may hold as they are (RFC 3986), and the percent sign of one that is written so already.
AS_THEY_ARE = ":/?#[]@!$&'()*+,;=%~"

# The timeline that no filter makes shorter.
WHOLE = "all"


def places(models: Iterable[object], site: Site, links: Links) -> Iterable[Place]:
    """A place for each findable page. `models`: all pages but briefs, each with a `url`.

    A list changed when the last of its briefs did; of other pages nobody knows when.
    """
    briefs = {page.url: page for page in site.briefs.values() if page.status == "published"}
    for page in briefs.values():
        yield Place(absolute(links, page.url), page.modified_at, page.published.iso[:4])
    for model in models:
        if isinstance(model, MovedPage):
            continue
        url = absolute(links, str(getattr(model, "url", "")))
        if isinstance(model, QuotePage):
            if brief := briefs.get(model.quote.brief.url or ""):
                yield Place(url, brief.modified_at, brief.published.iso[:4])
            continue
        listed = [teaser.url for teaser in _teasers(model)]
        changed = [briefs[brief].modified_at for brief in listed if brief in briefs]
        # A timeline with a filter is a part of another.
        if not (isinstance(model, TimelinePage) and model.filter != WHOLE) and (changed or not listed):
            yield Place(url, max(changed, default=None))


def _teasers(model: object) -> Iterable[Teaser]:
    """The briefs that a page lists, at once or by day."""
    yield from getattr(model, "briefs", ())
    for day in getattr(model, "days", ()):
        yield from getattr(day, "briefs", ())


def news(site: Site, lang: str, links: Links) -> Iterable[News]:
    """Each published brief."""
    for page in site.briefs.values():
        if page.status == "published":
            yield News(absolute(links, page.url), page.headline, page.published_at, page.lang or lang)


def absolute(links: Links, url: str) -> str:
    """The address in full, in the signs that an address may have."""
    return quote(links.canonical(url), safe=AS_THEY_ARE)
