"""Many briefs become the site's pages, as plain values. Knows neither files nor templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsbrief.collate import (
    addresses,
    bodies,
    corrections,
    facts,
    listings,
    persons,
    photo,
    quotes,
    repeats,
    same_event,
    speakers,
    stories,
    things,
    timeline,
    timelines,
)
from newsbrief.collate.addresses import clashes
from newsbrief.collate.dating import day_text
from newsbrief.collate.due import changes, next_change
from newsbrief.collate.edition import Edition
from newsbrief.collate.excerpt import as_published
from newsbrief.collate.findable import findable
from newsbrief.collate.kinship import kin
from newsbrief.collate.merged import merged, once
from newsbrief.collate.moved import moved
from newsbrief.collate.people import People, gather
from newsbrief.collate.persons import Shelf
from newsbrief.collate.related import related
from newsbrief.collate.things import Things
from newsbrief.collate.visible import listed, shown, telling, under_embargo
from newsbrief.model.article import Photo
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import BriefPage, ListingPage, SearchPage, Site
from newsbrief.model.stories import StoryPage
from newsbrief.model.views import Link, PersonLine, QuoteView

__all__ = [
    "Edition",
    "Entry",
    "PersonRule",
    "as_published",
    "bodies",
    "changes",
    "clashes",
    "moved",
    "next_change",
    "shown",
    "site",
    "under_embargo",
]


def site(entries: Sequence[Entry], edition: Edition) -> Site:
    """Make every page of the site from the briefs that may be shown; the others leave no trace."""
    visible = sorted((as_published(one) for one in entries if shown(one, edition)), key=_age, reverse=True)
    told = [entry for entry in visible if telling(entry)]
    people = gather(told, edition.people)
    named = things.gather(told, people)
    people = things.addressed(people, named)
    all_said = {entry.path: facts.quotes(entry, people, edition) for entry in told}
    repeated = repeats.found(quote for quotes_of in all_said.values() for quote in quotes_of)
    said = {path: tuple(repeated.views[quote.anchor] for quote in quotes_of) for path, quotes_of in all_said.items()}
    happened = {entry.path: facts.events(entry, people, edition) for entry in told}
    notes = {one.path: facts.notes(one, said.get(one.path, ()), happened.get(one.path, ())) for one in visible}
    teasers = {entry.path: facts.teaser(entry, edition) for entry in visible}
    tellings = merged(happened, same_event.found(visible, told, people))
    events = once(event for entry in told for event in tellings.entries[entry.path])
    parts = edition.parts
    by_subject = timelines.subjects(told, tellings.entries, edition) if "timelines" in parts else {}
    ways = timelines.ways(by_subject)
    in_lists = [teasers[entry.path] for entry in visible if listed(entry)]
    lists = listings.listings(told, named, tellings.entries, ways, teasers, edition)
    shelf = persons.Shelf(people, said, tellings.entries, notes, teasers, edition)
    person_pages, person_lists = persons.pages(told, shelf, ways)
    archive, archives = listings.archive(in_lists)
    near = kin(told, people) if "related" in parts else {}
    in_story = told if "stories" in parts else []
    story_pages = stories.pages(in_story, people, named, said, tellings.entries, ways, teasers, edition)
    every_story = stories.index(story_pages, told, near, teasers, edition)
    so_far = stories.so_far(in_story, teasers, edition)
    beside = related(told, near, teasers) if near else {}
    pages = _briefs(visible, replace(shelf, happened=tellings.own), named)
    for path in so_far.keys() | beside.keys():
        pages[path] = replace(pages[path], story=so_far.get(path), related=beside.get(path, ()))
    in_search = told if "search" in parts else []
    with_page: list[ListingPage | StoryPage] = [*story_pages, *lists] if "search" in parts else []
    found = findable(in_search, people, said, tellings.entries, person_pages, with_page, teasers, edition)
    front = listings.front(in_lists, events, quotes.marked(told, said), edition)
    quoting = told if "quotes" in parts else []
    all_quotes, letters = speakers.pages([quote for entry in quoting for quote in said[entry.path]])
    return Site(
        front=replace(front, stories=stories.moving(every_story)),
        briefs=pages,
        timelines=timelines.pages(events, by_subject) if "timelines" in parts else (),
        quotes=all_quotes,
        speakers=letters,
        quote_pages=quotes.pages([(entry, said[entry.path]) for entry in quoting], repeated.variants, notes),
        people=persons.index(person_pages),
        person_pages=person_pages,
        listings=(*lists, *person_lists),
        indexes=listings.indexes(lists),
        archive=archive,
        archives=archives,
        stories=every_story,
        story_pages=story_pages,
        corrections=corrections.page(visible, notes, edition),
        search=SearchPage(),
        findable=found,
    )


def _age(entry: Entry) -> tuple[str, str, str]:
    moment = entry.brief.date
    return (moment.day.isoformat(), moment.time.isoformat() if moment.time else "", entry.path)


def _briefs(visible: Sequence[Entry], shelf: Shelf, named: Things) -> dict[str, BriefPage]:
    """`shelf.happened`: each brief's events as it tells them."""
    telling_ones = [entry for entry in visible if telling(entry)]
    neighbours = {entry.path: place for place, entry in enumerate(telling_ones)}
    urls = [addresses.brief_url(entry, shelf.edition) for entry in telling_ones]
    by_place = zip(telling_ones, urls, strict=True)
    links = [None, *(Link(entry.brief.title, url, lang=entry.brief.lang) for entry, url in by_place), None]
    pages = {}
    for entry in visible:
        if entry.path not in neighbours:
            pages[entry.path] = _silent(entry, shelf)
            continue
        place = neighbours[entry.path]
        pages[entry.path] = _brief(entry, shelf, named, (links[place], links[place + 2]))
    return pages


