"""Briefs under one heading: topics, sections, authors, places, organisations, days, months, years, the front page."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from newsbrief.collate import addresses, sheets
from newsbrief.collate.dating import date_text, day_text, period
from newsbrief.collate.edition import Edition
from newsbrief.collate.letters import by_letter, order
from newsbrief.collate.sheets import Part
from newsbrief.collate.things import Things, naming, words_of
from newsbrief.collate.timeline import newest_first
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ArchivePage, Day, FrontPage, IndexPage, ListingPage, Period
from newsbrief.model.register import Heading
from newsbrief.model.views import DateText, EventView, Letter, Link, QuoteView, Sheet, Teaser

ARCHIVE = "archive/"
FOLDERS = {
    "topic": "topics",
    "section": "sections",
    "author": "authors",
    "place": "places",
    "organisation": "organisations",
}
# An archive of up to this many headlines stands on one page; a larger one leads to its years and months.
HEADLINES_ON_ONE_PAGE = 200
ANNOUNCED_ON_FRONT = 6
ALL_ANNOUNCED = "timeline/announced/"
# So many of the dates that name a place or organisation stand on its page.
LATEST_EVENTS = 8
# Where a list is parted by letters, so many of those with most briefs stand before them.
MOST = 12
ByBrief = Mapping[str, Sequence[EventView]]
Brief = TypeVar("Brief")
# The day of a brief, by its path.
DayOf = Callable[[str], DateText]


class List(Struct):
    """What comes together under one heading, while it is gathered: `briefs` by their paths, newest first.

    `words` find a place or organisation in a text. `published`: whether any of the briefs is.
    """

    url: str
    kind: str
    name: str
    words: re.Pattern[str] | None = None
    organisation: bool = False
    published: bool = False
    briefs: list[str] = field(default_factory=list)
    events: list[EventView] = field(default_factory=list)


def listings(
    entries: Sequence[Entry],
    things: Things,
    happened: ByBrief,
    timelines: Mapping[str, Link],
    teasers: Mapping[str, Teaser],
    edition: Edition,
) -> tuple[ListingPage, ...]:
    """Every page of every topic, section, author, place and organisation.

    `entries` are newest first; `happened` and `teasers` are by the entry's path, `timelines` by the page's address.
    """
    made: dict[str, List] = {}
    for entry in entries:
        for heading in headings(entry, things):
            url = heading[2]
            if url not in made:
                made[url] = begun(heading, things.spellings.get(url), things)
            of_it = made[url]
            if not of_it.briefs or of_it.briefs[-1] != entry.path:
                of_it.briefs.append(entry.path)
                of_it.published = of_it.published or entry.brief.status == "published"
                of_it.events += naming(happened[entry.path], of_it.words) if of_it.words else ()
    return tuple(
        page
        for url in sorted(made)
        for part in parts(made[url], lambda path: teasers[path].published)
        for page in [page_of(part, made[url], timelines.get(url), teasers, edition)]
    )


def begun(heading: Heading, spellings: Collection[str] | None, things: Things) -> List:
    """A list with nothing in it yet. `spellings`: of a place's or organisation's name."""
    kind, name, url = heading
    body = kind == "author" and bool(things.people.author(name).kind)
    return List(url, kind, name, words_of(spellings) if spellings else None, organisation=body)


def parts(of_it: List, day: DayOf) -> tuple[Part[str], ...]:
    """The pages of a list, with the paths of their briefs. `day`: that of a brief."""
    return sheets.parts(of_it.url, of_it.briefs, day)


def headings(entry: Entry, things: Things) -> Iterable[Heading]:
    """The lists that a brief stands in."""
    brief = entry.brief
    named = [*(("topic", tag) for tag in brief.tags), *(("author", author) for author in brief.authors)]
    named += [("section", brief.category)] if brief.category else []
    return (_heading(kind, name) for kind, name in (*named, *things.with_page(entry)))


@lru_cache(maxsize=1 << 16)
def _heading(kind: str, name: str) -> Heading:
    return kind, name, addresses.named_url(FOLDERS[kind], name)


def page_of(
    part: Part[str], of_it: List, timeline: Link | None, teasers: Mapping[str, Teaser], edition: Edition
) -> ListingPage:
    """One page of a list. `timeline`: of its subject, if there is one."""
    # A feed carries published briefs only; a topic of the preview that has none yet has no feed either.
    has_feed = of_it.kind == "topic" and "topics" in edition.feeds and of_it.published
    feed = f"feeds/topics/{of_it.url.split('/')[1]}.atom.xml" if has_feed else ""
    shown = tuple(teasers[path] for path in part.entries)
    page = ListingPage(part.url, of_it.kind, of_it.name, shown, feed=feed, sheet=part.sheet)
    if part.sheet.number:
        return page
    return replace(
        page,
        count=len(of_it.briefs),
        timeline=timeline,
        events=newest_first(of_it.events)[:LATEST_EVENTS],
        organisation=of_it.organisation,
    )


def of_person(person: Link, teasers: Sequence[Teaser]) -> tuple[tuple[Teaser, ...], Sheet, tuple[ListingPage, ...]]:
    """The briefs that name a person: those on the person's own page, where the others are, and the pages of these."""
    newest, *older = sheets.parts(person.url or "", teasers, _day, "briefs/")
    pages = (
        ListingPage(part.url, "person", person.text, tuple(part.entries), subject=person, sheet=part.sheet)
        for part in older
    )
    return tuple(newest.entries), newest.sheet, tuple(pages)


