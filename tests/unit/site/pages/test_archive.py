"""The archive, its years and its months."""

from __future__ import annotations

import pytest

from newsbrief.site.pages.archive import HEADLINES_ON_ONE_PAGE
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

TWO_YEARS = [entry("briefs/a.md", date="2028-12-31"), entry("briefs/b.md", date="2029-01-01")]


def test_every_year_and_month_with_briefs_has_a_page() -> None:
    """Its address can be guessed, and the archive leads to the years with their numbers of briefs."""
    pages = models("archive", *TWO_YEARS)
    assert sorted(pages) == ["2028/", "2028/12/", "2029/", "2029/01/", "archive/"]
    found = [(one.date.text, one.url, one.briefs) for one in pages["archive/"].periods]
    assert found == [("2029", "2029/", 1), ("2028", "2028/", 1)]
    assert [(one.date.text, one.url) for one in pages["2028/"].periods] == [("December 2028", "2028/12/")]
    assert [day.date.iso for day in pages["archive/"].days] == ["2029-01-01", "2028-12-31"]


@pytest.mark.parametrize(
    ("count", "headlines"), [(HEADLINES_ON_ONE_PAGE, HEADLINES_ON_ONE_PAGE), (HEADLINES_ON_ONE_PAGE + 1, 0)]
)
def test_large_archive_leads_to_its_months(count: int, headlines: int) -> None:
    """Beyond two hundred headlines the archive and a year list their parts only, a month all its headlines."""
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-{n % 28 + 1:02d}", title=f"Brief {n}") for n in range(count)]
    pages = models("archive", *briefs)
    shown = {url: sum(len(day.briefs) for day in page.days) for url, page in pages.items()}
    assert shown == {"archive/": headlines, "2029/": headlines, "2029/05/": count}


def test_retracted_brief_stays_in_the_archive_and_a_withdrawn_one_does_not() -> None:
    """The headline of a retracted brief may be shown."""
    gone = [entry(f"briefs/{status}.md", title=status, status=status) for status in ("retracted", "withdrawn", "draft")]
    page = models("archive", *gone)["archive/"]
    assert [teaser.headline for day in page.days for teaser in day.briefs] == ["retracted"]


def test_new_brief_leaves_the_pages_of_other_years_alone() -> None:
    """Only its own year and month, and the archive, are rendered again."""
    before = page_keys("archive", *TWO_YEARS)
    after = page_keys("archive", *TWO_YEARS, entry("briefs/c.md", date="2029-01-02"))
    assert {url for url in before if before[url] != after[url]} == {"archive/", "2029/", "2029/01/"}


@pytest.mark.parametrize(
    ("without", "urls"), [("archives", ["2028/", "2028/12/", "2029/", "2029/01/"]), ("period_archives", ["archive/"])]
)
def test_theme_without_a_template_has_no_such_pages(without: str, urls: list[str]) -> None:
    """The other pages are there all the same."""
    assert sorted(planned("archive", *TWO_YEARS, site={"without": (without,)})) == urls
