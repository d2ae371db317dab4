"""What several pages show: links, dates, quotes, events, notes, people and briefs in lists.

Addresses (`url`) are relative to the site's root, without a leading slash: "2023/09/21/slug/", "" for the front page,
"quotes/2023-09-21-slug-q2/". A link that leads nowhere has the address None. All strings are plain text.
"""

from __future__ import annotations

import datetime as dt

from newsbrief.model.stored import Stored


class Link(Stored, frozen=True):
    """Words, and where they lead; `url` None: nowhere.

    `detail` is a short remark to set beside them, `count` how many briefs or events are there. `kind` is "organisation"
    where whoever speaks or signs is known to be one. `lang`: the language of words that are a brief's own, "" for the
    site's.
    """

    text: str
    url: str | None = None
    detail: str = ""
    count: int = 0
    kind: str = ""
    lang: str = ""


class LinkGroup(Stored, frozen=True):
    """Links of one kind (topic, section, person); `more` is the address of all of the kind, if these are not all."""

    kind: str
    links: tuple[Link, ...]
    more: str | None = None


class DateText(Stored, frozen=True):
    """A date as precisely as it is known.

    `iso` suits `<time datetime>` ("2023-09-20", "2023-09", "2022"; a range's beginning).
    Its words here are English; `publish` says it in the site's language. `text` is for people ("20 September 2023"),
    `short` leaves out the year ("20 September"; the year itself when nothing finer is known), `weekday` is "Wednesday"
    or "".
    `precision`: day, month, quarter (or season, or half a year), year, decade, range (from one to another), choice (one
    of several). `about`: EDTF says that it is approximate or uncertain, and `text` says so too.
    """

    edtf: str
    iso: str
    text: str
    short: str
    weekday: str = ""
    precision: str = "day"
    about: bool = False


class QuoteView(Stored, frozen=True):
    """One quote wherever it is shown. `parts` are in order, without marks; between them something was left out.

    `anchor` is the quote's place in its brief ("2023/09/21/slug/#q2"). `day`: when it was said, if known; `occasion`:
    where or to whom, in the article's words; `published`: the brief's day. `also`: later briefs that have the same
    words. `repeats`: an earlier brief had these words; `url` is then that quote's page, and lists pass this one over.
    Its language is that of `brief`.
    """

    id: str
    parts: tuple[str, ...]
    speaker: Link
    role: str
    url: str
    anchor: str
    brief: Link
    published: DateText
    day: DateText | None = None
    occasion: str = ""
    source: tuple[str, ...] = ()
    review: bool = False
    also: tuple[Link, ...] = ()
    repeats: bool = False


class EventView(Stored, frozen=True):
    """One entry of a timeline. `anchor`: its place in the brief ("2023/09/21/slug/#e1").

    `text` tells it: a person's label, else the article's `clause`, behind its speaker's name where it is a claim.
    `when`: the words that dated it.
    `speaker`: who says so, where it is a claim, else None.
    `background`: long past when the brief was published; `announced`: still to come then; `overdue`: announced, past at
    the build instant, and nobody has written what became of it.
    Where several briefs tell of it, one telling leads and `also` holds another of each other brief, the oldest first.
    `uid` is the anchor of the oldest telling, which stays the same when another comes to lead.
    `place`: its number among the events of its brief's front matter, from 0.
    `changed`: the instant, in UTC, at which its brief was changed last; of an entry of several briefs the
    latest.
    """

    id: str
    date: DateText
    text: str
    when: str
    anchor: str
    brief: Link
    changed: dt.datetime
    people: tuple[Link, ...] = ()
    clause: str = ""
    speaker: Link | None = None
    background: bool = False
    announced: bool = False
    overdue: bool = False
    outcome: str = ""
    review: bool = False
    also: tuple[EventView, ...] = ()
    uid: str = ""
    place: int = 0

    @property
    def edtf(self) -> str:
        """The date as front matter has it."""
        return self.date.edtf

    @property
    def told_in(self) -> str:
        """The address of its brief."""
        return self.brief.url or ""


class NoteView(Stored, frozen=True):
    """A correction, clarification, reply, update or retraction."""

    kind: str
    text: str
    date: DateText | None = None
    about: Link | None = None


class Letter(Stored, frozen=True):
    """The links of an index that begin with one letter; `title` is "" where the index is too short to be parted."""

    title: str
    links: tuple[Link, ...]


class BriefNote(Stored, frozen=True):
    """A note outside of its brief. `status`: the brief's; a retracted one may be here without a note."""

    note: NoteView
    brief: Link
    status: str


class PersonLine(Stored, frozen=True):
    """A person as named in one brief, or in all; `person.url` is None for someone without a page.

    `quotes` and `briefs`: how many, where that is counted.
    """

    person: Link
    role: str
    quotes: int
    briefs: int = 0


class PhotoSize(Stored, frozen=True):
    """One file of a photo: `kind` is its media type (image/webp, image/jpeg), width and height are in pixels."""

    url: str
    width: int
    height: int
    kind: str


class PhotoView(Stored, frozen=True):
    """A photo that may be shown: it has credit and rights, in the brief's words or its own file's.

    `webp` and `jpeg`: its sizes in each form, the smallest first. `plain`: the one for who understands neither sizes
    nor WebP; `large`: the one that networks and readers of feeds are given.
    """

    credit: str
    rights: str
    caption: str
    alt: str
    webp: tuple[PhotoSize, ...]
    jpeg: tuple[PhotoSize, ...]
    plain: PhotoSize
    large: PhotoSize


class Teaser(Stored, frozen=True):
    """A brief in a list. `story`: the story that it belongs to. `lang`: as in a Link."""

    headline: str
    url: str
    summary: str
    published: DateText
    section: Link | None
    topics: tuple[Link, ...]
    quotes: int
    dates: int
    source: tuple[str, ...]
    status: str
    story: Link | None = None
    lang: str = ""


class StoryLine(Stored, frozen=True):
    """A story in a list: its latest brief, how many it has, and the next date that is announced."""

    story: Link
    latest: Teaser
    count: int
    ahead: EventView | None = None


class SheetLink(Stored, frozen=True):
    """A page of a long list. `first` and `last`: the days of its oldest and newest entry; None for the newest page."""

    url: str
    number: int
    first: DateText | None = None
    last: DateText | None = None


class Sheet(Stored, frozen=True):
    """Where a page stands in a list that is too long for one.

    `number`: 0 for the newest entries, at the list's own address. The older pages are counted from the oldest, from 1:
    a new entry leaves them as they are. `older`, `newer`: the pages beside this one. `others`: all older pages, newest
    first, on the newest page. `first`, `last`: as in a SheetLink.
    """

    number: int = 0
    older: SheetLink | None = None
    newer: SheetLink | None = None
    others: tuple[SheetLink, ...] = ()
    first: DateText | None = None
    last: DateText | None = None


# A list that is on one page.
ONE_SHEET = Sheet()
