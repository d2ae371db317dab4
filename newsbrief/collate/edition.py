"""For whom, and at which instant, the site is built."""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from newsbrief.model.brief import Moment
from newsbrief.model.entry import PersonRule
from newsbrief.model.stories import StoryFile

FRONT_BRIEFS = 12
DAY = dt.timedelta(days=1)
# What may have feeds besides all briefs together, by the first part of their pages' addresses.
FEEDS = frozenset(("topics", "stories", "people", "corrections"))
# What takes its time, and what a site may go without: pages of these kinds, and the related briefs of each.
PARTS = frozenset(("timelines", "quotes", "stories", "related", "search"))
BRIEF_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"


class Edition(Struct, frozen=True):
    """`now` is the build instant, in UTC; `zone` the site's own.

    `publish`: for readers; otherwise a preview, which also shows briefs in review. `front_briefs`: how many briefs the
    front page holds. `brief_url` is a format string over `date` and `slug`. `stories` is what people
    wrote about stories. `feeds`: what has feeds besides all briefs together. `parts`: what is collated at all.
    Whatever asks for `now`, `today` or `past` makes a site that changes by itself: `due` has to know of it.
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
        """The title that a person gave a story in content/stories/, or ""."""
        return next((file.title for file in self.stories if file.key == key), "")

    @property
    def today(self) -> dt.date:
        """The day it is at the build instant, on the site's clock."""
        return self.now.astimezone(self.zone).date()

    def end_of(self, day: dt.date) -> dt.datetime | None:
        """The instant at which a day is over on the site's clock; None for the calendar's last, which never is."""
        return Moment(day + DAY).at(self.zone) if day < dt.date.max else None

    def past(self, day: dt.date) -> bool:
        """Whether a day is over at the build instant, on the site's clock."""
        ends = self.end_of(day)
        return ends is not None and ends <= self.now
