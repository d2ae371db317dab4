"""What has to be known of all briefs together to tell which pages a changed one reaches, a line for each brief."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import field

from newsbrief.model.search import Findable
from newsbrief.model.stored import Stored
from newsbrief.model.stories import Proposal
from newsbrief.model.views import StoryLine

# Of a person: the address of the page, the latest role, how many quotes, in how many briefs.
PersonRow = tuple[str, str, int, int]


# A list in which a brief stands: its kind, its name as the brief spells it, its address.
Heading = tuple[str, str, str]
# An announced event: the days between which it may be, counted from year 1, and its place in its brief.
Ahead = tuple[int, int, str]


class EventRow(NamedTuple):
    """An entry of timelines, as `EventView` has it; `path`: the brief in whose line it stands.

    `anchor`: its place in the brief that tells of it. `outcome` is "" where nobody wrote one. `people`: who has a page
    and is in it, each with the page's address.
    """

    path: str
    anchor: str
    edtf: str
    place: int
    background: bool
    announced: bool
    outcome: str
    review: bool
    people: tuple[tuple[str, str], ...] = ()

    @property
    def told_in(self) -> str:
        """The address of that brief."""
        return self.anchor.partition("#")[0]


class QuoteRow(NamedTuple):
    """A quote, as `QuoteView` has it. `day`: when it was said, "" where that is the brief's own day.

    `number` and `id` sort it among those of its brief.
    """

    url: str
    speaker: str
    role: str
    day: str
    number: int
    id: str
    repeats: bool


class Row(NamedTuple):
    """A brief that is shown. What tells of nothing, as a retracted one, has no names, headings and dates.

    `day` and `time` are its date's in ISO 8601, `published` the instant in seconds since 1970. `names`: who is named or
    speaks, as the site has them. `headings`: the lists in which it stands, by their places among the register's.
    `quotes`: the addresses that those of its quotes may have that are not among `said`. `changes`: when it makes
    another site by itself, in seconds since 1970, those to come. `dates`: of its events, as they are written. `lead`:
    whether it marks a quote for the front page. `raw`: its raw article. `events` and `said`: as timelines and pages of
    quotes have them, where the site has these. `story`: its title and address. `near`: the older briefs that it leads
    to, by path, nearest first. `root`: of a brief without a story, the oldest of those with which it looks like one, by
    path.
    """

    path: str
    url: str
    day: str
    time: str
    status: str
    published: float
    names: tuple[str, ...] = ()
    headings: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    changes: tuple[float, ...] = ()
    dates: tuple[str, ...] = ()
    lead: bool = False
    raw: str = ""
    events: tuple[EventRow, ...] = ()
    said: tuple[QuoteRow, ...] = ()
    story: tuple[str, str] = ("", "")
    near: tuple[str, ...] = ()
    root: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its own, and those that its quotes may have."""
        return (self.url, *self.quotes, *(one.url for one in self.said if not one.repeats))

    @property
    def age(self) -> tuple[str, str, str]:
        """Sorts the brief that was published first to the front."""
        return (self.day, self.time, self.path)

    @property
    def tells(self) -> bool:
        """Whether its quotes, events and people count."""
        return self.status in TELLING


# Statuses of which quotes, events and people count.
TELLING = frozenset(("published", "review"))
# What has a timeline: its kind, its name, its address, how many events it has.
Subject = tuple[str, str, str, int]
Counts = Mapping[str, int]


class Standing(Stored, frozen=True):
    """How many briefs say what of whom, and in which words.

    By the key of a name: `users` use it in any capacity, `spelt` is how the newest spells it as somebody's name, of
    `mixed` others spell it otherwise, `spellers` use it for somebody; `bodies` use it for an organisation, `persons`
    for a person, `sources` for a source. By a name as the site has it: `named` name or quote whom, `roled` quote whom
    with a role. `things`: by the address that a place or organisation may have. `texts`: by a sum of an event's words;
    `words`: in how many such texts a word is; `known`: in how many of the `telling` briefs with events a name is.
    """

    users: Counts = field(default_factory=dict)
    spelt: Mapping[str, str] = field(default_factory=dict)
    mixed: frozenset[str] = frozenset()
    spellers: Counts = field(default_factory=dict)
    bodies: Counts = field(default_factory=dict)
    persons: Counts = field(default_factory=dict)
    sources: Counts = field(default_factory=dict)
    named: Counts = field(default_factory=dict)
    roled: Counts = field(default_factory=dict)
    things: Counts = field(default_factory=dict)
    texts: Counts = field(default_factory=dict)
    words: Counts = field(default_factory=dict)
    known: Counts = field(default_factory=dict)
    telling: int = 0


class Shelved(Stored, frozen=True):
    """What tells how near others are to all briefs but the newest, and up to which `age` (as a row has it) these go.

    How many briefs there are (`seen`), and how many have a term (`counts`), as in `kinship.Shelf`. `briefs`: of each
    that a younger one may be near to its path, its day counted from year 1, and its length. `postings`: the latest of
    these that have a term, the oldest first, each as the number of a pair, its place among them and that of the term's
    weight among `weights`: place * len(weights) + place of the weight. Numbers are read in no time.
    """

    age: tuple[str, str, str] = ("", "", "")
    seen: int = 0
    counts: Counts = field(default_factory=dict)
    weights: tuple[float, ...] = ()
    briefs: tuple[tuple[str, int, float], ...] = ()
    postings: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class Planned(Stored, frozen=True):
    """Which events stand on which page of the timelines.

    `in_time`: those of the timeline of everything, newest first, each by its number among the events of all rows.
    `pages`: by the address of a subject, "" for everything, of each page of its timelines, by address, a sum of what it
    shows, in which each event is its anchor.
    """

    in_time: tuple[int, ...] = ()
    pages: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Proposed(NamedTuple):
    """A proposal as it is shown, and the paths of its briefs, oldest first."""

    paths: tuple[str, ...]
    proposal: Proposal


class Register(Stored, frozen=True):
    """`rows`: newest first. `headings`: those of all lists, and of some that there are no more.

    `with_page`: who has a page. `people`: who stands in the list of people, by name. `until`: when a brief that is not
    shown makes another site, None for never. `linked`: how front matter calls the briefs that it brings together with
    others, or keeps apart. `aliases`: the files of their old addresses. `raws`: the raw articles of briefs that are not
    shown. `subjects`: by their addresses in order, and `planned`, the pages of their timelines. `undated`: the people
    and things that the search finds. `shelved`: where a late change begins to find out who is near to whom. `stories`
    and `proposed`: as the list of stories has them.
    """

    rows: tuple[Row, ...]
    standing: Standing
    headings: tuple[Heading, ...] = ()
    with_page: frozenset[str] = frozenset()
    people: Mapping[str, PersonRow] = field(default_factory=dict)
    until: float | None = None
    linked: frozenset[str] = frozenset()
    aliases: frozenset[str] = frozenset()
    raws: frozenset[str] = frozenset()
    subjects: tuple[Subject, ...] = ()
    planned: Planned = field(default_factory=Planned)
    undated: tuple[Findable, ...] = ()
    shelved: Shelved = field(default_factory=Shelved)
    stories: tuple[StoryLine, ...] = ()
    proposed: tuple[Proposed, ...] = ()
