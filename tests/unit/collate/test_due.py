"""When a site changes by itself."""

import datetime as dt
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate.dating import period
from newsbrief.model.brief import BriefEvent, Moment, Note
from tests.effort import examples
from tests.unit.briefs import edition, entry, moment
from tests.unit.collate.due_briefs import SECOND, Shelf, moments_until, shelves

SEOUL = ZoneInfo("Asia/Seoul")
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
NEWS = dt.timedelta(days=2)


def announced(date: str, **fields: Any) -> tuple[BriefEvent, ...]:
    return (BriefEvent("e1", date, "soon", "The council will vote.", **fields),)


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


# What a brief of 4 May 2029 says, and when the site of a newsroom in Seoul, nine hours ahead of UTC, changes by it.
DUE = {
    "embargo without a zone": ({"embargo": moment("2029-06-01 12:00")}, "2029-06-01 03:00"),
    "embargo with a zone": ({"embargo": moment("2029-06-01T12:00+02:00")}, "2029-06-01 10:00"),
    "embargo of a day": ({"embargo": moment("2029-06-01")}, "2029-05-31 15:00"),
    "announced day": ({"events": announced("2029-06-01")}, "2029-06-01 15:00"),
    "announced month": ({"events": announced("2029-06")}, "2029-06-30 15:00"),
    "announced doubtfully": ({"events": announced("2029-06~")}, "2029-06-30 15:00"),
    "announced days": ({"events": announced("2029-06-01/2029-06-03")}, "2029-06-03 15:00"),
    "announced choice": ({"events": announced("[2029-06-03,2029-06-01]")}, "2029-06-03 15:00"),
    "announced with its outcome": ({"events": announced("2029-06-01", outcome="Voted.")}, "2029-06-01 15:00"),
    "modified": ({"modified": moment("2029-06-01 12:00")}, "2029-06-01 03:00"),
    "correction": ({"notes": (Note("correction", "It was Friday.", dt.date(2029, 6, 1)),)}, "2029-05-31 15:00"),
}


@pytest.mark.parametrize(("fields", "due"), DUE.values(), ids=DUE)
def test_next_change_is_the_very_instant(fields: dict[str, Any], due: str) -> None:
    """One second before it the site is as it was at publication, and at that instant it is another."""
    made = [entry(date="2029-05-04 09:00", tags=("Ferry",), story="Ferry", **fields)]
    then, now, before = (edition(now=one, zone=SEOUL) for one in (utc("2029-05-05"), utc(due), utc(due) - SECOND))
    assert collate.next_change(made, then) == utc(due)
    assert collate.site(made, then) == collate.site(made, before) != collate.site(made, now)


NOTHING = {
    "draft": ({"status": "draft", "embargo": moment("2029-06-01")}, {}),
    "review for readers": ({"status": "review", "events": announced("2029-06-01")}, {"publish": True}),
    "retracted": ({"status": "retracted", "events": announced("2029-06-01")}, {}),
    "past by then": ({"events": announced("2029-05-03")}, {}),
    "begun by then": ({"events": announced("2029")}, {}),
    "excerpt, which has no words of it": ({"rights": "excerpt", "events": announced("2029-06-01")}, {}),
    "the calendar's last day": ({"events": announced("9999-12-31")}, {}),
    "undated note": ({"notes": (Note("correction", "It was Friday."),)}, {}),
}


@pytest.mark.parametrize(("fields", "build"), NOTHING.values(), ids=NOTHING)
def test_what_stands_nowhere_comes_due_never(fields: dict[str, Any], build: dict[str, Any]) -> None:
    """A site is not built for what no page would show."""
    assert collate.next_change([entry(**fields)], edition(now=utc("2029-05-05"), **build)) is None


def test_next_change_is_the_first_of_all_briefs() -> None:
    """Of all that is due after the build, in whatever order the briefs come; what is due at its instant is not."""
    days = ("2029-06-03", "2029-06-01", "2029-06-02")
    made = [entry(f"briefs/{day}.md", date="2029-05-04", embargo=moment(day)) for day in days]
    found = [utc("2029-05-05")]
    while due := collate.next_change(made, edition(now=found[-1])):
        found.append(due)
    assert found[1:] == [utc(day) for day in sorted(days)]


def test_what_came_due_under_embargo_is_no_change() -> None:
    """Nobody saw it come."""
    made = entry(embargo=moment("2029-06-03"), events=announced("2029-06-01"), modified=moment("2029-06-05"))
    assert set(collate.changes(made, edition())) == {utc("2029-06-03"), utc("2029-06-05")}


def test_news_come_and_go() -> None:
    """A published brief enters the sitemap for news search at its date and leaves it two days of 24 hours later."""
    made = entry(date="2029-03-25 00:00")
    news = edition(now=LONG_AGO, zone=ZoneInfo("Europe/Berlin"))  # where that Sunday has 23 hours
    assert set(collate.changes(made, news, news=True)) == {utc("2029-03-24 23:00"), utc("2029-03-26 23:00")}
    assert not set(collate.changes(made, news))
    review = replace(made, brief=replace(made.brief, status="review"))
    assert not set(collate.changes(review, news, news=True))


