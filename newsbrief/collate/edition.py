"""For whom, and at which instant, the site is built."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsbrief.model.entry import PersonRule
from newsbrief.model.stories import StoryFile

FRONT_BRIEFS = 12
BRIEF_URL = "{date:%Y}/{date:%m}/{date:%d}/{slug}/"


@dataclass(frozen=True, slots=True)
class Edition:
    """`now` is the build instant, with its zone; `zone` the site's own.

    `publish`: for readers; otherwise a preview, which also shows briefs in review. `front_briefs`: how many briefs the
    front page holds. `brief_url` is a format string over `date` and `slug`. `stories` is what people
    wrote about stories.
    """

    now: dt.datetime
    zone: dt.tzinfo
    publish: bool = False
    people: tuple[PersonRule, ...] = ()
    front_briefs: int = FRONT_BRIEFS
    brief_url: str = BRIEF_URL
    stories: tuple[StoryFile, ...] = ()

    def story_title(self, key: str) -> str:
        """The title that a person gave a story in content/stories/, or ""."""
        return next((file.title for file in self.stories if file.key == key), "")
