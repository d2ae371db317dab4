"""The pages that a late change reaches, made as those of a whole site are: from the entries and plates of a few briefs.

The front page, the archive and the indexes are always made; whether they came out otherwise, their keys tell.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import brief_pages, facts, persons
from newsbrief.collate.late import lists
from newsbrief.collate.late.alone import addresses_stand, events_stand, known, plain, quotes_stand
from newsbrief.collate.late.change import Asked, Desk, Known, Late
from newsbrief.collate.late.dated import Dated, Subjects, dated, subjects
from newsbrief.collate.late.exported import Exported
from newsbrief.collate.late.found import Found, found
from newsbrief.collate.late.near import Near, near
from newsbrief.collate.late.quoted import Quoted, quoted
from newsbrief.collate.late.rows import Headings, person_row, row
from newsbrief.collate.persons import Shelf
from newsbrief.model.pages import ArchivePage, BriefPage, FrontPage, IndexPage, ListingPage, PersonPage
from newsbrief.model.plate import Plate
from newsbrief.model.quotes import QuotePage, QuotesPage
from newsbrief.model.register import TELLING, PersonRow, Register, Row
from newsbrief.model.stories import StoriesPage, StoryPage
from newsbrief.model.timeline import TimelinePage
from newsbrief.model.views import Link, Teaser


class Amended(Struct, frozen=True):
    """What is not as it was: `plates` of the changed briefs and their neighbours, by path, and pages of many.

    `touched`: the rows of the changed briefs, as they were and as they are. `gone`: the addresses of pages that there
    are no more. `people_of`: the addresses of people of whom all pages are made anew: what else began with one of these
    is gone as well. `people`: who stands in the list of people. `files`: the timelines that other programs are given
    anew, `elsewhere`: the addresses of timelines that somebody else has printed, with their files, `unexported` the
    addresses of those that they are given no more.
    """

    register: Register
    touched: tuple[Row, ...]
    plates: Mapping[str, Plate]
    front: FrontPage
    archive: ArchivePage
    archives: tuple[ArchivePage, ...]
    listings: tuple[ListingPage, ...]
    indexes: tuple[IndexPage, ...]
    persons: tuple[PersonPage, ...]
    people: Mapping[str, PersonRow]
    stories: StoriesPage
    story_pages: tuple[StoryPage, ...]
    timelines: tuple[TimelinePage, ...]
    files: tuple[Exported, ...]
    elsewhere: frozenset[str]
    unexported: frozenset[str]
    quotes: tuple[QuotesPage, ...]
    quote_pages: tuple[QuotePage, ...]
    gone: frozenset[str]
    people_of: frozenset[str]

    @property
    def addresses(self) -> frozenset[str]:
        """Those of all that it made, that there are no more, and that the changed briefs and their quotes may have."""
        lists = (*self.archives, *self.listings, *self.indexes)
        pages: tuple[Any, ...] = (*lists, *self.persons, *self.timelines, *self.quotes, *self.story_pages)
        briefs = (url for row in self.touched for url in (row.url, *row.quotes))
        return self.gone.union((page.url for page in pages), briefs, self.elsewhere)


# What asks for the timelines that a late change reaches, and gives what tells of them when they are needed.
Dating = Callable[[Late, Subjects], Callable[[], Dated]]


def at_once(late: Late, of: Subjects) -> Callable[[], Dated]:
    """The timelines, worked out when they are asked for."""
    return partial(dated, late, of)


def amended(desk: Desk, taken: Iterable[str], dating: Dating = at_once) -> Amended | None:
    """What a late change makes of the site; None where it reaches further than is looked at here.

    `taken`: the addresses of pages that people wrote. `dating`: all else is worked out between its two calls.
    """
    who = known(desk) if plain(desk) else None
    late = _late(desk, who) if who and events_stand(desk, who) else None
    if late is None or not addresses_stand(desk, late.come, taken):
        return None
    before = [quote for one in desk.gone for quote in desk.gist(one.path).page.quotes]
    now = [quote for one in late.come for quote in late.shelf.said[one.path]]
    if not quotes_stand(desk, before, now):
        return None
    of = subjects(late)
    if of is None:
        return None
    dates = dating(late, of)
    nearby = near(late, of.ways)
    return _made(late, of, dates, quoted(late), nearby) if nearby else None


def _late(desk: Desk, who: Known) -> Late:
    new = {entry.path: entry for entry in desk.new}
    said = {path: facts.quotes(entry, who.people, desk.edition) for path, entry in new.items()}
    happened = {path: facts.events(entry, who.people, desk.edition) for path, entry in new.items()}
    teasers = {path: facts.teaser(entry, desk.edition) for path, entry in new.items()}
    numbers = Headings(desk.register.headings)
    come = tuple(
        row(entry, who.things, happened[path], said[path], desk.edition, numbers) for path, entry in new.items()
    )

    def teaser(path: str) -> Teaser:
        found = desk.gist(path).teaser
        if found is None:
            raise KeyError(path)
        return found

    shelf = Shelf(
        who.people,
        Asked(said, lambda path: desk.gist(path).page.quotes),
        Asked(happened, lambda path: desk.gist(path).happened),
        Asked(dict.fromkeys(new, ()), lambda path: desk.gist(path).page.notes),
        Asked(teasers, teaser),
        desk.edition,
    )
    rows = _in_order(desk.others, come)
    telling = tuple(row for row in rows if row.status in TELLING)
    return Late(desk, who, shelf, rows, telling, come, Asked(new, desk.entry), numbers.all)


def _in_order(others: Iterable[Row], come: Iterable[Row]) -> tuple[Row, ...]:
    """All rows, newest first; the others are in order already."""
    rows = list(reversed(list(others)))
    for new in come:
        insort(rows, new, key=lambda one: one.age)
    return tuple(reversed(rows))


def _made(late: Late, of: Subjects, dating: Callable[[], Dated], quotes: Quoted, nearby: Near) -> Amended:
    names = frozenset(name for one in late.touched for name in one.names)
    naming = [late.entries[one.path] for one in late.telling if not names.isdisjoint(one.names)]
    person_pages, person_lists = persons.pages(naming, late.shelf, of.ways, names)
    lines = _lines(late, names, person_pages)
    changed_lists, lists_gone = lists.listings(late, of.ways)
    top, archives, periods_gone = lists.archive(late)
    had_page = late.desk.register.with_page | late.who.people.with_page
    briefs_gone = {one.url for one in late.desk.gone} - {one.url for one in late.come}
    sought = found(late, person_pages, changed_lists, nearby.story_pages, {*lists_gone, *nearby.gone})
    plates = _with_quotes(late, _with_near(late, _plates(late, sought), nearby), quotes)
    front, indexes = replace(lists.front(late), stories=nearby.moving), lists.indexes(late)
    dates = dating()
    return Amended(
        register=nearby.noted(
            replace(_register(late, lines), subjects=of.known, planned=dates.planned, undated=sought.undated)
        ),
        touched=late.touched,
        plates=plates,
        front=front,
        archive=top,
        archives=archives,
        listings=(*changed_lists, *person_lists),
        indexes=indexes,
        persons=person_pages,
        people=lines,
        stories=nearby.stories,
        story_pages=nearby.story_pages,
        timelines=dates.pages,
        files=dates.files,
        elsewhere=dates.elsewhere,
        unexported=dates.unexported,
        quotes=quotes.pages,
        quote_pages=tuple(page for pages in quotes.own.values() for page in pages),
        gone=frozenset((*lists_gone, *periods_gone, *briefs_gone, *dates.gone, *quotes.gone, *nearby.gone)),
        people_of=frozenset(persons.address(name) for name in names & had_page),
    )


def _lines(late: Late, names: Collection[str], pages: Iterable[PersonPage]) -> Mapping[str, PersonRow]:
    own = {page.name: person_row(page) for page in pages if not page.sheet.number}
    kept = {name: line for name, line in late.desk.register.people.items() if name not in names}
    return {**kept, **own}


def _register(late: Late, lines: Mapping[str, PersonRow]) -> Register:
    people = late.who.people
    return replace(
        late.desk.register,
        rows=late.rows,
        headings=late.headings,
        standing=late.who.after,
        with_page=people.with_page,
        people=lines,
    )


def _plates(late: Late, sought: Found) -> Mapping[str, Plate]:
    """Those of the changed briefs, and of the others that have another brief beside them, or one of these."""
    before = ["", *(row.path for row in late.desk.telling), ""]
    now = ["", *(row.path for row in late.telling), ""]
    changed = late.desk.changed
    near = {one for paths in (before, now) for one in _beside(paths, changed)}
    plates: dict[str, Plate] = {}
    for place in [place for place, path in enumerate(now) if path and path in near]:
        path, links = now[place], (now[place - 1], now[place + 1])
        if path in changed:
            page = brief_pages.one(late.entries[path], late.shelf, late.who.things, _links(late, links))
            plates[path] = Plate(page, found=sought.by_brief.get(path, ()), teaser=late.shelf.teasers[path])
        else:
            plates[path] = _with_beside(late, late.desk.plate(path), links)
    return plates


def _with_near(late: Late, plates: Mapping[str, Plate], nearby: Near) -> Mapping[str, Plate]:
    """The plates with what stands beside their briefs; also those of briefs of which nothing else changed."""
    found = dict(plates)
    for path in nearby.related.keys() | nearby.so_far.keys():
        plate = found[path] if path in found else late.desk.plate(path)
        story, related = nearby.so_far.get(path, plate.page.story), nearby.related.get(path, plate.page.related)
        found[path] = replace(plate, page=replace(plate.page, story=story, related=related))
    return found


def _with_quotes(late: Late, plates: Mapping[str, Plate], quotes: Quoted) -> Mapping[str, Plate]:
    """The plates with the pages of quotes that changed; also those of briefs of which nothing else did."""
    found = dict(plates)
    for path, pages in quotes.own.items():
        plate = found[path] if path in found else late.desk.plate(path)
        anew = {page.url: page for page in pages}
        others = tuple(page for page in plate.quotes if page.url not in anew)
        # In their order in the brief, in which a whole site has them.
        order = {quote.url: place for place, quote in enumerate(plate.page.quotes)}
        together = sorted((*others, *pages), key=lambda page: order[page.url])
        found[path] = replace(plate, quotes=tuple(together))
    return found


def _beside(paths: Sequence[str], changed: Collection[str]) -> Iterator[str]:
    """The changed briefs among them, and those that stand beside one."""
    for place in [place for place, path in enumerate(paths) if path in changed]:
        yield from paths[place - 1 : place + 2]


def _with_beside(late: Late, plate: Plate, beside: tuple[str, str]) -> Plate:
    newer, older = _links(late, beside)
    page: BriefPage = replace(plate.page, newer=newer, older=older)
    return replace(plate, page=page)


def _links(late: Late, beside: tuple[str, str]) -> tuple[Link | None, Link | None]:
    newer, older = (_link(late.shelf.teasers[path]) if path else None for path in beside)
    return newer, older


def _link(teaser: Teaser) -> Link:
    return Link(teaser.headline, teaser.url, lang=teaser.lang)
