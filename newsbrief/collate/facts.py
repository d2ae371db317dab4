"""One brief's quotes, events and notes as the pages show them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import NamedTuple

from newsbrief.collate import addresses
from newsbrief.collate.dating import date_text, day_text, period
from newsbrief.collate.edition import Edition
from newsbrief.collate.people import People
from newsbrief.model.brief import BriefQuote, Moment, Note
from newsbrief.model.entry import Entry
from newsbrief.model.views import EventView, Link, NoteView, QuoteView, Teaser

# What ended longer ago than this when the brief was published is background to it, not its news.
BACKGROUND_DAYS = 60
LABEL_WORDS = 7


def quotes(entry: Entry, people: People, edition: Edition) -> tuple[QuoteView, ...]:
    """The brief's quotes that have a speaker whose name may be shown, in the brief's order."""
    views = (_quote(entry, quote, people, edition) for quote in entry.brief.quotes)
    return tuple(view for view in views if view is not None)


def _quote(entry: Entry, quote: BriefQuote, people: People, edition: Edition) -> QuoteView | None:
    speaker = people.name(quote.speaker, entry)
    if not quote.speaker or people.protected(speaker):
        return None
    url = addresses.brief_url(entry, edition)
    return QuoteView(
        id=quote.id,
        parts=quote.text,
        speaker=people.link(speaker),
        role=people.role_in(entry, speaker),
        url=addresses.quote_url(entry, quote.id),
        anchor=f"{url}#{quote.id}",
        brief=Link(entry.brief.title, url, lang=entry.brief.lang),
        published=day_text(entry.brief.date.day),
        day=date_text(quote.said) if quote.said else None,
        occasion=quote.occasion,
        source=entry.brief.source,
        review=entry.brief.status == "review",
    )


def events(entry: Entry, people: People, edition: Edition) -> tuple[EventView, ...]:
    """The brief's dated events, in the brief's order; a claim only where its speaker may be named."""
    claimed = any(event.claim for event in entry.brief.events)
    said = {quote.id: quote.speaker for quote in quotes(entry, people, edition)} if claimed else {}
    told = (one for one in enumerate(entry.brief.events) if not one[1].claim or one[1].claim in said)
    return tuple(_event(entry, place, said.get(event.claim), people, edition) for place, event in told)


def _event(entry: Entry, place: int, speaker: Link | None, people: People, edition: Edition) -> EventView:
    event = entry.brief.events[place]
    url = addresses.brief_url(entry, edition)
    first, last = period(event.date)
    published = entry.brief.date.day
    text = event.label or (f"{speaker.text}: “{event.text}”" if speaker else event.text)
    return EventView(
        id=event.id,
        date=date_text(event.date),
        text=text,
        when=event.when,
        anchor=f"{url}#{event.id}",
        brief=Link(entry.brief.title, url, lang=entry.brief.lang),
        people=_people_in(f"{text}\n{event.text}", entry, people),
        clause=event.text,
        speaker=speaker,
        background=last < published - dt.timedelta(days=BACKGROUND_DAYS),
        announced=first > published,
        overdue=published < first and not event.outcome and edition.past(last),
        outcome=event.outcome,
        review=entry.brief.status == "review",
        uid=f"{url}#{event.id}",
        place=place,
        changed=in_utc(modified_at(entry, edition)),
    )


def _people_in(text: str, entry: Entry, people: People) -> tuple[Link, ...]:
    full = {person.name for person in entry.brief.people if person.name in text}
    perhaps = [
        one.name for one in entry.brief.people if one.name in full or any(part in text for part in _ends(one.name))
    ]
    if len(perhaps) > len(full):
        for company in entry.brief.organisations:
            text = text.replace(company, "") if " " in company else text
        # Who is named in full is whom the family name means, too: not the brother, nor the daughter.
        words = set(re.findall(r"\w+", text)) - {word for name in full for word in name.split()}
        perhaps = [name for name in perhaps if name in full or any(part in words for part in _ends(name))]
    known = (people.name(name, entry) for name in perhaps)
    return tuple(people.link(name) for name in known if not people.protected(name))


def _ends(name: str) -> list[str]:
    # Family names come first in some languages and last in others; a given name alone says too little.
    parts = name.split()
    return [part for part in (parts[0], parts[-1]) if len(part) > 3]


def published_at(entry: Entry, edition: Edition) -> dt.datetime:
    """The instant of publication; of a day alone its first minute on the site's clock."""
    return entry.brief.date.at(edition.zone)


