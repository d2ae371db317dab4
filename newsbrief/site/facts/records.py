"""The facts of one brief: everything the index and the plan need, and nothing that only a page shows.

Every build loads the facts of all briefs, so they are small and hold keys, counts and digests instead of texts.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from msgspec import Struct

from newsbrief.model.refusal import Refusal

# Statuses of briefs whose quotes, events and people count; and of those whose headline lists may show.
TELLING = frozenset(("published", "review"))
LISTED = frozenset(("published", "review", "retracted"))


class Record(Struct, frozen=True, array_like=True, gc=False):
    """A value that the store keeps as an array, without field names. Only the version that wrote it reads it."""


class PersonFacts(Record, frozen=True):
    """A person of a brief: named in `people`, or only the speaker of a quote.

    `key` is the last part of an address (`addresses.name_key`), `name` the brief's spelling, `role` its words for the
    role. `named` is False for a speaker that `people` does not list.
    """

    key: str
    name: str
    role: str = ""
    named: bool = True


class NameFacts(Record, frozen=True):
    """A topic, section, author, place, organisation or source: its key and the brief's spelling."""

    key: str
    name: str


class QuoteFacts(Record, frozen=True):
    """A quote. `speaker` is its place in `Facts.people`, or -1.

    `number` is the figure in its id and sorts quotes within a brief; `said` is the EDTF date of the words, or "".
    `lead` asks for the front page. `runs` are the hashes of all runs of four words, 4 bytes each. `digest` covers what
    the quote's view shows.
    """

    id: str
    number: int
    speaker: int
    said: str
    lead: bool
    runs: bytes
    digest: bytes


class TellingFacts(Record, frozen=True):
    """How a brief tells an event, without what two briefs may word differently; see `facts/wording.py`.

    `text` digests the words in order, with the same sign for every person; `people` are the places in `Facts.people` of
    those persons, in order. `heads` gives, for each beginning after which only a circumstance follows, its digest and
    its number of people. `times` digests words of the date that say more than the date, b"" for none. `words` are the
    hashes, 4 bytes each, of the distinct words that say something, without people. `labelled`: an editor wrote a label.
    `same` and `apart` name events of other briefs that an editor says are the same event, or are not.
    """

    times: bytes
    text: bytes
    heads: tuple[tuple[bytes, int], ...]
    people: tuple[int, ...]
    words: bytes
    labelled: bool
    same: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


class EventFacts(Record, frozen=True):
    """An event. `date` is EDTF; `last_day` is the ordinal of the last day that it may mean.

    `announced`: in the future when the brief was published; `background`: more than two months before. `outcome`:
    whether somebody wrote one. `claim` is the id of the quote whose speaker says so, or "". `people` are the places in
    `Facts.people` of those whom its words name; `things` the places, counted through `Lists.places` and then
    `Lists.organisations`, of those that its words name. `digest` covers what the event's view shows.
    """

    id: str
    date: str
    last_day: int
    announced: bool
    background: bool
    outcome: bool
    claim: str
    people: tuple[int, ...]
    things: tuple[int, ...]
    telling: TellingFacts
    digest: bytes


class Lists(Record, frozen=True):
    """The lists that a brief stands in. `story` has an empty key for a brief without one.

    `terms` are the packed terms for related briefs, see `facts/terms.py`; `known` are the hashes, 4 bytes each, of the
    names of places and organisations.
    """

    section: NameFacts | None
    topics: tuple[NameFacts, ...]
    authors: tuple[NameFacts, ...]
    sources: tuple[NameFacts, ...]
    places: tuple[NameFacts, ...]
    organisations: tuple[NameFacts, ...]
    story: NameFacts
    terms: bytes
    known: bytes


class NoteFacts(Record, frozen=True):
    """A correction, clarification, reply, update or retraction.

    `day` is ISO 8601 or ""; `about` is the id of a quote or event of the brief, or "".
    """

    kind: str
    day: str
    about: str


class Times(Record, frozen=True):
    """Instants in seconds since 1970, in the site's time zone where the brief names none.

    `published`; `embargo`, the end of the embargo or 0; `changes`: `modified` and the days of notes. `notes` are in the
    brief's order.
    """

    published: float
    embargo: float
    changes: tuple[float, ...]
    notes: tuple[NoteFacts, ...]


class Digests(Record, frozen=True):
    """Digests of views: `teaser` in lists, `text` of everything the brief says, `notes` of corrections and the like.

    `notes` and `photo` are empty for a brief that shows none.
    """

    teaser: bytes
    text: bytes
    notes: bytes
    photo: bytes


class Links(Record, frozen=True):
    """What a brief names besides briefs' own views: other files and addresses.

    `aliases`: old addresses. `photo`: the path below the content folder of the photo that it names, "" for none.
    `files`: paths that links in the body resolve to below the content folder. `names`: what the body has from each
    mention of a folder of static files on, up to the end of the line. `raw`: the raw article's file name.
    """

    aliases: tuple[str, ...] = ()
    photo: str = ""
    files: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    raw: str = ""


class Facts(Record, frozen=True):
    """One brief. `path` is relative to the content folder; `url` is the brief's address, `slug` the last part of it.

    `age` is "day time path" in ISO 8601 and sorts briefs by publication. `people`, `quotes` and `events` count only
    where `status` is in TELLING.
    """

    path: str
    url: str
    slug: str
    age: str
    status: str
    times: Times
    people: tuple[PersonFacts, ...]
    lists: Lists
    quotes: tuple[QuoteFacts, ...]
    events: tuple[EventFacts, ...]
    digests: Digests
    links: Links

    @property
    def day(self) -> str:
        """The day of publication, ISO 8601."""
        return self.age[:10]

    @property
    def stem(self) -> str:
        """The file's name without its ending, by which rules in people.yaml name briefs."""
        return PurePosixPath(self.path).stem


class BriefRead(Record, frozen=True):
    """What came of reading a brief's file. `facts` is None for a refused brief; `refusals` may be of its photo only.

    `inputs` are the other files that the result depends on, each with the digest that it had ("" for none). `names` is
    what text that is not published, of a refused brief or an excerpt, has from each mention of a static folder on.
    """

    facts: Facts | None
    refusals: tuple[Refusal, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
