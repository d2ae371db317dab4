"""Lists that are too long for one page."""

import pytest

from newsbrief.collate.dating import day_text
from newsbrief.collate.sheets import PER_PAGE, Part, parts
from newsbrief.model.views import DateText
from tests.unit.briefs import moment


def day(number: int) -> DateText:
    return day_text(moment(f"{1000 + number}-05-04").day)


def listed(count: int) -> tuple[Part[int], ...]:
    """A list of `count` numbers, the newest the highest."""
    return parts("topics/ferry/", range(count, 0, -1), day)


@pytest.mark.parametrize("count", [0, 1, 49, 50, 99, 100, 149, 150, 151, 1234])
def test_every_entry_stands_once_and_no_page_is_nearly_empty(count: int) -> None:
    """All entries in their order; an older page is full, the newest holds up to twice as many, less one."""
    pages = listed(count)
    assert [entry for page in pages for entry in page.entries] == list(range(count, 0, -1))
    assert all(len(page.entries) == PER_PAGE for page in pages[1:])
    assert min(count, PER_PAGE) <= len(pages[0].entries) < 2 * PER_PAGE


@pytest.mark.parametrize("count", [99, 100, 130, 149, 150, 430])
def test_a_new_entry_changes_the_newest_page_or_begins_one(count: int) -> None:
    """Of the older pages at most one changes, and only by leading to the one that has come."""
    before, after = ({page.url: page for page in listed(number)} for number in (count, count + 1))
    changed = {url for url, page in before.items() if after[url] != page}
    came = after.keys() - before.keys()
    assert len(changed | came) <= 3
    assert changed == {"topics/ferry/"} or (len(came) == 1 and (count + 1) % PER_PAGE == 0)


def test_pages_are_counted_from_the_oldest_and_lead_to_one_another() -> None:
    """The first page is the oldest, the newest has the list's own address and leads to all."""
    newest, two, one = listed(190)
    assert [page.url for page in (newest, two, one)] == ["topics/ferry/", "topics/ferry/2/", "topics/ferry/1/"]
    assert [link.url for link in newest.sheet.others] == [two.url, one.url]
    assert newest.sheet.newer is one.sheet.older is None
    assert [link and link.url for link in (newest.sheet.older, two.sheet.older)] == [two.url, one.url]
    assert [link and link.url for link in (one.sheet.newer, two.sheet.newer)] == [two.url, newest.url]
    assert (one.sheet.first, one.sheet.last) == (day(1), day(50))
