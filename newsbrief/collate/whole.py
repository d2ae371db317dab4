"""The whole site, from all briefs that may be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec.structs import replace

from newsbrief.collate import (
    bonds,
    brief_pages,
    corrections,
    facts,
    listings,
    persons,
    quotes,
    repeats,
    speakers,
    stories,
    things,
    timelines,
)
from newsbrief.collate.bonds import Bonds
from newsbrief.collate.brief_pages import Maker
from newsbrief.collate.edition import Edition
from newsbrief.collate.excerpt import as_published
from newsbrief.collate.findable import findable
from newsbrief.collate.late import rows
from newsbrief.collate.merged import merged
from newsbrief.collate.people import People, gather
from newsbrief.collate.related import related
from newsbrief.collate.things import Things
from newsbrief.collate.timeline import once
from newsbrief.collate.visible import listed, shown, telling
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ListingPage, SearchPage, Site
from newsbrief.model.stories import StoryPage

Ready = Callable[[Maker], None]


def bound(entries: Sequence[Entry], edition: Edition, *, register: bool) -> Bonds:
    """What brings these briefs together. It takes about as long as all else of the site, and is found out by itself."""
    visible, told = _in_order(entries, edition)
    return bonds.found(visible, told, _named(told, edition), edition, register=register)


def site(
    entries: Sequence[Entry],
    edition: Edition,
    ready: Ready | None = None,
    found_out: Callable[[], Bonds] | None = None,
    *,
    register: bool = False,
) -> Site:
    """Make every page of the site from the briefs that may be shown; the others leave no trace.

    `ready` is called with what makes the briefs' pages as soon as all is known that their bodies show. `found_out`
    gives what is `bound`, for whoever has it found out meanwhile. `register`: also write down what a late change has to
    know of all briefs.
    """
    visible, told = _in_order(entries, edition)
    people, named = _named(told, edition)
    answer = found_out or partial(bonds.found, visible, told, (people, named), edition, register=register)
    all_said = {entry.path: facts.quotes(entry, people, edition) for entry in told}
    repeated = repeats.found(quote for quotes_of in all_said.values() for quote in quotes_of)
    said = {path: tuple(repeated.views[quote.anchor] for quote in quotes_of) for path, quotes_of in all_said.items()}
    happened = {entry.path: facts.events(entry, people, edition) for entry in told}
    notes = {one.path: facts.notes(one, said.get(one.path, ()), happened.get(one.path, ())) for one in visible}
    teasers = {entry.path: facts.teaser(entry, edition) for entry in visible}
    tied = answer()
    leads = tied.leads
    tellings = merged(happened, bonds.same(tied, told))
    shelf = persons.Shelf(people, said, tellings.entries, notes, teasers, edition)
    maker = brief_pages.Maker(visible, replace(shelf, happened=tellings.own), named)
    if ready:
        ready(maker)
    pages = {path: maker.page(path) for path in maker.entries}
    events = once(event for entry in told for event in tellings.entries[entry.path])
    parts = edition.parts
    in_timelines = told if "timelines" in parts else []
    by_subject = timelines.subjects(
        one for entry in in_timelines for one in timelines.of_brief(entry, tellings.entries[entry.path], edition)
    )
    subjects = timelines.known(by_subject)
    plans = list(timelines.plans(events, by_subject, timelines.ways_on(subjects))) if "timelines" in parts else []
    timeline_pages = tuple(map(timelines.page, plans))
    ways = timelines.ways(by_subject)
    in_lists = [teasers[entry.path] for entry in visible if listed(entry)]
    lists = listings.listings(told, named, tellings.entries, ways, teasers, edition)
    person_pages, person_lists = persons.pages(told, shelf, ways)
    archive, archives = listings.archive(in_lists, lambda one: one.published.iso, iter)
    in_story = told if "stories" in parts else []
    story_pages = stories.pages(in_story, people, named, said, tellings.entries, ways, teasers, edition)
    every_story = stories.index(story_pages, leads.looks, teasers)
    so_far = stories.so_far(in_story, teasers, edition)
    beside = related(leads.older, teasers)
    for path in so_far.keys() | beside.keys():
        pages[path] = replace(pages[path], story=so_far.get(path), related=beside.get(path, ()))
    in_search = told if "search" in parts else []
    with_page: list[ListingPage | StoryPage] = [*story_pages, *lists] if "search" in parts else []
    found = findable(in_search, shelf, person_pages, with_page)
    front = listings.front(in_lists, events, quotes.marked(told, said), edition)
    quoting = told if "quotes" in parts else []
    all_quotes, letters = speakers.pages([quote for entry in quoting for quote in said[entry.path]])
    return Site(
        front=replace(front, stories=stories.moving(every_story)),
        briefs=pages,
        timelines=timeline_pages,
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
        timeline_files=timelines.files(zip(timeline_pages, plans, strict=True)),
        teasers=teasers,
        entries={path: those for path, those in tellings.entries.items() if those != happened[path]},
        register=rows.register(visible, shelf, named, tied, person_pages, found, subjects, plans, every_story)
        if register
        else None,
    )


def _in_order(entries: Sequence[Entry], edition: Edition) -> tuple[list[Entry], list[Entry]]:
    """Those that may be shown as they may be published, the newest first, and those of them that tell of something."""
    visible = sorted((as_published(one) for one in entries if shown(one, edition)), key=_age, reverse=True)
    return visible, [entry for entry in visible if telling(entry)]


def _named(told: Sequence[Entry], edition: Edition) -> tuple[People, Things]:
    people = gather(told, edition.people)
    named = things.gather(told, people)
    return things.addressed(people, named), named


def _age(entry: Entry) -> tuple[str, str, str]:
    moment = entry.brief.date
    return (moment.day.isoformat(), moment.time.isoformat() if moment.time else "", entry.path)
