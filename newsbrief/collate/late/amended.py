"""The pages that a late change reaches, made as those of a whole site are: from the entries and plates of a few briefs.

The front page, the archive and the indexes are always made; whether they came out otherwise, their keys tell.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import brief_pages, facts, persons
from newsbrief.collate.late import lists
from newsbrief.collate.late.alone import addresses_stand, events_stand, known, plain, quotes_stand
from newsbrief.collate.late.apart import Apart, Basis, Making, apart
from newsbrief.collate.late.change import Asked, Desk, Known, Late
from newsbrief.collate.late.dated import Subjects, subjects
from newsbrief.collate.late.found import Found, found
from newsbrief.collate.late.near import Near, near
from newsbrief.collate.late.quoted import Quoted, quoted
from newsbrief.collate.late.rows import Headings, person_row, row
from newsbrief.collate.persons import Shelf
from newsbrief.model.pages import BriefPage, FrontPage, IndexPage, ListingPage, PersonPage
from newsbrief.model.plate import Plate
from newsbrief.model.quotes import QuotePage
from newsbrief.model.register import TELLING, PersonRow, Register, Row
from newsbrief.model.stories import StoriesPage, StoryPage
from newsbrief.model.views import Link, Teaser


class Amended(Struct, frozen=True):
    """What is not as it was: `plates` of the changed briefs and their neighbours, by path, and pages of many.

    `register`: but for what `registered` puts in. `touched`: the rows of the changed briefs, as they were and as they
    are. `gone`: the addresses of pages that there are no more. `people_of`: the addresses of people of whom all pages
    are made anew: what else began with one of these is gone as well. `apart` gives the rest, once that is made.
    """

    register: Register
    touched: tuple[Row, ...]
    plates: Mapping[str, Plate]
    front: FrontPage
    listings: tuple[ListingPage, ...]
    indexes: tuple[IndexPage, ...]
    persons: tuple[PersonPage, ...]
    stories: StoriesPage
    story_pages: tuple[StoryPage, ...]
    quote_pages: tuple[QuotePage, ...]
    gone: frozenset[str]
    people_of: frozenset[str]
    apart: Callable[[], Apart]

    @property
    def addresses(self) -> frozenset[str]:
        """Those of all that it made, that there are no more, and that the changed briefs and their quotes may have."""
        pages: tuple[Any, ...] = (*self.listings, *self.indexes, *self.persons, *self.story_pages)
        briefs = (url for row in self.touched for url in row.addresses)
        return self.gone.union((page.url for page in pages), briefs, self.apart().addresses)

    @property
    def registered(self) -> Register:
        """The register of the site as it is now."""
        return replace(self.register, planned=self.apart().dates.planned)


def at_once(basis: Basis) -> Callable[[], Apart]:
    """What is made apart, made here when it is asked for."""
    return cache(partial(apart, basis))


def amended(desk: Desk, taken: Iterable[str], making: Making = at_once) -> Amended | None:
    """What a late change makes of the site; None where it reaches further than is looked at here.

    `taken`: the addresses of pages that people wrote. `making`: what is made apart begins with it, and ends when
    somebody asks what came of it.
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
    people = _people(late, of)
    whole = making(Basis(late, of, people.lines))
    nearby = near(late, of.ways)
    return _made(late, of, people, quoted(late), nearby, whole) if nearby else None


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


class _People(Struct, frozen=True):
    """`names`: whom changed briefs name or named. Their `pages`, and `lists` of their briefs; `lines`: see `Basis`."""

    names: frozenset[str]
    pages: tuple[PersonPage, ...]
    lists: tuple[ListingPage, ...]
    lines: Mapping[str, PersonRow]


def _people(late: Late, of: Subjects) -> _People:
    names = frozenset(name for one in late.touched for name in one.names)
    naming = [late.entries[one.path] for one in late.telling if not names.isdisjoint(one.names)]
    pages, lists_of_them = persons.pages(naming, late.shelf, of.ways, names)
    own = {page.name: person_row(page) for page in pages if not page.sheet.number}
    kept = {name: line for name, line in late.desk.register.people.items() if name not in names}
    return _People(names, pages, lists_of_them, {**kept, **own})


def _made(
    late: Late, of: Subjects, people: _People, quotes: Quoted, nearby: Near, whole: Callable[[], Apart]
) -> Amended:
    changed_lists, lists_gone = lists.listings(late, of.ways)
    had_page = late.desk.register.with_page | late.who.people.with_page
    briefs_gone = {one.url for one in late.desk.gone} - {one.url for one in late.come}
    sought = found(late, people.pages, changed_lists, nearby.story_pages, {*lists_gone, *nearby.gone})
    plates = _with_quotes(late, _with_near(late, _plates(late, sought), nearby), quotes)
    return Amended(
        register=nearby.noted(replace(_register(late, people.lines), subjects=of.known, undated=sought.undated)),
        touched=late.touched,
        plates=plates,
        front=replace(lists.front(late), stories=nearby.moving),
        listings=(*changed_lists, *people.lists),
        indexes=lists.indexes(late),
        persons=people.pages,
        stories=nearby.stories,
        story_pages=nearby.story_pages,
        quote_pages=tuple(page for pages in quotes.own.values() for page in pages),
        gone=frozenset((*lists_gone, *briefs_gone, *quotes.gone, *nearby.gone)),
        people_of=frozenset(persons.address(name) for name in people.names & had_page),
        apart=whole,
    )


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
