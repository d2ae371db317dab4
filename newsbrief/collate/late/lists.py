"""The lists that a late change reaches.

Whatever list a changed brief was or is in has its newest page made anew, and of the older ones those that hold other
briefs than before: pages are counted from the oldest, so these are few.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from newsbrief.collate import listings as whole
from newsbrief.collate import quotes
from newsbrief.collate.dating import day_text
from newsbrief.collate.late.change import Late
from newsbrief.collate.things import naming
from newsbrief.model.pages import ArchivePage, FrontPage, IndexPage, ListingPage
from newsbrief.model.register import Heading, Row
from newsbrief.model.views import EventView, Link, Teaser


def listings(late: Late, ways: Mapping[str, Link]) -> tuple[tuple[ListingPage, ...], set[str]]:
    """The pages of lists that changed, and the addresses of those that there are no more.

    `ways`: to the timelines of their subjects.
    """
    urls = {late.headings[number][2] for row in late.touched for number in row.headings}
    before, now = _members(late, late.desk.register.rows, urls), _members(late, late.rows, urls)
    pages: list[ListingPage] = []
    gone: set[str] = set()
    for url in sorted(urls):
        old = whole.parts(_gathered(late, before[url]), _days(before[url])) if before[url] else ()
        of_it = _gathered(late, now[url]) if now[url] else None
        new = whole.parts(of_it, _days(now[url])) if of_it else ()
        gone |= {part.url for part in old} - {part.url for part in new}
        same_head = of_it is not None and bool(old) and _head(before[url]) == _head(now[url])
        for part in new if of_it else ():
            stands = part.sheet.number and same_head and part in old and late.desk.changed.isdisjoint(part.entries)
            if of_it and not stands:
                if not part.sheet.number:
                    of_it.events += _events(late, of_it, now[url])
                pages.append(whole.page_of(part, of_it, ways.get(url), late.shelf.teasers, late.edition))
    return tuple(pages), gone


Members = Sequence[tuple[Row, Heading]]


def _members(late: Late, rows: Iterable[Row], urls: Iterable[str]) -> Mapping[str, list[tuple[Row, Heading]]]:
    """The briefs of each list, newest first, each with its heading as it spells it first."""
    found: dict[str, list[tuple[Row, Heading]]] = {url: [] for url in urls}
    wanted = {number: (found[one[2]], one) for number, one in enumerate(late.headings) if one[2] in found}
    for row in rows:
        for number in row.headings:
            if number in wanted:
                of_it, heading = wanted[number]
                if not (of_it and of_it[-1][0] is row):
                    of_it.append((row, heading))
    return found


def _head(members: Members) -> tuple[object, ...]:
    """What older pages of a list show besides their briefs."""
    return members[0][1], any(row.status == "published" for row, _ in members)


def _gathered(late: Late, members: Members) -> whole.List:
    heading = members[0][1]
    thing = heading[0] in ("place", "organisation")
    named = {late.headings[number] for row, _ in members for number in row.headings} if thing else set()
    spelt = {name for _, name, url in named if url == heading[2]} if thing else None
    made = whole.begun(heading, spelt, late.who.things)
    made.briefs += [row.path for row, _ in members]
    made.published = any(row.status == "published" for row, _ in members)
    return made


def _events(late: Late, of_it: whole.List, members: Members) -> Iterable[EventView]:
    words = of_it.words
    return [one for row, _ in members for one in naming(late.shelf.happened[row.path], words)] if words else ()


def _days(members: Members) -> whole.DayOf:
    by_path = {row.path: row.day for row, _ in members}
    return lambda path: day_text(dt.date.fromisoformat(by_path[path]))


def indexes(late: Late) -> tuple[IndexPage, ...]:
    """The list of all lists of each kind."""
    # As the newest brief spells it first.
    often = Counter(chain.from_iterable(row.headings for row in late.rows))
    found: dict[str, list[int]] = defaultdict(list)
    for number in often:
        found[late.headings[number][2]].append(number)
    lists = ((*late.headings[found[url][0]], _count(late, found[url], often)) for url in sorted(found))
    return whole.indexes([ListingPage(url, kind, name, (), count=count) for kind, name, url, count in lists])


def _count(late: Late, spellings: Sequence[int], often: Mapping[int, int]) -> int:
    """In how many briefs one of the headings stands: one may spell it in two ways."""
    if len(spellings) == 1:
        return often[spellings[0]]
    return sum(not set(spellings).isdisjoint(row.headings) for row in late.rows)


def archive(late: Late) -> tuple[ArchivePage, tuple[ArchivePage, ...], set[str]]:
    """The archive, its years and months that changed, and the addresses of those that there are no more."""
    periods = {row.day[:width] for row in late.touched for width in (4, 7)}
    listed = late.now(_listed)
    top, pages = whole.archive(listed, lambda row: row.day, lambda rows: _teasers(late, rows), periods.__contains__)
    left = {day[:width] for day in {row.day for row in listed} for width in (4, 7)}
    return top, pages, {whole.address_of(period) for period in periods - left}


def _listed(row: Row) -> bool:
    return row.tells or row.status == "retracted"


def _teasers(late: Late, rows: Iterable[Row]) -> Iterable[Teaser]:
    return (late.shelf.teasers[row.path] for row in rows)


def front(late: Late) -> FrontPage:
    """The front page, from its latest briefs and the next announced dates."""
    current = late.telling
    # One more tells that there are more.
    latest = current[: late.edition.front_briefs + 1]
    marking = [late.entries[row.path] for row in latest if row.lead]
    marked = quotes.marked(marking, late.shelf.said)
    page = whole.front(list(_teasers(late, latest)), _next(late, current), marked, late.edition)
    parted = bool(page.announced) and not all(one.announced for row in current for one in row.events)
    return replace(page, all_announced=whole.ALL_ANNOUNCED if parted else None)


def _next(late: Late, rows: Iterable[Row]) -> tuple[EventView, ...]:
    """The announced events that come first, and more of them than the front page has."""
    ahead = (one for row in rows for one in row.ahead if not late.edition.past(dt.date.fromordinal(one[1])))
    # An event that several briefs tell stands with each of them.
    chosen = set(sorted(set(ahead))[: whole.ANNOUNCED_ON_FRONT])
    paths = [row.path for row in rows if not chosen.isdisjoint(row.ahead)]
    found = {event.anchor: event for path in paths for event in late.shelf.happened[path]}
    return tuple(event for event in found.values() if event.announced)
