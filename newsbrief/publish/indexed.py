"""Which pages search engines are told of: all that are for readers, published, and no other page's twin."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from newsbrief.model.pages import CorrectionsPage, FrontPage, IndexPage, MovedPage, PeoplePage, PersonPage, Site
from newsbrief.model.quotes import QuotePage, QuotesPage
from newsbrief.model.stories import StoriesPage
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import QuoteView, Teaser
from newsbrief.publish.links import Links
from newsbrief.publish.sitemaps import News, Place

# Signs that an address may hold as they are (RFC 3986), and the percent sign of one that is written so already.
AS_THEY_ARE = ":/?#[]@!$&'()*+,;=%~"

# The timeline that no filter makes shorter.
WHOLE = "all"
# Briefs of which lists tell: of a retracted one that it was.
TOLD = ("published", "retracted")


def places(models: Iterable[object], site: Site, links: Links) -> Iterable[Place]:
    """A place for each findable page. `models`: all pages but briefs, each with a `url`.

    A page changed when the last of the briefs did that it is made of; of pages that people wrote nobody knows when.
    """
    briefs = {page.url: page for page in site.briefs.values() if page.status == "published"}
    for page in briefs.values():
        yield Place(absolute(links, page.url), page.modified_at, page.published.iso[:4])
    changes = _Changes({page.url: page.modified_at for page in site.briefs.values() if page.status in TOLD}, site)
    for model in models:
        if isinstance(model, MovedPage):
            continue
        url = absolute(links, str(getattr(model, "url", "")))
        if isinstance(model, QuotePage):
            if brief := briefs.get(model.quote.brief.url or ""):
                yield Place(url, brief.modified_at, brief.published.iso[:4])
            continue
        listed = [teaser.url for teaser in _teasers(model)]
        # A timeline with a filter is a part of another.
        filtered = isinstance(model, TimelinePage) and model.filter != WHOLE
        if not filtered and (not listed or any(brief in briefs for brief in listed)):
            yield Place(url, changes.of(model))


@dataclass(frozen=True)
class _Changes:
    """`briefs`: when each that readers can tell of changed, by its address."""

    briefs: Mapping[str, dt.datetime]
    site: Site

    def of(self, model: object) -> dt.datetime | None:
        """When a page changed, as far as its briefs tell; None for a page without any."""
        if isinstance(model, PeoplePage):
            return self._last(url for page in self.site.person_pages for url in _briefs(page))
        if isinstance(model, IndexPage):
            pages = (page for page in self.site.listings if page.kind == model.kind)
            return self._last(url for page in pages for url in _briefs(page))
        return self._last(_briefs(model))

    def _last(self, urls: Iterable[str]) -> dt.datetime | None:
        return max((self.briefs[url] for url in urls if url in self.briefs), default=None)


def _teasers(model: object) -> Iterable[Teaser]:
    """The briefs that a page lists, at once or by day."""
    if isinstance(model, QuotesPage):
        return
    yield from getattr(model, "briefs", ())
    for day in getattr(model, "days", ()):
        yield from day.briefs


def _briefs(model: object) -> Iterable[str]:
    """The addresses of all briefs that a page is made of."""
    yield from (teaser.url for teaser in _teasers(model))
    if isinstance(model, FrontPage | StoriesPage):
        yield from (line.latest.url for line in model.stories)
    if isinstance(model, CorrectionsPage):
        yield from (note.brief.url or "" for month in model.months for note in month.notes)
    if isinstance(model, TimelinePage):
        events = (event for year in model.years for month in year.months for event in month.events)
        yield from (one.brief.url or "" for event in events for one in (event, *event.also))
    if isinstance(model, PersonPage):
        yield from (quote.brief.url or "" for quote in model.quotes)
    if isinstance(model, QuotesPage):
        yield from (quote.brief.url or "" for quote in _quotes(model))


def _quotes(page: QuotesPage) -> Iterable[QuoteView]:
    days = (*page.days, *(day for speaker in page.speakers for day in speaker.days))
    yield from (quote for day in days for quote in day.quotes)
    yield from (speaker.latest for speaker in page.speakers if speaker.latest)


def news(site: Site, lang: str, links: Links) -> Iterable[News]:
    """Each published brief."""
    for page in site.briefs.values():
        if page.status == "published":
            yield News(absolute(links, page.url), page.headline, page.published_at, page.lang or lang)


def absolute(links: Links, url: str) -> str:
    """The address in full, in the signs that an address may have."""
    return quote(links.canonical(url), safe=AS_THEY_ARE)
