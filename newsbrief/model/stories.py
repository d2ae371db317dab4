"""The page models of stories; see `pages` for what all page models have in common."""

from __future__ import annotations

from newsbrief.model.stored import Stored
from newsbrief.model.views import EventView, Link, PersonLine, QuoteView, StoryLine, Teaser


class StoryFile(Stored, frozen=True):
    """What a person wrote about a story in content/stories/: `key` is the last part of the story's address.

    `title` replaces the name that the briefs give it. `words` is Markdown. `path` is relative to the content folder.
    """

    key: str
    path: str
    title: str = ""
    words: str = ""


class Voice(Stored, frozen=True):
    """One speaker of a story: the latest role, and what they said, newest first. `more`: quotes that are not shown."""

    person: Link
    role: str
    quotes: tuple[QuoteView, ...]
    more: int = 0


class StoryPage(Stored, frozen=True):
    """/stories/name/. `words`: a person's standfirst, as Markdown, or "".

    `briefs` are newest first, so the first is the latest. `happened` is in order of time, the oldest
    first; `earlier` says how many older dates only the `timeline` has. `announced`: what is still to come at the
    build instant, soonest first; `unreported`: what was to come, and no brief says whether it did, the earliest first.
    `people`: those whom most briefs name come first.
    `exports`: the dates for other programs. `feed`: the address of the story's feed, "" while nothing is published.
    """

    url: str
    title: str
    words: str
    briefs: tuple[Teaser, ...]
    happened: tuple[EventView, ...]
    announced: tuple[EventView, ...]
    voices: tuple[Voice, ...]
    people: tuple[PersonLine, ...]
    places: tuple[Link, ...] = ()
    earlier: int = 0
    timeline: Link | None = None
    exports: tuple[Link, ...] = ()
    feed: str = ""
    unreported: tuple[EventView, ...] = ()


class Proposal(Stored, frozen=True):
    """Briefs without a story that look like one: the latest of `count`, newest first.

    `shared`: the names and words they have in common.
    """

    briefs: tuple[Teaser, ...]
    shared: tuple[str, ...]
    count: int = 0


class StoriesPage(Stored, frozen=True):
    """/stories/ : every story, the one with the latest brief first; in a preview also what may be one."""

    url: str
    stories: tuple[StoryLine, ...]
    proposals: tuple[Proposal, ...] = ()


class StorySoFar(Stored, frozen=True):
    """A brief's place in its story: the briefs after it and before it, newest first, and how many there are in all."""

    story: Link
    later: tuple[Teaser, ...]
    earlier: tuple[Teaser, ...]
    count: int
