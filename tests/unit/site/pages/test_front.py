"""The front page."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import FrontPage
from newsbrief.site.options import PARTS
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models

PAST = BriefEvent("e1", "2030-02-28", "", "Past by now.")
DUE = BriefEvent("e2", "2030-03", "", "Due this month.")
SOON = BriefEvent("e3", "2030-03-01", "", "Due today.")
NEWS = BriefEvent("e4", "2029-05-03", "", "The council voted.")


def front(*entries: Entry, **fields: Any) -> FrontPage:
    (page,) = models("front", *entries, **fields).values()
    return page  # type: ignore[no-any-return]


def days(count: int) -> list[Entry]:
    return [entry(f"briefs/{n}.md", date=f"2029-05-{n:02d}", title=f"Day {n}") for n in range(1, count + 1)]


@pytest.mark.parametrize(
    ("count", "headlines", "more"), [(5, [["Day 5"], ["Day 4"]], "archive/"), (1, [["Day 1"]], None)]
)
def test_latest_briefs_stand_by_day(count: int, headlines: list[list[str]], more: str | None) -> None:
    """The archive has the rest."""
    page = front(*days(count), front_briefs=2)
    assert [[teaser.headline for teaser in day.briefs] for day in page.days] == headlines
    assert page.more == more


@pytest.mark.parametrize("status", ["retracted", "withdrawn", "draft"])
def test_only_briefs_that_stand_are_on_the_front_page(status: str) -> None:
    """A brief that was taken back is not among the latest."""
    page = front(*days(1), entry("briefs/gone.md", title="Gone", date="2029-06-01", status=status, events=(DUE,)))
    assert "Gone" not in repr(page)


def test_announced_events_stand_until_their_day_is_past() -> None:
    """The soonest come first, six at most, one that several briefs announce once."""
    assert [one.text for one in front(entry(events=(PAST, DUE, SOON))).announced] == ["Due today.", "Due this month."]
    many = tuple(BriefEvent(f"e{n}", f"2031-01-{n:02d}", "", f"Number {n} sails.") for n in range(1, 9))
    again = entry("briefs/b.md", date="2029-05-06", events=(BriefEvent("e1", "2031-01-01", same=("ferry#e1",)),))
    assert [one.id for one in front(entry(events=many), again).announced] == ["e1", "e2", "e3", "e4", "e5", "e6"]


@pytest.mark.parametrize(
    ("events", "parts", "url"),
    [
        ((NEWS, DUE), PARTS, "timeline/announced/"),
        ((DUE,), PARTS, None),
        ((NEWS, PAST), PARTS, None),
        ((NEWS, DUE), PARTS - {"timelines"}, None),
    ],
)
def test_all_announced_events_are_a_click_away_where_they_have_a_page(
    events: tuple[BriefEvent, ...], parts: frozenset[str], url: str | None
) -> None:
    """The timeline has such a page if it leaves something out."""
    assert front(entry(events=events), parts=parts).all_announced == url


def test_newest_marked_quote_of_the_latest_briefs_leads() -> None:
    """Not one of an older brief, nor of one that readers do not have, nor a protected speaker's."""

    def marked(name: str, day: int, status: str = "published") -> Entry:
        quote = BriefQuote("q1", (f"Said in {name}",), "Mira Solberg", lead=True)
        return entry(f"briefs/{name}.md", title=name, date=f"2029-05-{day:02d}", status=status, quotes=(quote,))

    def lead(**fields: Any) -> str:
        page = front(*briefs, **fields)
        return page.lead_quote.brief.text if page.lead_quote else ""

    quote = BriefQuote("q1", ("No",), "Mira Solberg")
    plain = entry("briefs/plain.md", title="plain", date="2029-05-06", quotes=(quote,))
    briefs = [marked("old", 1), marked("new", 3), marked("waits", 5, "review"), marked("gone", 7, "retracted"), plain]
    assert (lead(), lead(publish=True), lead(publish=True, front_briefs=1)) == ("waits", "new", "")
    assert lead(people=(PersonRule("Mira Solberg", page="no"),)) == ""


def test_stories_that_moved_last_are_on_the_front_page() -> None:
    """A story of one brief has not moved yet; of the others the latest come first, four at most."""
    entries = [
        entry(f"briefs/{n}-{m}.md", title=f"{n} {m}", date=f"2029-05-{n + m:02d}", story=f"Story {n}")
        for n in range(1, 7)
        for m in range(1 if n == 6 else 2)
    ]
    names = [line.story.text for line in front(*entries).stories]
    assert names == ["Story 5", "Story 4", "Story 3", "Story 2"]
    assert front(*entries, parts=PARTS - {"stories"}).stories == ()