def in_utc(instant: dt.datetime) -> dt.datetime:
    """The same instant in UTC; in the calendar's first and last hours, which UTC may not have, its reading."""
    try:
        return instant.astimezone(dt.UTC)
    except OverflowError:
        return instant.replace(tzinfo=dt.UTC)


def modified_at(entry: Entry, edition: Edition) -> dt.datetime:
    """The last change that the brief itself tells of, `modified` or a dated note, as far as it is not still to come."""
    return _last_change(entry, edition).at(edition.zone)


def iso(moment: Moment, edition: Edition) -> str:
    """An instant with its zone, or a day: of that the first minute would be a claim."""
    return moment.at(edition.zone).isoformat() if moment.time else moment.day.isoformat()


class Moments(NamedTuple):
    """When a brief was published, and when it was last changed: as instants, and in ISO 8601 as `iso` has it."""

    published_at: dt.datetime
    published_iso: str
    modified_at: dt.datetime
    modified_iso: str


def moments(entry: Entry, edition: Edition) -> Moments:
    """All of these at once; most briefs were never changed."""
    published, changed = entry.brief.date, _last_change(entry, edition)
    first = (published.at(edition.zone), iso(published, edition))
    return Moments(*first, *(first if changed is published else (changed.at(edition.zone), iso(changed, edition))))


def _last_change(entry: Entry, edition: Edition) -> Moment:
    brief = entry.brief
    if not (brief.modified or brief.notes):
        return brief.date
    told = [brief.modified, *(Moment(note.date) for note in brief.notes if note.date)]
    changes = [moment for moment in told if moment and moment.at(edition.zone) <= edition.now]
    return max([brief.date, *changes], key=lambda moment: moment.at(edition.zone))


def notes(entry: Entry, said: Iterable[QuoteView], happened: Iterable[EventView]) -> tuple[NoteView, ...]:
    """Corrections and their like, newest first.

    What one is about is named by its first words if it is among the quotes and events that are shown. Others, as those
    of a retracted brief, have no place to lead to and their words stand nowhere: they are named by their id.
    """
    lang = entry.brief.lang
    about = {quote.id: Link(f"“{first_words(quote.parts[0])}”", quote.anchor, lang=lang) for quote in said}
    about |= {event.id: Link(first_words(event.text), event.anchor, lang=lang) for event in happened}
    ordered = sorted(entry.brief.notes, key=lambda note: note.date or dt.date.min, reverse=True)
    return tuple(_note(note, about.get(note.about, Link(note.about))) for note in ordered)


def _note(note: Note, about: Link) -> NoteView:
    return NoteView(note.kind, note.text, day_text(note.date) if note.date else None, about if note.about else None)


def first_words(text: str, cut: bool = False) -> str:
    """The beginning of a text, for links; `cut`: something follows it in any case."""
    words = text.split()
    return " ".join(words[:LABEL_WORDS]) + (" …" if cut or len(words) > LABEL_WORDS else "")


def teaser(entry: Entry, edition: Edition) -> Teaser:
    """The brief in a list."""
    brief = entry.brief
    telling = brief.status in ("published", "review")
    return Teaser(
        headline=brief.title,
        url=addresses.brief_url(entry, edition),
        summary=brief.summary if telling else "",
        published=day_text(brief.date.day),
        section=Link(brief.category, addresses.named_url("sections", brief.category)) if brief.category else None,
        topics=topics(entry),
        quotes=len(brief.quotes) if telling else 0,
        dates=len(brief.events) if telling else 0,
        source=brief.source,
        status=brief.status,
        story=story(entry, edition),
        lang=brief.lang,
    )


def story(entry: Entry, edition: Edition) -> Link | None:
    """The story that a person put the brief into, under the title that somebody gave it in content/stories/."""
    name = story_name(entry)
    key = addresses.name_key(name)
    return Link(edition.story_title(key) or name, f"stories/{key}/") if name else None


def story_name(entry: Entry) -> str:
    """The story's name as the brief has it, or ""; Pelican's plugin for series calls the field by that name."""
    return (entry.brief.story or entry.brief.unknown.get("series", "")).strip()


def topics(entry: Entry) -> tuple[Link, ...]:
    """The brief's tags as links to their topics."""
    return tuple(Link(tag, addresses.named_url("topics", tag)) for tag in entry.brief.tags)
