"""The briefs of each topic, section, author, place and organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from newsbrief.model.pages import ListingPage
from newsbrief.model.views import Teaser
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import events
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.references import EventRef
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


class List(Struct):
    """The briefs that come together under one heading, newest first.

    `events` are those of these briefs that name the place or organisation. `published`: whether any brief is.
    """

    kind: str
    name: str
    url: str
    briefs: list[Facts] = field(default_factory=list)
    events: list[EventRef] = field(default_factory=list)
    published: bool = False


def gather(index: Index) -> Mapping[str, List]:
    """Return every list by its address. Spellings with one address are one list, under the newest brief's spelling."""
    made: dict[str, List] = {}
    for facts in index.told:
        for kind, name, url in _headings(facts, index):
            of_it = made.setdefault(url, List(kind, name, url))
            if not of_it.briefs or of_it.briefs[-1] is not facts:
                of_it.briefs.append(facts)
                of_it.published = of_it.published or facts.status == "published"
                if kind in ("place", "organisation"):
                    of_it.events += (ref for ref in index.events.entries.get(facts.path, ()) if url in ref.things)
    return made


def _headings(facts: Facts, index: Index) -> Iterator[tuple[str, str, str]]:
    """Yield the lists that a brief stands in: (kind, name, address)."""
    own = facts.lists
    yield from (("topic", one.name, f"topics/{one.key}/") for one in own.topics)
    yield from (("author", one.name, f"authors/{one.key}/") for one in own.authors)
    if own.section:
        yield "section", own.section.name, f"sections/{own.section.key}/"
    for thing in index.things.of_brief.get(facts.path, ()):
        if thing.url in index.things.with_page:
            yield thing.kind, thing.name, thing.url


def template(page: Page) -> str:
    """Return the name of the template of the page's kind of list."""
    return TEMPLATES[page.values[0]]


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return every page of every list."""
    for url, of_it in sorted(gather(index).items()):
        if site.has(TEMPLATES[of_it.kind]):
            yield from _pages(url, of_it, index, site)


def _pages(url: str, of_it: List, index: Index, site: Site) -> Iterator[Page]:
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