def _silent(entry: Entry, shelf: Shelf) -> BriefPage:
    """A retracted brief keeps headline and reason, a withdrawn one nothing but its address."""
    retracted = entry.brief.status == "retracted"
    return BriefPage(
        url=addresses.brief_url(entry, shelf.edition),
        headline=entry.brief.title if retracted else "",
        summary="",
        published=day_text(entry.brief.date.day),
        published_at=facts.published_at(entry, shelf.edition),
        modified_at=facts.modified_at(entry, shelf.edition),
        published_iso=facts.iso(entry.brief.date, shelf.edition),
        modified_iso=facts.modified_iso(entry, shelf.edition),
        status=entry.brief.status,
        notes=shelf.notes[entry.path] if retracted else (),
        lang=entry.brief.lang,
        source_file=entry.path,
    )


def _brief(entry: Entry, shelf: Shelf, named: Things, beside: tuple[Link | None, Link | None]) -> BriefPage:
    brief = entry.brief
    teaser = shelf.teasers[entry.path]
    shown_photo = photo.view(entry, teaser.url)
    claimed = brief.photo if brief.photo and not shown_photo else Photo()
    return BriefPage(
        url=teaser.url,
        headline=brief.title,
        summary=brief.summary,
        standfirst=bodies.standfirst(entry),
        published=teaser.published,
        published_at=facts.published_at(entry, shelf.edition),
        modified_at=facts.modified_at(entry, shelf.edition),
        published_iso=facts.iso(entry.brief.date, shelf.edition),
        modified_iso=facts.modified_iso(entry, shelf.edition),
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
        events=tuple(sorted(shelf.happened[entry.path], key=timeline.order, reverse=True)),
        notes=shelf.notes[entry.path],
        newer=beside[0],
        older=beside[1],
        lang=brief.lang,
        source_file=entry.path,
    )


def _people(entry: Entry, people: People, said: Sequence[QuoteView]) -> tuple[PersonLine, ...]:
    named = ((people.name(person.name, entry), person.role) for person in entry.brief.people)
    return tuple(
        PersonLine(people.link(name), role, sum(quote.speaker.text == name for quote in said))
        for name, role in named
        if not people.protected(name)
    )