@pytest.mark.parametrize("day", [dt.date.min, dt.date.max])
def test_calendar_s_ends_break_nothing(day: dt.date) -> None:
    """A brief may be of the first or the last day that there is, east or west of Greenwich."""
    told = {"modified": Moment(day), "embargo": Moment(day), "notes": (Note("update", "More.", day),)}
    made = replace(entry(), brief=replace(entry().brief, date=Moment(day, dt.time(23, 59)), **told))  # type: ignore[arg-type]
    for hours in (-12, 14):
        zone = dt.timezone(dt.timedelta(hours=hours))
        due = collate.next_change([made], edition(zone=zone), news=True)
        assert (due is None) == (day == dt.date.min)
        assert collate.site([made], edition(zone=zone))


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(shelves(), st.floats(0, 1))
def test_site_stays_as_it_is_until_the_next_change(shelf: Shelf, part: float) -> None:
    """Whatever the briefs say, at every instant before it the same pages are made."""
    site = collate.site(shelf.entries, shelf.edition)
    due = collate.next_change(shelf.entries, shelf.edition)
    assert due is None or due > shelf.edition.now
    for later in moments_until(shelf, due, part):
        assert collate.site(shelf.entries, replace(shelf.edition, now=later)) == site


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(shelves())
def test_changes_of_a_brief_depend_on_no_instant(shelf: Shelf) -> None:
    """Written down at one build they are right at another, and the first of all briefs' is the site's."""
    other = replace(shelf.edition, now=LONG_AGO)
    known = [one for entry in shelf.entries for one in collate.changes(entry, other)]
    assert known == [one for entry in shelf.entries for one in collate.changes(entry, shelf.edition)]
    later = [one for one in known if one > shelf.edition.now]
    assert collate.next_change(shelf.entries, shelf.edition) == min(later, default=None)


@settings(max_examples=examples(100), deadline=None, derandomize=True)
@given(shelves())
def test_no_day_comes_due_but_an_announced_one_s(shelf: Shelf) -> None:
    """Though only those dates are read that may lie ahead, none is forgotten and none is too many."""
    for one in shelf.entries:
        told = replace(one.brief, status="published", rights="", embargo=None)
        found = collate.changes(replace(one, brief=told), shelf.edition)
        bare = collate.changes(replace(one, brief=replace(told, events=())), shelf.edition)
        assert set(found) == set(bare) | _ends(told.events, told.date.day, shelf)


def _ends(events: Sequence[BriefEvent], published: dt.date, shelf: Shelf) -> set[dt.datetime]:
    spans = (period(event.date) for event in events)
    ends = (shelf.edition.end_of(last) for first, last in spans if first > published)
    return {one.astimezone(dt.UTC) for one in ends if one}


LOOKS = re.compile(r"edition\.(?:now|past|today)\b|datetime\.now\(|\.today\(|\btime\.time\(")
KNOWN = {
    *("collate/due.py", "collate/facts.py", "collate/listings.py", "collate/stories.py"),
    *("collate/visible.py", "collate/late/lists.py", "collate/late/rows.py"),
    *("publish/reach.py", "publish/offering.py", "publish/holding.py", "publish/late.py", "publish/press.py"),
    "publish/settings.py",
}


def test_nothing_else_looks_at_the_clock(project: Path) -> None:
    """What is made of the build instant comes due some day: tell `due` of it, then add the file here."""
    rooms = [project / "newsbrief" / room for room in ("collate", "document", "export", "images", "model", "publish")]
    found = {file for room in rooms for file in room.rglob("*.py") if LOOKS.search(file.read_text("utf-8"))}
    assert {file.relative_to(project / "newsbrief").as_posix() for file in found} == KNOWN


# 1 June 2029 in Seoul begins at 15:00 of the day before in UTC.
ZONED_DAY = [("2029-06-01 14:59", True), ("2029-06-01 15:00", False)]


@pytest.mark.parametrize(("now", "ahead"), ZONED_DAY)
def test_announced_day_is_the_sites(now: str, ahead: bool) -> None:
    """Front page, story and the brief itself take leave of a day together, when it ends on the site's clock."""
    made = entry(events=announced("2029-06-01"), story="Ferry")
    site = collate.site([made], edition(now=utc(now), zone=SEOUL))
    (story,) = site.story_pages
    (event,) = site.briefs[made.path].events
    assert (bool(site.front.announced), bool(story.announced), not event.overdue) == (ahead, ahead, ahead)


# (zone, day, the instant at which it is over)
NIGHTS = {
    "turned back from a minute after midnight": ("America/St_Johns", dt.date(2006, 10, 28), "2006-10-29 02:30"),
    "turned forward at midnight": ("America/Sao_Paulo", dt.date(2018, 11, 3), "2018-11-04 03:00"),
    "before a day that was left out": ("Pacific/Apia", dt.date(2011, 12, 29), "2011-12-30 10:00"),
    "the day that was left out": ("Pacific/Apia", dt.date(2011, 12, 30), "2011-12-30 10:00"),
}


@pytest.mark.parametrize(("zone", "day", "over"), NIGHTS.values(), ids=NIGHTS)
def test_day_that_is_past_stays_past(zone: str, day: dt.date, over: str) -> None:
    """Whatever the clock does at midnight, there is one instant before which it is not and from which on it is."""
    hour = [utc(over) + dt.timedelta(minutes=minutes) for minutes in range(-120, 120)]
    past = [edition(now=now, zone=ZoneInfo(zone)).past(day) for now in hour]
    assert past == [now >= utc(over) for now in hour]
