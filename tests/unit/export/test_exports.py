"""Timelines for other programs."""

import datetime as dt
import json

import pytest
from icalendar import Calendar

from newsbrief import collate
from newsbrief.export.ical import ical
from newsbrief.export.plain import events_json
from newsbrief.export.timelinejs import timelinejs
from newsbrief.model.brief import BriefEvent
from newsbrief.model.views import EventView
from tests.unit.briefs import edition, entry

STAMP = dt.datetime(2030, 3, 1, tzinfo=dt.UTC)


def address(url: str) -> str:
    return f"https://news.example/{url}"


def view(date: str, text: str = "The council voted.") -> EventView:
    made = entry(events=(BriefEvent("e1", date, "then", text),), title="Ferry <b>stays</b>")
    return collate.site([made], edition()).timelines[0].events[0]


@pytest.mark.parametrize(
    ("date", "first", "end", "said"),
    [
        ("2029-05-03", dt.date(2029, 5, 3), dt.date(2029, 5, 4), "3 May 2029"),
        ("2029-05", dt.date(2029, 5, 1), dt.date(2029, 6, 1), "known to the month"),
        ("2022~", dt.date(2022, 1, 1), dt.date(2023, 1, 1), "approximate"),
        ("2022?", dt.date(2022, 1, 1), dt.date(2023, 1, 1), "known to the year, uncertain"),
        ("2022%", dt.date(2022, 1, 1), dt.date(2023, 1, 1), "approximate and uncertain"),
        ("[2022,2024]", dt.date(2022, 1, 1), dt.date(2025, 1, 1), "one of these dates"),
        ("2023-24", dt.date(2023, 12, 1), dt.date(2024, 3, 1), "known to the quarter or season"),
        ("2029-05-03/2029-05-05", dt.date(2029, 5, 3), dt.date(2029, 5, 6), "3–5 May 2029"),
        ("9999-12", dt.date(9999, 12, 1), dt.date(9999, 12, 31), "known to the month"),
    ],
)
def test_calendar_has_whole_days_and_says_how_precise_they_are(
    date: str, first: dt.date, end: dt.date, said: str
) -> None:
    """A calendar library reads the file back: the days, and the precision in words."""
    calendar = Calendar.from_ical(ical("Port News", [view(date)], address, STAMP))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == first
    assert event.decoded("dtend") == end
    assert said in str(event["description"])
    assert str(event["url"]) == "https://news.example/2029/05/04/ferry/#e1"


def test_calendar_survives_signs_with_a_meaning_of_their_own() -> None:
    """Commas, semicolons, backslashes and line ends come back as they were."""
    text = "One, two; three\\four\nfive"
    (event,) = Calendar.from_ical(ical("x", [view("2029-05-03", text)], address, STAMP)).walk("VEVENT")
    assert str(event["summary"]) == text


def test_timelinejs_gives_only_the_parts_that_are_known() -> None:
    """A month has no day, a year no month, nor has a choice of years; the words for the date go with it."""
    views = [view(date) for date in ("2029-05-03", "2029-05", "2022", "[2022,2024]")]
    slides = json.loads(timelinejs("x", views, address))["events"]
    parts = [sorted(slide["start_date"]) for slide in slides]
    assert parts == [["day", "month", "year"], ["month", "year"], ["year"], ["year"]]
    assert [slide["display_date"] for slide in slides] == ["3 May 2029", "May 2029", "2022", "2022 or 2024"]
    assert not any("end_date" in slide for slide in slides)


def test_timelinejs_is_given_no_markup_of_a_stranger() -> None:
    """Its texts are HTML: ours are escaped."""
    text = timelinejs("<script>", [view("2029-05-03", "<img src=x onerror=alert(1)>")], address)
    assert "<img" not in text
    assert "<script" not in text
    assert "Ferry &lt;b&gt;stays" in text


def test_plain_json_has_what_the_page_shows() -> None:
    """Date, text, words and address."""
    (row,) = json.loads(events_json("x", [view("2029-05")], address))["events"]
    assert (row["date"], row["text"], row["when"]) == ("2029-05", "The council voted.", "then")
    assert row["url"] == "https://news.example/2029/05/04/ferry/#e1"
