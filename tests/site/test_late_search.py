"""A late change in a site of more briefs than its archive, its feeds and its newest part of the search show."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsbrief.build.pack import Pack
from tests.newsroom import INSTANT, Newsroom
from tests.site.test_late import SEARCH, searched, themed
from tests.site.test_reprint import edit, spoil, whole

PAGES = {
    "index": "{% for day in model.days %}{{ list(day.briefs) }}{% endfor %}",
    "article": "{% set model = article.model %}<h1>{{ model.headline }}</h1>{{ article|body }}{{ model.newer }}",
    "archives": "{{ model.periods }}",
    **SEARCH,
}
FERRY = "---\ntitle: Ferry late\ndate: {0}\nstatus: published\n---\nThe ferry of {0} was late.\n"
# More than the archive names one by one, and more of the newest month than a feed has.
MONTHS = {"2029-02": 6, "2029-04": 1, "2029-05": 2}
OLDER, SAME_MONTH = "2029-02-05-0-ferry.md", "2029-05-05-0-ferry.md"


@pytest.fixture
def town(newsroom: Newsroom) -> Newsroom:
    """A newsroom of three months, that was built."""
    themed(newsroom, PAGES)
    days = [
        (f"{month}-{day:02}", number)
        for month, most in MONTHS.items()
        for day in range(1, 29)
        for number in range(most)
    ]
    for day, number in days:
        newsroom.brief(f"{day}-{number}-ferry.md", FERRY.format(day))
    done = newsroom.build(SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    return newsroom


def new(town: Newsroom) -> None:
    town.brief("2029-05-28-9-ferry.md", FERRY.format("2029-05-28"))


def another_headline(town: Newsroom) -> None:
    edit(town, "2029-05-20-0-ferry.md", "title: Ferry late", "title: Ferry very late")


def spoilt(town: Newsroom, name: str) -> Callable[[], bool]:
    """Spoil all that is kept of a brief; tells whether it still is unreadable."""
    files = [town.folder / ".output.newsbrief" / file for file in ("entries.pack", "plates.pack")]
    for file in files:
        spoil(file, f"briefs/{name}")
    return lambda: all(Pack(file).newest(f"briefs/{name}") is None for file in files)


@pytest.mark.parametrize("change", [new, another_headline], ids=lambda one: one.__name__)
def test_what_is_found_of_older_briefs_is_not_looked_at(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """Only the newest part of the search is made again; and the index is that of a build from nothing."""
    still = spoilt(town, OLDER)
    change(town)
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert still()
    assert town.pages() == whole(town)
    assert searched(town, "output") == searched(town, "whole")


def test_a_plate_that_is_lost_is_missed_in_time(town: Newsroom) -> None:
    """Before anything is written: the site is built as always."""
    still = spoilt(town, SAME_MONTH)
    new(town)
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert not still()
    assert town.pages() == whole(town)
