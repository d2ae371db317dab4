"""What readers had of each brief, as digests, and what has changed since without telling them.

A changed speaker, quote, date or figure needs an entry in the brief's `notes`, a changed address one in its `aliases`.
A brief that readers had does not vanish: it is retracted or withdrawn.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsbrief.model.brief import Brief, Note
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.site.facts import addresses
from newsbrief.site.facts.records import Facts
from newsbrief.site.options import BuildOptions

CODE = "unexplained-change"
# A number as people write it: 12, 1,200, 3.5, 14:30.
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
# So many figures are named in a message; so many bytes has a digest.
SHOWN, DIGEST = 5, 8


class Published(Struct, frozen=True):
    """One brief as readers had it, at the address `url` and with the day `date` (ISO 8601).

    `quotes` maps ids to digests of the speaker's name and of the words, `events` maps ids to dates (EDTF). `figures`
    are all numbers in headline, summary and text. `notes` has a digest of each note.
    """

    url: str
    date: str
    quotes: Mapping[str, tuple[str, str]]
    events: Mapping[str, str]
    figures: frozenset[str]
    notes: frozenset[str]


# By the path of the brief's file.
Record = Mapping[str, Published]


class Change(Struct, frozen=True):
    """`about` is the id of the quote or event, "" for the brief; `line` is where it stands now."""

    about: str
    line: int
    what: str


class _Brief(Struct, frozen=True):
    """A brief that is to be published: its path, its address, and its old addresses."""

    path: str
    url: str
    aliases: Sequence[str]


def unexplained(before: Record, entries: Sequence[Entry], options: BuildOptions) -> tuple[Refusal, ...]:
    """Return what keeps a site with these briefs from being published after a site with the record `before`.

    `entries` are all briefs that readers would see, with their texts. Files are named by their paths below the content
    folder.
    """
    by_path = {entry.path: entry for entry in entries}
    briefs = [
        _Brief(entry.path, addresses.brief_url(entry, options.brief_url), entry.brief.aliases) for entry in entries
    ]
    return tuple(_unexplained(before, briefs, lambda brief, was: _of_brief(was, by_path[brief.path], options)))


def unexplained_since(
    before: Record,
    shown: Iterable[Facts],
    now: Callable[[str], Published | None],
    load: Callable[[str], Entry],
    options: BuildOptions,
) -> tuple[Refusal, ...]:
    """Return the same as `unexplained`, and read only briefs that changed.

    `shown` are the facts of all briefs that readers would see. `now` returns what readers would have of a brief by its
    path, None if it is not published; `load` returns a brief with its text.
    """
    briefs = [_Brief(facts.path, facts.url, facts.links.aliases) for facts in shown]

    def changes(brief: _Brief, was: Published) -> Iterable[tuple[int, str]]:
        return () if now(brief.path) == was else _of_brief(was, load(brief.path), options)

    return tuple(_unexplained(before, briefs, changes))


def _unexplained(
    before: Record, briefs: Sequence[_Brief], changes: Callable[[_Brief, Published], Iterable[tuple[int, str]]]
) -> Iterator[Refusal]:
    by_path = {brief.path: brief for brief in briefs}
    by_url = {brief.url: brief for brief in briefs}
    by_alias = {_address(alias): brief for brief in briefs for alias in brief.aliases}
    for path, was in sorted(before.items()):
        brief = by_path.get(path) or by_url.get(was.url) or by_alias.get(was.url)
        if brief is None:
            way_out = "let the file stay, with `status: retracted` or `withdrawn`"
            yield Refusal(path, 0, f"was published at /{was.url} and would vanish; {way_out}")
        else:
            yield from (Refusal(brief.path, line, what) for line, what in changes(brief, was))


def _of_brief(was: Published, entry: Entry, options: BuildOptions) -> Iterator[tuple[int, str]]:
    """Yield the line and the message for each change that no note explains."""
    if entry.brief.silence.get(CODE):
        return
    lines = entry.brief.lines
    url = addresses.brief_url(entry, options.brief_url)
    if url != was.url and was.url not in map(_address, entry.brief.aliases):
        line = lines.get("aliases") or lines.get("slug") or lines.get("date", 0)
        yield line, f"was published at /{was.url}; so that old links lead here, write aliases: [{was.url}]"
    if entry.brief.status != "published":
        return
    new = [note for note in entry.brief.notes if _digest(*_words(note)) not in was.notes]
    about = {note.about for note in new}
    for change in _changes(was, entry):
        # A note that is not about one quote or event explains every change.
        if "" in about or change.about in about or (not change.about and about):
            continue
        note = note_to_write(entry.brief, "correction", options.today, change.about)
        yield change.line, f"{change.what}; tell readers why: {note}"


def note_to_write(brief: Brief, kind: str, day: dt.date, about: str = "") -> str:
    """Return a note for an editor to complete. It has a day, because without one no feed and no month shows it."""
    what = f", about: {about}" if about else ""
    note = f"{{kind: {kind}, date: {day}, text: …{what}}}"
    return f"one more in `notes`: {note}" if brief.notes else f"notes: [{note}]"


def _changes(was: Published, entry: Entry) -> Iterator[Change]:
    brief = entry.brief
    if brief.date.day.isoformat() != was.date:
        yield Change("", brief.lines.get("date", 0), f"the date was {was.date}")
    quotes = {quote.id: quote for quote in brief.quotes}
    for name, (speaker, words) in was.quotes.items():
        quote = quotes.get(name)
        if quote is None:
            yield Change(name, brief.lines.get("quotes", 0), f"quote {name} was published and is gone")
        elif _digest(quote.speaker) != speaker:
            yield Change(name, quote.line, f"quote {name} was published with another speaker")
        elif _digest(*quote.text) != words:
            yield Change(name, quote.line, f"quote {name} was published in other words")
    events = {event.id: event for event in brief.events}
    for name, date in was.events.items():
        if name not in events:
            yield Change(name, brief.lines.get("events", 0), f"event {name} was published and is gone")
        elif events[name].date != date:
            yield Change(name, events[name].line, f"event {name} was published with the date {date}")
    if gone := sorted(was.figures - _figures(entry)):
        shown = ", ".join(gone[:SHOWN]) + (" …" if len(gone) > SHOWN else "")
        yield Change("", brief.body_line, f"figures that were published are gone: {shown}")


def published_of(entry: Entry, brief_url: str) -> Published:
    """Return a brief as readers have it once it is published. `brief_url` is a format string over `date` and `slug`."""
    brief = entry.brief
    return Published(
        addresses.brief_url(entry, brief_url),
        brief.date.day.isoformat(),
        {quote.id: (_digest(quote.speaker), _digest(*quote.text)) for quote in brief.quotes},
        {event.id: event.date for event in brief.events},
        _figures(entry),
        frozenset(_digest(*_words(note)) for note in brief.notes),
    )


def _figures(entry: Entry) -> frozenset[str]:
    return frozenset(FIGURE.findall(f"{entry.brief.title}\n{entry.brief.summary}\n{entry.text}"))


def _words(note: Note) -> tuple[str, ...]:
    return (note.kind, note.text, note.about)


def _digest(*words: str) -> str:
    """Return a digest in place of names and words: who is protected now may have been named then."""
    whole = "\n".join(" ".join(one.split()) for one in words)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()


def _address(alias: str) -> str:
    return f"{alias.strip('/')}/"