def _day(one: Teaser) -> DateText:
    return one.published


def indexes(pages: Sequence[ListingPage]) -> tuple[IndexPage, ...]:
    """The list of all listings of each kind."""
    by_kind: dict[str, list[ListingPage]] = defaultdict(list)
    for page in pages:
        if not page.sheet.number:
            by_kind[page.kind].append(page)
    return tuple(_index(kind, folder, by_kind[kind]) for kind, folder in FOLDERS.items())


def _index(kind: str, folder: str, pages: Sequence[ListingPage]) -> IndexPage:
    links = {page.url: Link(page.title, page.url, count=page.count) for page in pages}
    parted = by_letter(links.values(), lambda link: link.text)
    often = sorted(pages, key=lambda page: (-page.count, order(page.title)))[:MOST] if len(parted) > 1 else []
    groups = tuple(Letter(heading, those) for heading, those in parted)
    return IndexPage(f"{folder}/", kind, groups, tuple(links[page.url] for page in often))


def days(teasers: Iterable[Teaser]) -> tuple[Day, ...]:
    """Teasers, newest first, under their days."""
    return tuple(
        Day(day_text(dt.date.fromisoformat(day)), tuple(of_day))
        for day, of_day in groupby(teasers, key=lambda one: one.published.iso)
    )


def front(
    teasers: Sequence[Teaser], events: Sequence[EventView], marked: Sequence[QuoteView], edition: Edition
) -> FrontPage:
    """The latest briefs, the announced dates that the build instant has not passed, and one quote.

    `marked`: the quotes that briefs mark for this page, newest brief first; one of an older brief does not come back.
    """
    current = [one for one in teasers if one.status != "retracted"]
    latest = current[: edition.front_briefs]
    lead = next((quote for quote in marked if any(quote.brief.url == one.url for one in latest)), None)
    ahead = [one for one in events if one.announced and not edition.past(period(one.date.edtf)[1])]
    ahead.sort(key=lambda event: (period(event.date.edtf), event.anchor))
    more = ARCHIVE if len(current) > edition.front_briefs else None
    # The timelines have such a page where it leaves something out.
    parted = bool(ahead) and "timelines" in edition.parts and not all(one.announced for one in events)
    return FrontPage(
        url="",
        days=days(latest),
        announced=tuple(ahead[:ANNOUNCED_ON_FRONT]),
        more=more,
        lead_quote=lead,
        all_announced=ALL_ANNOUNCED if parted else None,
    )


def archive(
    briefs: Sequence[Brief],
    day: Callable[[Brief], str],
    shown: Callable[[Sequence[Brief]], Iterable[Teaser]],
    wanted: Callable[[str], bool] = lambda _: True,
) -> tuple[ArchivePage, tuple[ArchivePage, ...]]:
    """The archive, and a page for each year and month that has briefs.

    `briefs` are newest first, each with a `day` in ISO 8601; `shown`: their teasers. `wanted`: which years and months.
    """
    months = {month: list(group) for month, group in groupby(briefs, key=lambda one: day(one)[:7])}
    years: dict[str, list[Brief]] = {}
    for month, of_month in months.items():
        years.setdefault(month[:4], []).extend(of_month)
    top = ArchivePage(ARCHIVE, None, _periods(years), _if_few(briefs, shown))
    pages = [
        ArchivePage(
            f"{year}/",
            date_text(year),
            _periods({m: t for m, t in months.items() if m[:4] == year}),
            _if_few(of_year, shown),
        )
        for year, of_year in years.items()
        if wanted(year)
    ]
    pages += [
        ArchivePage(address_of(month), date_text(month), (), days(shown(of_month)))
        for month, of_month in months.items()
        if wanted(month)
    ]
    return top, tuple(pages)


def _periods(periods: Mapping[str, Sequence[Brief]]) -> tuple[Period, ...]:
    return tuple(Period(date_text(key), address_of(key), len(found)) for key, found in periods.items())


def address_of(period: str) -> str:
    """Where the briefs of a year or month stand: "2023/09/"."""
    return f"{period.replace('-', '/')}/"


def _if_few(briefs: Sequence[Brief], shown: Callable[[Sequence[Brief]], Iterable[Teaser]]) -> tuple[Day, ...]:
    return days(shown(briefs)) if len(briefs) <= HEADLINES_ON_ONE_PAGE else ()
