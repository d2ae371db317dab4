"""The page of each brief."""

from __future__ import annotations

from collections.abc import Sequence

from newsbrief.collate import addresses, bodies, facts, photo, timeline
from newsbrief.collate.dating import day_text
from newsbrief.collate.people import People
from newsbrief.collate.persons import Shelf
from newsbrief.collate.things import Things
from newsbrief.collate.visible import telling
from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry
from newsbrief.model.pages import BriefPage
from newsbrief.model.views import EventView, Link, PersonLine, QuoteView


class Maker:
    """Makes the page of a brief when it is asked for. `entries`: all that have one, by path, newest first.

    `shelf.happened`: each brief's events as it tells them.
    """

    def __init__(self, visible: Sequence[Entry], shelf: Shelf, named: Things) -> None:
        self.entries = {entry.path: entry for entry in visible}
        self._shelf, self._named = shelf, named
        telling_ones = [entry for entry in visible if telling(entry)]
        self._neighbours = {entry.path: place for place, entry in enumerate(telling_ones)}
        urls = [addresses.brief_url(entry, shelf.edition) for entry in telling_ones]
        by_place = zip(telling_ones, urls, strict=True)
        self._links = [None, *(Link(entry.brief.title, url, lang=entry.brief.lang) for entry, url in by_place), None]

    def page(self, path: str) -> BriefPage:
        """One of them."""
        entry, place = self.entries[path], self._neighbours.get(path)
        if place is None:
            return silent(entry, self._shelf)
        return one(entry, self._shelf, self._named, (self._links[place], self._links[place + 2]))


def silent(entry: Entry, shelf: Shelf) -> BriefPage:
    """A retracted brief keeps headline and reason, a withdrawn one nothing but its address."""
    retracted = entry.brief.status == "retracted"
    moments = facts.moments(entry, shelf.edition)
    return BriefPage(
        url=addresses.brief_url(entry, shelf.edition),
        headline=entry.brief.title if retracted else "",
        summary="",
        published=day_text(entry.brief.date.day),
        published_at=moments.published_at,
        modified_at=moments.modified_at,
        published_iso=moments.published_iso,
        modified_iso=moments.modified_iso,
        status=entry.brief.status,
        notes=shelf.notes[entry.path] if retracted else (),
        lang=entry.brief.lang,
        source_file=entry.path,
    )


def one(entry: Entry, shelf: Shelf, named: Things, beside: tuple[Link | None, Link | None]) -> BriefPage:
    """A brief that tells of something; `beside`: the newer and the older brief."""
    brief = entry.brief
    teaser = shelf.teasers[entry.path]
    shown_photo = photo.view(entry, teaser.url)
    moments = facts.moments(entry, shelf.edition)
    claimed = brief.photo if brief.photo and not shown_photo else Photo()
    return BriefPage(
        url=teaser.url,
        headline=brief.title,
        summary=brief.summary,
        standfirst=bodies.standfirst(entry),
        published=teaser.published,
        published_at=moments.published_at,
        modified_at=moments.modified_at,
        published_iso=moments.published_iso,
        modified_iso=moments.modified_iso,
        status=brief.status,
        modified=day_text(brief.modified.day) if brief.modified else None,
        dateline=brief.dateline,
        authors=tuple(map(shelf.people.author, brief.authors)),
        source=brief.source,
        link=brief.link,
        photo_credit=claimed.credit,
        photo_rights=claimed.rights,
        photo=shown_photo,
        rights=brief.rights,
        section=teaser.section,
        topics=teaser.topics,
        people=_people(entry, shelf.people, shelf.said[entry.path]),
        organisations=named.links("organisation", entry),
        places=named.links("place", entry),
        quotes=tuple(shelf.said[entry.path]),
        events=_in_order(shelf.happened[entry.path]),
        notes=shelf.notes[entry.path],
        newer=beside[0],
        older=beside[1],
        lang=brief.lang,
        source_file=entry.path,
    )


def _in_order(events: Sequence[EventView]) -> tuple[EventView, ...]:
    return tuple(sorted(events, key=timeline.order, reverse=True) if len(events) > 1 else events)


def _people(entry: Entry, people: People, said: Sequence[QuoteView]) -> tuple[PersonLine, ...]:
    named = ((people.name(person.name, entry), person.role) for person in entry.brief.people)
    return tuple(
        PersonLine(people.link(name), role, sum(quote.speaker.text == name for quote in said))
        for name, role in named
        if not people.protected(name)
    )
