"""The archive, and a page for each year and month that has briefs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from newsbrief.edtf.text import date_text
from newsbrief.model.pages import ArchivePage, Period
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.visible import is_listed
from newsbrief.site.pages.front import ARCHIVE, days
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

# An archive or year of up to this many headlines stands on one page; a larger one leads to its years or months.
HEADLINES_ON_ONE_PAGE = 200


def template(page: Page) -> str:
    """Return the name of the template."""
    return "archives" if page.url == ARCHIVE else "period_archives"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the archive, its years and its months. Values: the period, and (period, number of briefs) of its parts."""
    briefs = [facts for facts in index.briefs if is_listed(facts)]
    months = {month: list(group) for month, group in groupby(briefs, key=lambda facts: facts.day[:7])}
    years: dict[str, list[Facts]] = {}
    for month, of_month in months.items():
        years.setdefault(month[:4], []).extend(of_month)
    if site.has("archives"):
        yield _page(ARCHIVE, "", years, briefs)
    if site.has("period_archives"):
        for year, of_year in years.items():
            yield _page(address_of(year), year, {m: those for m, those in months.items() if m[:4] == year}, of_year)
        for month, of_month in months.items():
            paths = tuple(facts.path for facts in of_month)
            yield Page(address_of(month), "archive", paths, (month, ()))


def _page(url: str, period: str, parts: Mapping[str, Sequence[Facts]], briefs: Sequence[Facts]) -> Page:
    few = len(briefs) <= HEADLINES_ON_ONE_PAGE
    paths = tuple(facts.path for facts in briefs) if few else ()
    return Page(url, "archive", paths, (period, tuple((key, len(those)) for key, those in parts.items())))


def address_of(period: str) -> str:
    """Return the address of a year or month: "2023/09/"."""
    return f"{period.replace('-', '/')}/"


def model(page: Page, views: PageViews, _site: Site) -> ArchivePage:
    """Return the page."""
    period, parts = page.values
    return ArchivePage(
        page.url,
        date_text(period) if period else None,
        tuple(Period(date_text(key), address_of(key), count) for key, count in parts),
        days(map(views.teaser, page.shows)),
    )
