"""The page of each brief."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct

from newsbrief.content.folders import RAW_FOLDER
from newsbrief.edtf.text import day_text
from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.stories import StorySoFar
from newsbrief.model.views import Link, PersonLine, QuoteView
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import photo, view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.events import order_of
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.visible import is_telling
from newsbrief.site.render.brief_body import brief_body
from newsbrief.site.render.frame import without_index
from newsbrief.site.render.site import Site
from newsbrief.site.static.checks import SOURCES, ending
from newsbrief.site.views.moments import moments
from newsbrief.site.views.resolve import PageViews

# How many briefs of the same story a brief leads to.
LATER, EARLIER = 1, 3


class InStory(NamedTuple):
    """A brief's place in its story: the story's title, the paths of `later` and `earlier` briefs, the number of all."""

    title: str = ""
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    size: int = 0


class Beside(NamedTuple):
    """The paths of other briefs that a brief's page shows, "" or () for none.

    `newer` and `older` are its neighbours in time. `links` are those that its text links to.
    """

    newer: str
    older: str
    story: InStory
    related: tuple[str, ...]
    links: tuple[str, ...]

    @property
    def paths(self) -> Iterator[str]:
        """All of them."""
        yield from (path for path in (self.newer, self.older) if path)
        yield from (*self.story.later, *self.story.earlier, *self.related, *self.links)


NO_STORY = InStory()


class Article(Struct, frozen=True):
    """What an override of article.html may know as `article`, under Pelican's name for the model."""

    model: BriefPage


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "article"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return a page for each brief. Its values are the brief's path, other briefs that it shows, and link targets."""
    neighbours, stories = _neighbours(index), _stories(index)
    for facts in index.briefs:
        path = facts.path
        if not is_telling(facts):
            yield Page(facts.url, "brief", (view_ids.whole_id(path),), (path, None, ()))
            continue
        linked = tuple(one for one in facts.links.files if one in index.by_path)
        related = index.related.beside.get(path, ())
        beside = Beside(*neighbours[path], stories.get(path, NO_STORY), related, linked)
        targets = targets_of(facts, site) if facts.links.files else ()
        others = dict.fromkeys([other for other in beside.paths if other != path])
        yield Page(facts.url, "brief", (view_ids.whole_id(path), *others), (path, beside, targets))


def _neighbours(index: Index) -> Mapping[str, tuple[str, str]]:
    """Return the paths of the newer and the older brief of each, "" for none."""
    paths = ["", *(facts.path for facts in index.told), ""]
    return {paths[place]: (paths[place - 1], paths[place + 1]) for place in range(1, len(paths) - 1)}


def _stories(index: Index) -> Mapping[str, InStory]:
    """Return, for each brief that has a story, where it stands in it."""
    if "stories" not in index.options.parts:
        return {}
    found: dict[str, InStory] = {}
    for story in index.stories.values():
        paths = story.paths
        for place, path in enumerate(paths):
            later, earlier = paths[max(0, place - LATER) : place], paths[place + 1 : place + 1 + EARLIER]
            found[path] = InStory(story.title, later, earlier, len(paths))
    return found


def targets_of(facts: Facts, site: Site) -> tuple[tuple[str, str], ...]:
    """Return (path below content, address) of each page and file, other than briefs, that the text links to."""
    found = []
    for path in facts.links.files:
        page = site.own_pages.get(path)
        if page is not None:
            found.append((path, without_index(str(page.metadata["url"]))))
        elif path in site.files and _may_be_copied(path):
            found.append((path, str(site.settings.get("STATIC_URL", "{path}")).format(path=path)))
    return tuple(found)


def _may_be_copied(path: str) -> bool:
    """Return whether a file can have an address: drafts, raw articles and hidden files have none."""
    is_hidden = any(part.startswith(".") for part in path.split("/"))
    return not (is_hidden or path.startswith(f"{RAW_FOLDER}/") or ending(path) in SOURCES)


def model(page: Page, views: PageViews, site: Site) -> BriefPage:
    """Return the page of a brief."""
    path, beside, _ = page.values
    entry = views.text(path)
    return _silent(entry, views, site) if beside is None else _page(entry, beside, views, site)


