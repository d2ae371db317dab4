"""A brief: what a Markdown file with front matter says, typed.

`docs/front-matter.md` explains every field to the people who write them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import field

from newsbrief.model.article import Photo
from newsbrief.model.stored import Stored

STATUSES = ("draft", "review", "published", "retracted", "withdrawn")
RIGHTS = ("own", "licensed", "excerpt")
PLACES = ("line", "lines", "body_line")
NOTE_KINDS = ("correction", "clarification", "reply", "update", "retraction")


class Placed(Stored, frozen=True):
    """What a file says. Where in the file it says so tells no two of them apart."""

    def __eq__(self, other: object) -> bool:
        return other.__class__ is self.__class__ and _said(self) == _said(other)

    def __hash__(self) -> int:
        return hash(_said(self))


class Moment(Stored, frozen=True):
    """A date, or a date with a time. Without a zone it is the site's own time."""

    day: dt.date
    time: dt.time | None = None
    zone: dt.tzinfo | None = None

    def at(self, site_zone: dt.tzinfo) -> dt.datetime:
        """The instant meant: a date alone is its first minute on the site's clock."""
        return dt.datetime.combine(self.day, self.time or dt.time(), self.zone or site_zone)


class BriefPerson(Stored, frozen=True):
    """`role` is the article's words."""

    name: str
    role: str = ""


class BriefQuote(Placed, frozen=True):
    """`text`: the quote's parts in order, without their marks.

    `said` (EDTF) and `occasion` (the article's words): when and where it was said. `differs`: why its words differ from
    the raw article. `lead`: a person wants it on the front page.
    """

    id: str
    text: tuple[str, ...]
    speaker: str = ""
    said: str = ""
    occasion: str = ""
    differs: str = ""
    lead: bool = False
    line: int = 0


class BriefEvent(Placed, frozen=True):
    """`date` is EDTF. `when`: the article's words that date it. `label`: a person's own words for the timeline.

    `claim`: the id of the quote whose speaker says so, "" where the article itself does.
    `same` and `apart` name other briefs' events ("morning-ferry#e1") that a person says are this one, or are not.
    """

    id: str
    date: str
    when: str = ""
    text: str = ""
    claim: str = ""
    label: str = ""
    outcome: str = ""
    same: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    line: int = 0


class Note(Placed, frozen=True):
    """A correction, clarification, reply, update or retraction; `about` names a quote or an event by its id."""

    kind: str
    text: str
    date: dt.date | None = None
    about: str = ""
    line: int = 0


class Review(Stored, frozen=True):
    """Who read the brief, and when."""

    by: str
    on: dt.date | None = None


class RawRecord(Stored, frozen=True):
    """Where a brief came from. `desk`: for each field the desk wrote, a fingerprint of what it wrote there.

    `last`: the highest number ever given out for each kind of id ("q", "e"), so that no id is used twice.
    Of agency files: `item` names the item in the file and in those with other versions of it, `version` and `sent` are
    those of the version that the brief was made from, `killed` the agency's words that call it back.
    `unread`: the fields that the program changed since the person of `reviewed` read the brief.
    """

    file: str
    sha256: str = ""
    desk: Mapping[str, str] = field(default_factory=dict)
    last: Mapping[str, str] = field(default_factory=dict)
    item: str = ""
    version: str = ""
    sent: str = ""
    killed: str = ""
    unread: tuple[str, ...] = ()


class Brief(Placed, frozen=True):
    """One brief. Only `title` and `date` are required in the file.

    `lines` gives the line (from 1) on which each front-matter field stands; `body_line` the first line of the body.
    `link`: the article's own address, http or https. `rights`: one of RIGHTS, or "" where nobody said; `terms`: what
    the agency says about use, for the newsroom alone.
    `unknown` are front-matter fields that newsbrief does not know; they are kept as text for third-party themes.
    """

    title: str
    date: Moment
    status: str = "review"
    slug: str = ""
    body: str = ""
    authors: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    link: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    category: str = ""
    lang: str = ""
    modified: Moment | None = None
    dateline: str = ""
    rights: str = ""
    terms: str = ""
    story: str = ""
    embargo: Moment | None = None
    aliases: tuple[str, ...] = ()
    photo: Photo | None = None
    people: tuple[BriefPerson, ...] = ()
    organisations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quotes: tuple[BriefQuote, ...] = ()
    events: tuple[BriefEvent, ...] = ()
    notes: tuple[Note, ...] = ()
    reviewed: Review | None = None
    silence: Mapping[str, str] = field(default_factory=dict)
    raw: RawRecord | None = None
    unknown: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    body_line: int = 0

    @property
    def story_name(self) -> str:
        """The story's name as the brief has it, or "". Pelican's plugin for series calls the field `series`."""
        return (self.story or self.unknown.get("series", "")).strip()


def _said(value: Placed) -> tuple[object, ...]:
    return tuple(getattr(value, name) for name in value.__struct_fields__ if name not in PLACES)
