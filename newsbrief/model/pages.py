"""Page models: everything a template may know about its page, as plain values made by `collate`.

Addresses (`url`) are relative to the site's root, without a leading slash: "2023/09/21/slug/", "" for the front page,
"quotes/2023-09-21-slug-q2/". A link that leads nowhere has the address None. All strings are plain text.
"""

from __future__ import annotations

import datetime as dt

from newsbrief.model.stored import Stored
from newsbrief.model.stories import StorySoFar
from newsbrief.model.views import (
    ONE_SHEET,
    BriefNote,
    DateText,
    EventView,
    Letter,
    Link,
    NoteView,
    PersonLine,
    PhotoView,
    QuoteView,
    Sheet,
    StoryLine,
    Teaser,
)


class BriefPage(Stored, frozen=True):
    """/2023/09/21/slug/. `status`: published, review, retracted or withdrawn; the last two carry no facts.

    `standfirst` is the summary, unless the body begins with the same words: nobody wants to read them twice.
    `published_at` and `modified_at` are instants with a zone; the latter counts what was set right since.
    `published_iso` and `modified_iso` are the same in ISO 8601, mere days where nobody wrote down a time.
    `quotes` and `events` are what the body's marks point at. `link`: the article at its source, absolute.
    `photo` is there if it may be shown; then `photo_credit` and `photo_rights` are empty, for it has its own.
    `rights` "excerpt": there is no body; the quotes are all that is shown of it.
    `story`: where it stands in its story. `related`: briefs outside that story that share names and rare words.
    """

    url: str
    headline: str
    summary: str
    published: DateText
    published_at: dt.datetime
    modified_at: dt.datetime
    quotes: tuple[QuoteView, ...] = ()
    events: tuple[EventView, ...] = ()
    notes: tuple[NoteView, ...] = ()
    published_iso: str = ""
    modified_iso: str = ""
    standfirst: str = ""
    status: str = "published"
    modified: DateText | None = None
    dateline: str = ""
    authors: tuple[Link, ...] = ()
    source: tuple[str, ...] = ()
    link: str = ""
    photo_credit: str = ""
    photo_rights: str = ""
    photo: PhotoView | None = None
    rights: str = ""
    section: Link | None = None
    topics: tuple[Link, ...] = ()
    people: tuple[PersonLine, ...] = ()
    organisations: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    newer: Link | None = None
    older: Link | None = None
    lang: str = ""
    source_file: str = ""
    story: StorySoFar | None = None
    related: tuple[Teaser, ...] = ()


class Day(Stored, frozen=True):
    """The briefs of one day."""

    date: DateText
    briefs: tuple[Teaser, ...]


class FrontPage(Stored, frozen=True):
    """/ : the latest briefs by day, the stories that moved last, and what lies ahead.

    `more`: the archive's address, if these are not all briefs.
    `lead_quote`: the newest that one of these briefs marks for this page. `all_announced`: where all that was announced
    stands, if there is such a page.
    """

    url: str
    days: tuple[Day, ...]
    announced: tuple[EventView, ...]
    more: str | None
    stories: tuple[StoryLine, ...] = ()
    lead_quote: QuoteView | None = None
    all_announced: str | None = None


class RoleSince(Stored, frozen=True):
    """A role as the briefs gave it, with the day of the brief that gave it first."""

    role: str
    since: DateText


class PersonPage(Stored, frozen=True):
    """A person at /people/name/, or older quotes of theirs at /people/name/1/, which `sheet` tells.

    `events`: the latest that name them; `timeline` leads to all of them and counts them, if they are more than a few.
    `briefs`: the latest of the `named` that name them; `older_briefs` leads to the others.
    `count`: all their quotes. `notes`: corrections and the like about their quotes and about events that name them.
    A page of older quotes has these alone, with url, name and sheet.
    """

    url: str
    name: str
    quotes: tuple[QuoteView, ...]
    count: int = 0
    also: tuple[str, ...] = ()
    roles: tuple[RoleSince, ...] = ()
    notes: tuple[BriefNote, ...] = ()
    events: tuple[EventView, ...] = ()
    briefs: tuple[Teaser, ...] = ()
    named: int = 0
    older_briefs: Sheet = ONE_SHEET
    beside: tuple[Link, ...] = ()
    topics: tuple[Link, ...] = ()
    timeline: Link | None = None
    sheet: Sheet = ONE_SHEET


class PeopleGroup(Stored, frozen=True):
    """The people whose names begin alike; `title` is "" where the list is too short to be parted."""

    title: str
    people: tuple[PersonLine, ...]


class PeoplePage(Stored, frozen=True):
    """/people/ : everyone who has a page, with the latest role."""

    url: str
    groups: tuple[PeopleGroup, ...]


class ListingPage(Stored, frozen=True):
    """The briefs under one heading. `kind`: topic, section, author, place, organisation; person: who is named in them.

    `count`: all the briefs of the list, on its newest page; 0 on the others, which do not change any more.
    `events`: the latest of these briefs that name the place or organisation in their words.
    `timeline` leads to the timeline of these briefs and counts its events, if they are more than a few.
    `feed` has all of the list. `organisation`: the author is known to be one.
    `subject`: the page that the list belongs to, for a person's.
    """

    url: str
    kind: str
    title: str
    briefs: tuple[Teaser, ...]
    count: int = 0
    feed: str = ""
    timeline: Link | None = None
    events: tuple[EventView, ...] = ()
    subject: Link | None = None
    organisation: bool = False
    sheet: Sheet = ONE_SHEET


class IndexPage(Stored, frozen=True):
    """/topics/, /sections/, /authors/, /places/, /organisations/ : every listing of one kind and its number of briefs.

    `groups`: in alphabetical order, each letter's under it; a short list is one group without a title. `most`: those
    with most briefs, where the list is long.
    """

    url: str
    kind: str
    groups: tuple[Letter, ...]
    most: tuple[Link, ...] = ()


class CorrectionsMonth(Stored, frozen=True):
    """What was set right in one month, newest first; `date` None: nobody wrote down when."""

    date: DateText | None
    notes: tuple[BriefNote, ...]


class CorrectionsPage(Stored, frozen=True):
    """/corrections/ : every correction, clarification, reply, update and retraction of all briefs."""

    url: str
    months: tuple[CorrectionsMonth, ...]


class Period(Stored, frozen=True):
    """A year or month of the archive, and how many briefs it has."""

    date: DateText
    url: str
    briefs: int


class ArchivePage(Stored, frozen=True):
    """/archive/, /2023/ and /2023/09/ : headlines by day. `period`: its year or month; `periods` lead to others."""

    url: str
    period: DateText | None
    periods: tuple[Period, ...]
    days: tuple[Day, ...]


class MovedPage(Stored, frozen=True):
    """At an old address of a brief: the way to where it stands now. `url` ends with "/" or names a file."""

    url: str
    target: str


class SearchPage(Stored, frozen=True):
    """/search/ : `index` is the address of the index that the page's script reads."""

    url: str = "search/"
    index: str = "search/index.json"
