"""From a brief as it was read to its facts."""

from __future__ import annotations

import datetime as dt
import re
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from newsbrief.edtf.spans import period
from newsbrief.model.brief import Brief, BriefEvent, Moment
from newsbrief.model.entry import Entry
from newsbrief.site.facts import addresses, body_links, photo, tellings, terms
from newsbrief.site.facts.excerpt import as_published
from newsbrief.site.facts.hashing import digest, short_hash
from newsbrief.site.facts.records import (
    TELLING,
    Digests,
    EventFacts,
    Facts,
    Links,
    Lists,
    NameFacts,
    NoteFacts,
    PersonFacts,
    QuoteFacts,
    Times,
)

# An event that ended longer ago than this when the brief was published is background to it, not its news.
BACKGROUND = dt.timedelta(days=60)
NUMBER = re.compile(r"\d+")
# A given name or a short family name alone says too little to recognise a person by.
SHORTEST_NAME = 4
# Two quotes are compared when they share a run of this many words.
RUN_WORDS = 4
WORD = re.compile(r"\w+")


def facts_of(entry: Entry, zone: dt.tzinfo, brief_url: str, static_folders: Iterable[str] = ()) -> Facts:
    """Return the facts of a brief. `zone` is the site's; `brief_url` a format string over `date` and `slug`.

    `static_folders` are the folders of pictures and other files that are copied ("images/").
    The facts are those of what may be published: a brief with the rights to an excerpt has facts of the excerpt.
    """
    entry = as_published(entry)
    brief, day = entry.brief, entry.brief.date.day.isoformat()
    url, slug = addresses.brief_url(entry, brief_url), addresses.slug(entry)
    cast = _people(brief)
    # Everything that a link to the brief shows, and the people whom its views name.
    shared = digest(brief.title, url, day, brief.status, brief.lang, brief.source, brief.people, brief.organisations)
    time = brief.date.time.isoformat() if brief.date.time else ""
    return Facts(
        path=entry.path,
        url=url,
        slug=slug,
        age=f"{day} {time} {entry.path}",
        status=brief.status,
        times=_times(brief, zone),
        people=cast,
        lists=_lists(entry),
        quotes=tuple(_quotes(entry, cast, shared)) if brief.status in TELLING else (),
        events=tuple(_events(entry, cast, shared)) if brief.status in TELLING else (),
        digests=_digests(entry, url, shared),
        links=_links(entry, tuple(static_folders)),
    )


def _people(brief: Brief) -> tuple[PersonFacts, ...]:
    """The people of the brief in its order, then the speakers that it does not list; each spelling once."""
    people = [PersonFacts(addresses.name_key(one.name), one.name, one.role) for one in brief.people]
    known = {one.name for one in people}
    speakers = dict.fromkeys(quote.speaker for quote in brief.quotes if quote.speaker not in known)
    people += [PersonFacts(addresses.name_key(name), name, named=False) for name in speakers if name]
    return tuple(people)


def _place_of(name: str, cast: Sequence[PersonFacts]) -> int:
    return next((place for place, one in enumerate(cast) if one.name == name), -1) if name else -1


def _times(brief: Brief, zone: dt.tzinfo) -> Times:
    changes = [brief.modified, *(Moment(note.date) for note in brief.notes if note.date)]
    return Times(
        published=_timestamp(brief.date, zone),
        embargo=_timestamp(brief.embargo, zone) if brief.embargo else 0.0,
        changes=tuple(_timestamp(one, zone) for one in changes if one),
        notes=tuple(
            NoteFacts(note.kind, note.date.isoformat() if note.date else "", note.about) for note in brief.notes
        ),
    )


def _timestamp(moment: Moment, zone: dt.tzinfo) -> float:
    instant = moment.at(zone)
    try:
        return instant.timestamp()
    except (OverflowError, OSError):  # the first and last hours of the calendar
        return instant.replace(tzinfo=dt.UTC).timestamp()


def _lists(entry: Entry) -> Lists:
    brief = entry.brief
    story = brief.story_name
    return Lists(
        section=_named([brief.category])[0] if brief.category else None,
        topics=_named(brief.tags),
        authors=_named(brief.authors),
        sources=_named(brief.source),
        places=_named(brief.places),
        organisations=_named(brief.organisations),
        story=NameFacts(addresses.name_key(story), story) if story else NameFacts("", ""),
        terms=terms.related_terms(brief),
        known=tellings.known_names(brief),
    )


def _named(names: Iterable[str]) -> tuple[NameFacts, ...]:
    return tuple(NameFacts(addresses.name_key(name), name) for name in names)


def _quotes(entry: Entry, cast: Sequence[PersonFacts], shared: bytes) -> Iterable[QuoteFacts]:
    for quote in entry.brief.quotes:
        found = NUMBER.search(quote.id)
        yield QuoteFacts(
            id=quote.id,
            number=int(found.group()) if found else 0,
            speaker=_place_of(quote.speaker, cast),
            said=quote.said,
            lead=quote.lead,
            runs=array("I", map(short_hash, runs_of(quote.text))).tobytes(),
            digest=digest(shared, quote.id, quote.text, quote.speaker, quote.said, quote.occasion),
        )


