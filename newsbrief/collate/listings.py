"""Briefs under one heading: topics, sections, authors, places, organisations, days, months, years, the front page."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from newsbrief.collate import addresses, sheets
from newsbrief.collate.dating import date_text, day_text, period
from newsbrief.collate.edition import Edition
from newsbrief.collate.letters import by_letter, order
from newsbrief.collate.things import Things, naming, words_of
from newsbrief.collate.timeline import newest_first
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ArchivePage, Day, FrontPage, IndexPage, ListingPage, Period
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


@dataclass(slots=True)
class _List:
    """What comes together under one heading, while it is gathered. `words` find a place or organisation in a text."""

    kind: str
    name: str
    words: re.Pattern[str] | None
    organisation: bool = False
    teasers: list[Teaser] = field(default_factory=list)
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
    made: dict[str, _List] = {}
    for entry in entries:
        one = teasers[entry.path]
        for kind, name in _headings(entry, things):
            url = addresses.named_url(FOLDERS[kind], name)
            if url not in made:
                names = things.spellings.get(url)
                body = kind == "author" and bool(things.people.author(name).kind)
                made[url] = _List(kind, name, words_of(names) if names else None, organisation=body)
            of_it = made[url]
            if not of_it.teasers or of_it.teasers[-1].url != one.url:
                of_it.teasers.append(one)
                of_it.events += naming(happened[entry.path], of_it.words) if of_it.words else ()
    return tuple(page for url in sorted(made) for page in _pages(url, made[url], timelines.get(url), edition))


def _headings(entry: Entry, things: Things) -> Iterable[tuple[str, str]]:
    yield from (("topic", tag) for tag in entry.brief.tags)
    yield from (("author", author) for author in entry.brief.authors)
    if entry.brief.category:
        yield "section", entry.brief.category
    yield from things.with_page(entry)


def _pages(url: str, of_it: _List, timeline: Link | None, edition: Edition) -> Iterable[ListingPage]:
    # A feed carries published briefs only; a topic of the preview that has none yet has no feed either.
    wanted = of_it.kind == "topic" and "topics" in edition.feeds
    has_feed = wanted and any(one.status == "published" for one in of_it.teasers)
    feed = f"feeds/topics/{url.split('/')[1]}.atom.xml" if has_feed else ""
    newest, *older = sheets.parts(url, of_it.teasers, _day)
    yield ListingPage(
        url=url,
        kind=of_it.kind,
        title=of_it.name,
        briefs=tuple(newest.entries),
        count=len(of_it.teasers),
        feed=feed,
        timeline=timeline,
        events=newest_first(of_it.events)[:LATEST_EVENTS],
        organisation=of_it.organisation,
        sheet=newest.sheet,
    )
    for part in older:
        yield ListingPage(part.url, of_it.kind, of_it.name, tuple(part.entries), feed=feed, sheet=part.sheet)


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


def archive(teasers: Sequence[Teaser]) -> tuple[ArchivePage, tuple[ArchivePage, ...]]:
    """The archive, and a page for each year and month that has briefs. `teasers` are newest first."""
    years = _by_period(teasers, 4)
    months = _by_period(teasers, 7)
    top = ArchivePage(ARCHIVE, None, _periods(years), _if_few(teasers))
    pages = [
        ArchivePage(
            f"{year}/", date_text(year), _periods({m: t for m, t in months.items() if m[:4] == year}), _if_few(of_year)
        )
        for year, of_year in years.items()
    ]
    pages += [_month(month, of_month) for month, of_month in months.items()]
    return top, tuple(pages)


def _month(month: str, teasers: Sequence[Teaser]) -> ArchivePage:
    return ArchivePage(_address(month), date_text(month), (), days(teasers))


def _by_period(teasers: Sequence[Teaser], width: int) -> dict[str, list[Teaser]]:
    return {key: list(group) for key, group in groupby(teasers, key=lambda one: one.published.iso[:width])}


def _periods(periods: dict[str, list[Teaser]]) -> tuple[Period, ...]:
    return tuple(Period(date_text(key), _address(key), len(found)) for key, found in periods.items())


def _address(period: str) -> str:
    return f"{period.replace('-', '/')}/"


def _if_few(teasers: Sequence[Teaser]) -> tuple[Day, ...]:
    return days(teasers) if len(teasers) <= HEADLINES_ON_ONE_PAGE else ()
