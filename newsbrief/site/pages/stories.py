"""The list of all stories, and the lines in which lists show stories."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from msgspec import Struct

from newsbrief.edtf.spans import period
from newsbrief.model.stories import Proposal, StoriesPage
from newsbrief.model.views import Link, StoryLine
from newsbrief.site.build.plan import Page
from newsbrief.site.index import events
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.stories import Story
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# The front page shows the stories that moved last. A story of one brief has not moved yet.
ON_FRONT, FEWEST_ON_FRONT = 4, 2
# A proposal shows so many of its newest briefs.
LATEST = 12


class Line(Struct, frozen=True, array_like=True):
    """A story in a list. `latest` is the path of its newest brief, `ahead` the view id of its next announced event."""

    title: str
    url: str
    latest: str
    count: int
    ahead: str

    @property
    def shows(self) -> tuple[str, ...]:
        """The views that it shows."""
        return (self.latest, self.ahead) if self.ahead else (self.latest,)


def template(_page: Page) -> str:
    """Return the name of the template."""
    return "stories"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the list of stories, the one that moved last first. A preview also shows what may be a story."""
    if not site.has("stories"):
        return
    every = tuple(lines(index, site))
    proposals = tuple((one.paths[-LATEST:][::-1], one.shared, len(one.paths)) for one in index.related.proposals)
    shows = dict.fromkeys(
        (*(view for one in every for view in one.shows), *(path for paths, _, _ in proposals for path in paths))
    )
    yield Page("stories/", "stories", tuple(shows), (every, proposals))


def lines(index: Index, site: Site) -> list[Line]:
    """Return the line of every story, the one that moved last first."""
    if "stories" not in site.options.parts:
        return []
    return [_line(story, index, site) for story in _last_moved(index)]


def moving(index: Index, site: Site) -> list[Line]:
    """Return the lines of the stories for the front page."""
    if "stories" not in site.options.parts:
        return []
    found = (story for story in _last_moved(index) if len(story.paths) >= FEWEST_ON_FRONT)
    return [_line(story, index, site) for story in islice(found, ON_FRONT)]


def _last_moved(index: Index) -> list[Story]:
    return sorted(
        index.stories.values(), key=lambda story: (index.by_path[story.paths[0]].day, story.url), reverse=True
    )


def _line(story: Story, index: Index, site: Site) -> Line:
    refs = events.newest_first(ref for path in story.paths for ref in index.events.entries[path])
    ahead = [ref for ref in reversed(refs) if ref.announced and not site.options.past(period(ref.edtf)[1])]
    return Line(story.title, story.url, story.paths[0], len(story.paths), ahead[0].id if ahead else "")


def line(of: Line, views: PageViews) -> StoryLine:
    """Return the line as templates know it."""
    ahead = views.event(of.ahead) if of.ahead else None
    return StoryLine(Link(of.title, of.url), views.teaser(of.latest), of.count, ahead)


def model(page: Page, views: PageViews, _site: Site) -> StoriesPage:
    """Return the list."""
    every, proposals = page.values
    return StoriesPage(
        page.url,
        tuple(line(one, views) for one in every),
        tuple(Proposal(tuple(map(views.teaser, paths)), shared, count) for paths, shared, count in proposals),
    )
