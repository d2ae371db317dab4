"""The briefs of each topic, section, author, place and organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newsbrief.model.pages import ListingPage
from newsbrief.model.views import Teaser
from newsbrief.site.build.plan import Page
from newsbrief.site.index import events
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.lists import List
from newsbrief.site.pages.partition import lists
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# The folder of each kind of list, and its template.
FOLDERS = {
    "topic": "topics",
    "section": "sections",
    "author": "authors",
    "place": "places",
    "organisation": "organisations",
}
TEMPLATES = {
    "topic": "tag",
    "section": "category",
    "author": "author",
    "place": "place",
    "organisation": "organisation",
}
# So many of the dates that name a place or organisation stand on its page.
LATEST_EVENTS = 8


def template(page: Page) -> str:
    """Return the name of the template of the page's kind of list."""
    return TEMPLATES[page.values[0]]


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return every page of every list."""
    for of_it in index.lists.headings:
        if site.has(TEMPLATES[of_it.kind]):
            yield from _pages(of_it, index, site)


def _pages(of_it: List, index: Index, site: Site) -> Iterator[Page]:
    url = of_it.url
    newest, *older = lists.parts(url, of_it.briefs, lambda facts: facts.day)
    latest = [ref.id for ref in events.newest_first(of_it.events)[:LATEST_EVENTS]]
    # A feed carries published briefs only; a topic of the preview without one has no feed either.
    feed = of_it.published and of_it.kind == "topic" and "topics" in site.options.feeds
    subject = index.events.subjects.get(url)
    organisation = of_it.kind == "author" and bool(index.people.author(of_it.name).kind)
    paths = tuple(facts.path for facts in newest.entries)
    first = (len(of_it.briefs), f"feeds/topics/{url.split('/')[1]}.atom.xml" if feed else "", tuple(latest))
    heading = (of_it.kind, of_it.name)
    yield Page(
        url,
        "listing",
        (*paths, *latest),
        (*heading, newest.sheet, paths, first, subject and subject.link, organisation),
    )
    for part in older:
        paths = tuple(facts.path for facts in part.entries)
        older_feed = (0, first[1], ())
        yield Page(part.url, "listing", paths, (*heading, part.sheet, paths, older_feed, None, False))


def model(page: Page, views: PageViews, _site: Site) -> ListingPage:
    """Return the page with its briefs."""
    kind, name, sheet, paths, (count, feed, latest), timeline, organisation = page.values
    return ListingPage(
        url=page.url,
        kind=kind,
        title=name,
        briefs=teasers(paths, views),
        count=count,
        feed=feed,
        timeline=timeline,
        events=tuple(map(views.event, latest)),
        organisation=organisation,
        sheet=sheet,
    )


def teasers(paths: Sequence[str], views: PageViews) -> tuple[Teaser, ...]:
    """Return the briefs of a list."""
    return tuple(map(views.teaser, paths))