def runs_of(parts: Sequence[str]) -> list[str]:
    """Return every run of four words of a quote, without case and punctuation, in order."""
    words = words_of(parts)
    return [" ".join(words[place : place + RUN_WORDS]) for place in range(len(words) - RUN_WORDS + 1)]


def words_of(parts: Sequence[str]) -> list[str]:
    """Return the words of a quote without case and punctuation."""
    return WORD.findall(" ".join(parts).casefold())


def _events(entry: Entry, cast: Sequence[PersonFacts], shared: bytes) -> Iterable[EventFacts]:
    brief = entry.brief
    published = brief.date.day
    speakers = {quote.id: quote.speaker for quote in brief.quotes}
    told = tellings.tellings(brief)
    things = [_as_word(name) for name in (*brief.places, *brief.organisations)]
    changed = (brief.date, brief.modified, [note.date for note in brief.notes])
    for place, event in enumerate(brief.events):
        first, last = period(event.date)
        speaker = speakers.get(event.claim, "")
        yield EventFacts(
            id=event.id,
            date=event.date,
            last_day=last.toordinal(),
            announced=first > published,
            background=last < published - BACKGROUND,
            outcome=bool(event.outcome),
            claim=event.claim,
            people=_people_in(event, speaker, brief, cast),
            things=tuple(_things_in(event, things)),
            telling=told[place],
            digest=digest(shared, changed, speaker, _without_line(event), place),
        )


def _without_line(event: BriefEvent) -> BriefEvent:
    return replace(event, line=0) if event.line else event


def event_text(event: BriefEvent, speaker: str) -> str:
    """Return the words of a timeline entry: an editor's label, else the article's, behind the name of who claims it."""
    return event.label or (f"{speaker}: “{event.text}”" if speaker else event.text)


def _people_in(event: BriefEvent, speaker: str, brief: Brief, cast: Sequence[PersonFacts]) -> tuple[int, ...]:
    """Find the people of the brief whom an event's words name, in full or by the first or last part of the name."""
    text = f"{event_text(event, speaker)}\n{event.text}"
    named = [(place, one.name) for place, one in enumerate(cast) if one.named]
    full = {name for _, name in named if name in text}
    possible = [(place, name) for place, name in named if name in full or any(part in text for part in _ends(name))]
    if len(possible) > len(full):
        for company in brief.organisations:
            text = text.replace(company, "") if " " in company else text
        # A family name means the person named in full, not a brother or daughter of that name.
        words = set(re.findall(r"\w+", text)) - {word for name in full for word in name.split()}
        possible = [one for one in possible if one[1] in full or any(part in words for part in _ends(one[1]))]
    return tuple(place for place, _ in possible)


def _things_in(event: BriefEvent, things: Sequence[re.Pattern[str]]) -> Iterable[int]:
    """Find the places and organisations of the brief that an event's words name."""
    text = f"{event.label or event.text}\n{event.text}"
    return (place for place, pattern in enumerate(things) if pattern.search(text))


@lru_cache(maxsize=1 << 14)
def _as_word(name: str) -> re.Pattern[str]:
    """Match a name as a word of its own. Scripts without capitals put endings to a name, or no space between words."""
    before = r"(?<!\w)" if _is_bounded(name[0]) else ""
    return re.compile(f"{before}{re.escape(name)}" + (r"(?!\w)" if _is_bounded(name[-1]) else ""))


def _is_bounded(sign: str) -> bool:
    return sign.upper() != sign.lower() or sign.isdigit()


def _ends(name: str) -> list[str]:
    # Family names come first in some languages and last in others.
    parts = name.split()
    return [part for part in (parts[0], parts[-1]) if len(part) >= SHORTEST_NAME]


def _digests(entry: Entry, url: str, shared: bytes) -> Digests:
    brief = entry.brief
    teaser = (shared, brief.summary, brief.category, brief.tags, len(brief.quotes), len(brief.events))
    # Feeds show these with a teaser.
    in_feeds = (brief.authors, brief.date, brief.modified, [note.date for note in brief.notes])
    whole = replace(entry, brief=replace(brief, lines={}, silence={}, body_line=0))
    passages = ([quote.text for quote in brief.quotes], [event.text for event in brief.events])
    shown = photo.view(entry, url)
    return Digests(
        teaser=digest(*teaser, *in_feeds, brief.story, brief.unknown.get("series", "")),
        text=digest(url, whole),
        notes=digest(shared, [replace(note, line=0) for note in brief.notes], passages) if brief.notes else b"",
        photo=digest(shown) if shown else b"",
    )


def _links(entry: Entry, static_folders: Sequence[str]) -> Links:
    brief = entry.brief
    return Links(
        aliases=brief.aliases,
        photo=photo.path_of(entry),
        files=body_links.targets(entry.path, brief.body),
        names=body_links.named_in(brief.body, static_folders),
        raw=brief.raw.file if brief.raw else "",
    )
