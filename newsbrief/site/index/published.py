"""What was published of each brief, in a few letters; and what has changed since without a word to readers.

A changed speaker, quote, date or figure needs an entry in the brief's `notes`, a changed address one in its `aliases`,
and a brief that readers had does not vanish: it is retracted or withdrawn.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from newsbrief.model.brief import Brief, Note
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.site.facts import addresses
from newsbrief.site.options import BuildOptions

CODE = "unexplained-change"
# A number as it is written: 12, 1,200, 3.5, 14:30.
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
SHOWN = 5
DIGEST = 8


class Published(Struct, frozen=True):
    """One brief as readers had it. `url`: its address. `date`: its day (ISO).

    `quotes`: by id, digests of the speaker's name and of the words; `events`: by id, their date (EDTF). `figures`: all
    numbers in headline, summary and body. `notes`: a digest of each.
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
    """`about`: the quote or event, "" for the brief. `line`: where it stands now."""

    about: str
    line: int
    what: str


def record(entries: Iterable[Entry], options: BuildOptions) -> Record:
    """What readers have once these briefs are published."""
    return {
        entry.path: published_of(entry, options.brief_url) for entry in entries if entry.brief.status == "published"
    }


def unexplained(before: Record, entries: Sequence[Entry], options: BuildOptions) -> tuple[Refusal, ...]:
    """What keeps these briefs from being published after those. `entries`: all that are to be shown to readers.

    Files are named below the content folder.
    """
    now = {entry.path: entry for entry in entries}
    by_url = {addresses.brief_url(entry, options.brief_url): entry for entry in entries}
    old_addresses = {_address(alias): entry for entry in entries for alias in entry.brief.aliases}
    found: list[Refusal] = []
    for path, was in sorted(before.items()):
        entry = now.get(path) or by_url.get(was.url) or old_addresses.get(was.url)
        if entry is None:
            way_out = "let the file stay, with `status: retracted` or `withdrawn`"
            found.append(Refusal(path, 0, f"was published at /{was.url} and would vanish; {way_out}"))
        elif not entry.brief.silence.get(CODE):
            found += (Refusal(entry.path, line, f"{what}") for line, what in _of_brief(was, entry, options))
    return tuple(found)


def _of_brief(was: Published, entry: Entry, options: BuildOptions) -> Iterator[tuple[int, str]]:
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
        # What is not about one quote or event explains all.
        if "" in about or change.about in about or (not change.about and about):
            continue
        note = note_to_write(entry.brief, "correction", options.today, change.about)
        yield change.line, f"{change.what}; tell readers why: {note}"


def note_to_write(brief: Brief, kind: str, day: dt.date, about: str = "") -> str:
    """A note to be filled in; it has the day, since without one it is in no feed and under no month."""
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
        _notes(brief),
    )


def _figures(entry: Entry) -> frozenset[str]:
    return frozenset(FIGURE.findall(f"{entry.brief.title}\n{entry.brief.summary}\n{entry.text}"))


def _notes(brief: Brief) -> frozenset[str]:
    return frozenset(_digest(*_words(note)) for note in brief.notes)


def _words(note: Note) -> tuple[str, ...]:
    return (note.kind, note.text, note.about)


def _digest(*words: str) -> str:
    """Names and words are not told again: who is protected now may have been named then."""
    whole = "\n".join(" ".join(one.split()) for one in words)
    return hashlib.blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=DIGEST).hexdigest()


def _address(alias: str) -> str:
    return f"{alias.strip('/')}/"
