"""Briefs under one heading: topics, sections, authors, days, months, years, the front page."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from newsbrief.collate import addresses
from newsbrief.collate.dating import date_text, day_text, period
from newsbrief.collate.edition import Edition
from newsbrief.collate.facts import teaser
from newsbrief.model.entry import Entry
from newsbrief.model.pages import ArchivePage, Day, FrontPage, IndexPage, ListingPage, Period
from newsbrief.model.views import EventView, Link, Teaser

ARCHIVE = "archive/"
FOLDERS = {"topic": "topics", "section": "sections", "author": "authors"}
# An archive of up to this many headlines stands on one page; a larger one leads to its years and months.
HEADLINES_ON_ONE_PAGE = 200
ANNOUNCED_ON_FRONT = 6


def listings(entries: Sequence[Entry], timelines: Mapping[str, Link], edition: Edition) -> tuple[ListingPage, ...]:
    """Every topic's, section's and author's page. `entries` are newest first; `timelines` by the page's address."""
    made: dict[str, tuple[str, str, list[Teaser]]] = {}
    for entry in entries:
        for kind, name in _headings(entry):
            url = addresses.named_url(FOLDERS[kind], name)
            teasers = made.setdefault(url, (kind, name, []))[2]
            if not teasers or teasers[-1].url != addresses.brief_url(entry, edition):
                teasers.append(teaser(entry, edition))
    return tuple(_listing(url, *made[url], timelines.get(url)) for url in sorted(made))


def _listing(url: str, kind: str, name: str, teasers: list[Teaser], timeline: Link | None) -> ListingPage:
    # A feed carries published briefs only; a topic of the preview that has none yet has no feed either.
    feed = f"feeds/topics/{url.split('/')[1]}.atom.xml"
    has_feed = kind == "topic" and any(one.status == "published" for one in teasers)
    return ListingPage(url, kind, name, tuple(teasers), feed if has_feed else "", timeline)


def _headings(entry: Entry) -> Iterable[tuple[str, str]]:
    yield from (("topic", tag) for tag in entry.brief.tags)
    yield from (("author", author) for author in entry.brief.authors)
    if entry.brief.category:
        yield "section", entry.brief.category


def indexes(pages: Sequence[ListingPage]) -> tuple[IndexPage, ...]:
    """The lists of all topics, all sections and all authors."""
    by_kind: dict[str, list[Link]] = defaultdict(list)
    for page in pages:
        by_kind[page.kind].append(Link(page.title, page.url, count=len(page.briefs)))
    return tuple(
        IndexPage(f"{folder}/", kind, tuple(sorted(by_kind[kind], key=lambda link: link.text.casefold())))
        for kind, folder in FOLDERS.items()
    )


def days(teasers: Iterable[Teaser]) -> tuple[Day, ...]:
    """Teasers, newest first, under their days."""
    return tuple(
        Day(day_text(dt.date.fromisoformat(day)), tuple(of_day))
        for day, of_day in groupby(teasers, key=lambda one: one.published.iso)
    )


def front(teasers: Sequence[Teaser], events: Sequence[EventView], edition: Edition) -> FrontPage:
    """The latest briefs, and the announced dates that the build instant has not passed."""
    current = [one for one in teasers if one.status != "retracted"]
    ahead = [one for one in events if one.announced and period(one.date.edtf)[1] >= edition.now.date()]
    ahead.sort(key=lambda event: (period(event.date.edtf), event.anchor))
    more = ARCHIVE if len(current) > edition.front_briefs else None
    return FrontPage("", days(current[: edition.front_briefs]), tuple(ahead[:ANNOUNCED_ON_FRONT]), more)


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
