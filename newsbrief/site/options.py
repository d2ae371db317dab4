"""For whom and at which instant a site is built, and which parts it has."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from newsbrief.model.brief import Moment
from newsbrief.model.entry import PersonRule
from newsbrief.model.stories import StoryFile

FRONT_BRIEFS = 12
DAY = dt.timedelta(days=1)
# Kinds of pages that may have a feed of their own, by the first part of their addresses.
FEEDS = frozenset(("topics", "stories", "people", "corrections"))
# Parts of a site that take time to compute and that a theme may leave out.
PARTS = frozenset(("timelines", "quotes", "stories", "related", "search"))
BRIEF_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"


class BuildOptions(Struct, frozen=True):
    """What a build is asked for.

    `now` is the build instant in UTC; `zone` is the site's time zone. `publish` builds for readers; otherwise the build
    is a preview that also shows briefs in review. `people` are the lines of content/people.yaml and `stories` the files
    of content/stories/. `front_briefs` is the number of briefs on the front page. `brief_url` is a format string over
    `date` and `slug`. `feeds` and `parts` are subsets of FEEDS and PARTS.
    """

    now: dt.datetime
    zone: dt.tzinfo
    publish: bool = False
    people: tuple[PersonRule, ...] = ()
    front_briefs: int = FRONT_BRIEFS
    brief_url: str = BRIEF_URL
    stories: tuple[StoryFile, ...] = ()
    feeds: frozenset[str] = FEEDS
    parts: frozenset[str] = PARTS

    def story_title(self, key: str) -> str:
        """Return the title that content/stories/ gives a story, or ""."""
        return next((file.title for file in self.stories if file.key == key), "")

    @property
    def today(self) -> dt.date:
        """The date at the build instant in the site's time zone."""
        return self.now.astimezone(self.zone).date()

    def end_of(self, day: dt.date) -> dt.datetime | None:
        """Return the instant at which a day ends in the site's time zone; None for the last day of the calendar."""
        return Moment(day + DAY).at(self.zone) if day < dt.date.max else None

    def past(self, day: dt.date) -> bool:
        """Return whether a day is over at the build instant."""
        ends = self.end_of(day)
        return ends is not None and ends <= self.now