def variables(page: Page, views: PageViews, site: Site, model: BriefPage) -> dict[str, Any]:
    """Return the rendered text as `body`."""
    path, beside, targets = page.values
    addresses = dict(targets) | {one: views.teaser(one).url for one in (beside.links if beside else ())}
    return {"article": Article(model), "body": brief_body(views.text(path), model, site, addresses)}


def _silent(entry: Entry, views: PageViews, site: Site) -> BriefPage:
    """Return the page of a brief that is no longer published. Only a retracted one has its headline and the reason."""
    brief, retracted = entry.brief, entry.brief.status == "retracted"
    when = moments(brief, site.options)
    return BriefPage(
        url=views.index.by_path[entry.path].url,
        headline=brief.title if retracted else "",
        summary="",
        published=day_text(brief.date.day),
        published_at=when.published_at,
        modified_at=when.modified_at,
        published_iso=when.published_iso,
        modified_iso=when.modified_iso,
        status=brief.status,
        notes=views.notes(entry.path) if retracted else (),
        lang=brief.lang,
        source_file=entry.path,
    )


def _page(entry: Entry, beside: Beside, views: PageViews, site: Site) -> BriefPage:
    brief, path, index = entry.brief, entry.path, views.index
    facts, teaser, when = index.by_path[path], views.teaser(path), moments(brief, site.options)
    shown_photo = photo.view(entry, teaser.url)
    claimed = brief.photo if brief.photo and not shown_photo else Photo()
    quotes = tuple(views.quote(ref.id) for ref in index.quotes.by_brief[path])
    return BriefPage(
        url=teaser.url,
        headline=brief.title,
        summary=brief.summary,
        standfirst=standfirst(entry),
        published=teaser.published,
        published_at=when.published_at,
        modified_at=when.modified_at,
        published_iso=when.published_iso,
        modified_iso=when.modified_iso,
        status=brief.status,
        modified=day_text(brief.modified.day) if brief.modified else None,
        dateline=brief.dateline,
        authors=tuple(map(index.people.author, brief.authors)),
        source=brief.source,
        link=brief.link,
        photo_credit=claimed.credit,
        photo_rights=claimed.rights,
        photo=shown_photo,
        rights=brief.rights,
        section=teaser.section,
        topics=teaser.topics,
        people=_people(facts, entry, quotes, index),
        organisations=index.things.links("organisation", facts),
        places=index.things.links("place", facts),
        quotes=quotes,
        events=tuple(sorted(map(views.own_event, index.events.own[path]), key=order_of, reverse=True)),
        notes=views.notes(path),
        newer=_link(beside.newer, views),
        older=_link(beside.older, views),
        lang=brief.lang,
        source_file=path,
        story=_so_far(facts.lists.story.key, beside.story, views),
        related=tuple(map(views.teaser, beside.related)),
    )


def standfirst(entry: Entry) -> str:
    """Return the summary, or "" if the text begins with it."""
    text, summary = entry.text, entry.brief.summary
    first, second = text[:1], summary[:1]
    if first != second and not (first.isspace() or second.isspace()) and second:
        return summary
    return "" if " ".join(text[: 2 * len(summary) + 80].split()).startswith(" ".join(summary.split())) else summary


def _people(facts: Facts, entry: Entry, quotes: Iterable[QuoteView], index: Index) -> tuple[PersonLine, ...]:
    speakers = [quote.speaker.text for quote in quotes]
    named = ((index.people.name(person.name, facts.stem), person.role) for person in entry.brief.people)
    return tuple(
        PersonLine(index.people.link(name), role, speakers.count(name))
        for name, role in named
        if not index.people.is_protected(name)
    )


def _link(path: str, views: PageViews) -> Link | None:
    if not path:
        return None
    teaser = views.teaser(path)
    return Link(teaser.headline, teaser.url, lang=teaser.lang)


def _so_far(key: str, story: InStory, views: PageViews) -> StorySoFar | None:
    if not story.size:
        return None
    later, earlier = (tuple(map(views.teaser, paths)) for paths in (story.later, story.earlier))
    return StorySoFar(Link(story.title, f"stories/{key}/"), later, earlier, story.size)
