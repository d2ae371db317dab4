"""Page models: everything a template may know about its page, as plain values made by `collate`.

Addresses (`url`) are relative to the site's root, without a leading slash: "2023/09/21/slug/", "" for the front page,
"quotes/2023-09-21-slug-q2/". A link that leads nowhere has the address None. All strings are plain text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsbrief.model.stories import StoriesPage, StoryPage, StorySoFar
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import DateText, EventView, Link, NoteView, PersonLine, QuoteView, StoryLine, Teaser


@dataclass(frozen=True, slots=True)
class BriefPage:
    """/2023/09/21/slug/. `status`: published, review, retracted or withdrawn; the last two carry no facts.

    `standfirst` is the summary, unless the body begins with the same words: nobody wants to read them twice.
    `quotes` and `events` are what the body's marks point at. `link`: the article at its source, absolute.
    `rights` "excerpt": there is no body; the quotes are all that is shown of it.
    `story`: where it stands in its story. `related`: briefs outside that story that share names and rare words.
    """

    url: str
    headline: str
    summary: str
    published: DateText
    standfirst: str = ""
    status: str = "published"
    modified: DateText | None = None
    dateline: str = ""
    authors: tuple[Link, ...] = ()
    source: tuple[str, ...] = ()
    link: str = ""
    photo_credit: str = ""
    photo_rights: str = ""
    rights: str = ""
    section: Link | None = None
    topics: tuple[Link, ...] = ()
    people: tuple[PersonLine, ...] = ()
    organisations: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    events: tuple[EventView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    lang: str = ""
    source_file: str = ""
    story: StorySoFar | None = None
    related: tuple[Teaser, ...] = ()


@dataclass(frozen=True, slots=True)
class Day:
    """The briefs of one day."""

    date: DateText
    briefs: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """/ : the latest briefs by day, the stories that moved last, and what lies ahead.

    `more`: the archive's address, if these are not all briefs.
    """

    url: str
    days: tuple[Day, ...]
    announced: tuple[EventView, ...]
    more: str | None
    stories: tuple[StoryLine, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteDay:
    """What one person said on one day."""

    date: DateText
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class SpeakerQuotes:
    """One speaker's quotes, newest day first. `id` is the group's anchor on the page."""

    id: str
    speaker: Link
    role: str
    days: tuple[QuoteDay, ...]
    count: int


@dataclass(frozen=True, slots=True)
class QuotesPage:
    """/quotes/ : by speaker, then by day."""

    url: str
    speakers: tuple[SpeakerQuotes, ...]
    count: int


@dataclass(frozen=True, slots=True)
class QuotePage:
    """/quotes/2023-09-21-slug-q2/ : one quote with the paragraphs around it.

    `context` is the body's paragraphs from the one before the quote to the one after, each a run of (words, marked).
    `variants`: how other briefs have these words, where they have them differently.
    `fragment`: the brief's address with a text fragment (WICG "Text Fragments") that scrolls to the words.
    """

    url: str
    quote: QuoteView
    context: tuple[tuple[tuple[str, bool], ...], ...]
    notes: tuple[NoteView, ...]
    in_raw: bool
    fragment: str
    earlier: Link | None = None
    later: Link | None = None
    variants: tuple[QuoteView, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleSince:
    """A role as the briefs gave it, with the day of the brief that gave it first."""

    role: str
    since: DateText


@dataclass(frozen=True, slots=True)
class PersonPage:
    """A person at /people/name/.

    `events`: the latest that name them; `timeline` leads to all of them and counts them, if they are more than a few.
    """

    url: str
    name: str
    also: tuple[str, ...]
    roles: tuple[RoleSince, ...]
    quotes: tuple[QuoteView, ...]
    events: tuple[EventView, ...]
    briefs: tuple[Teaser, ...]
    beside: tuple[Link, ...]
    topics: tuple[Link, ...]
    timeline: Link | None = None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """/people/ : everyone who has a page, with the latest role."""

    url: str
    people: tuple[PersonLine, ...]


@dataclass(frozen=True, slots=True)
class ListingPage:
    """A topic, a section or an author: the briefs under one heading. `kind`: topic, section, author.

    `timeline` leads to the timeline of these briefs and counts its events, if they are more than a few.
    """

    url: str
    kind: str
    title: str
    briefs: tuple[Teaser, ...]
    feed: str = ""
    timeline: Link | None = None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """/topics/, /sections/, /authors/ : every listing of one kind, with the number of its briefs."""

    url: str
    kind: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A year or month of the archive, and how many briefs it has."""

    date: DateText
    url: str
    briefs: int


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """/archive/, /2023/ and /2023/09/ : headlines by day. `period`: its year or month; `periods` lead to others."""

    url: str
    period: DateText | None
    periods: tuple[Period, ...]
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is to be written, by kind. `refused` briefs are named elsewhere and are not here.

    `briefs` maps a brief's source file to its page.
    """

    front: FrontPage
    briefs: Mapping[str, BriefPage]
    timelines: tuple[TimelinePage, ...]
    quotes: QuotesPage
    quote_pages: tuple[QuotePage, ...]
    people: PeoplePage
    person_pages: tuple[PersonPage, ...]
    listings: tuple[ListingPage, ...]
    indexes: tuple[IndexPage, ...]
    archive: ArchivePage
    archives: tuple[ArchivePage, ...]
    stories: StoriesPage
    story_pages: tuple[StoryPage, ...]
