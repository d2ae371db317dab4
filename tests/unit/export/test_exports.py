"""Timelines for other programs."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Event
from msgspec.structs import replace

from newsbrief.export.ical import OTHER_BREAKS, ical
from newsbrief.export.plain import events_json
from newsbrief.export.timelinejs import timelinejs
from newsbrief.export.timelines import Timelines
from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.model.views import EventView
from tests.effort import examples
from tests.unit.briefs import entry, views_of


def address(url: str) -> str:
    return f"https://news.example/{url}"


def first_event(*entries: Entry) -> EventView:
    """The newest entry of the timeline of these briefs."""
    views = views_of(*entries)
    return views.event(views.index.events.ordered[0].id)


def view(date: str, text: str = "The council voted.") -> EventView:
    made = entry(events=(BriefEvent("e1", date, "then", text),), title="Ferry <b>stays</b>")
    return first_event(made)


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
    calendar = Calendar.from_ical(ical("Port News", [view(date)], address))
    (event,) = calendar.walk("VEVENT")
    assert event.decoded("dtstart") == first
    assert event.decoded("dtend") == end
    assert said in str(event["description"])
    assert str(event["url"]) == "https://news.example/2029/05/04/ferry/#e1"


def test_calendar_survives_signs_with_a_meaning_of_their_own() -> None:
    """Commas, semicolons, backslashes and line ends come back as they were."""
    text = "One, two; three\\four\nfive"
    (event,) = Calendar.from_ical(ical("x", [view("2029-05-03", text)], address)).walk("VEVENT")
    assert str(event["summary"]) == text


HARD = ("word ", "word ", "a", ",", ";", "\\", "^", ":", '"', "\n", "é", "가", "𝄞", "\u2028", " ")


@given(st.lists(st.sampled_from(HARD), max_size=120).map("".join), st.booleans())
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_calendar_is_as_the_library_writes_it(text: str, announced: bool) -> None:
    """Order, escapes and folds: byte for byte what the icalendar library makes of the same properties."""
    event = replace(view("2029-05-03"), text=text, when=text[:70], announced=announced)
    words = text.translate(OTHER_BREAKS)
    judge = Calendar()
    judge.add("prodid", "-//newsbrief//timeline//EN")
    judge.add("version", "2.0")
    judge.add("x-wr-calname", words.replace("\n", " "))
    own = Event()
    own.add("uid", address(event.uid))
    own.add("dtstamp", event.changed)
    own.add("dtstart", dt.date(2029, 5, 3))
    own.add("dtend", dt.date(2029, 5, 4))
    own.add("summary", words)
    when = [f"“{words[:70]}”"] if text else []
    own.add("description", "\n".join(["3 May 2029", *when, address(event.anchor)]))
    own.add("url", address(event.anchor))
    own.add("transp", "TRANSPARENT")
    if announced:
        own.add("status", "TENTATIVE")
    judge.add_component(own)
    assert ical(text, [event], address).encode() == judge.to_ical()


def test_shared_entries_make_the_same_files() -> None:
    """An event that stands in several timelines is the same in each, and each is as if it had been written alone."""
    events = [view("2029-05-03"), view("2022~", "Words, and\nmore")]
    timelines = Timelines(address)
    for title, some in (("All", events), ("One", events[1:]), ("None", [])):
        assert timelines.forms(title, some) == (
            ical(title, some, address),
            timelinejs(title, some, address),
            events_json(title, some, address),
        )


def test_rows_stand_in_their_file_as_a_json_library_sets_them() -> None:
    """Written one by one, and yet what json makes of the whole."""
    for events in ([], [told_twice()], [view("2029-05"), told_twice()]):
        for text in (events_json('A "title"', events, address), timelinejs("x", events, address)):
            assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"


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


def told_twice(**fields: object) -> EventView:
    """An entry of two briefs, the newer of which leads."""
    first = entry(events=(BriefEvent("e1", "2029-05-03", "then", "The council voted."),), title="Ferry <b>stays</b>")
    label = BriefEvent("e2", "2029-05-03", "on Thursday", "They voted.", label="Ferry kept", same=("ferry#e1",))
    second = entry("briefs/b.md", date="2029-05-06", title="Quay & lock", events=(label,), **fields)
    return first_event(first, second)


def test_plain_json_lists_every_source() -> None:
    """One entry with the words and the address of each other brief, known by its oldest telling."""
    (row,) = json.loads(events_json("x", [told_twice()], address))["events"]
    assert (row["text"], row["brief"], row["url"]) == (
        "Ferry kept", "Quay & lock", "https://news.example/2029/05/06/b/#e2"
    )  # fmt: skip
    assert row["id"] == "https://news.example/2029/05/04/ferry/#e1"
    assert row["also"] == [
        {
            "brief": "Ferry <b>stays</b>",
            "url": "https://news.example/2029/05/04/ferry/#e1",
            "text": "The council voted.",
            "when": "then",
        }
    ]


def test_calendar_and_slide_keep_their_name_and_lead_to_every_source() -> None:
    """The name does not change when another brief comes to lead, so that nobody's calendar has the entry twice."""
    alone, both = view("2029-05-03"), told_twice()
    entries = [Calendar.from_ical(ical("x", [one], address)).walk("VEVENT")[0] for one in (alone, both)]
    slides = [json.loads(timelinejs("x", [one], address))["events"][0] for one in (alone, both)]
    assert str(entries[0]["uid"]) == str(entries[1]["uid"]) == "https://news.example/2029/05/04/ferry/#e1"
    assert slides[0]["unique_id"] == slides[1]["unique_id"]
    for text in (str(entries[1]["description"]), slides[1]["text"]["text"]):
        assert "2029/05/06/b/#e2" in text
        assert "2029/05/04/ferry/#e1" in text
    assert "Quay &amp; lock</a>" in slides[1]["text"]["text"]


def test_source_in_review_is_in_no_export() -> None:
    """A preview's files are for readers too: they name published briefs only."""
    event = told_twice(status="review")
    assert event.also
    for text in (ical("x", [event], address), timelinejs("x", [event], address), events_json("x", [event], address)):
        assert "/b/" not in text.replace("\r\n ", "")


def test_plain_json_has_what_the_page_shows() -> None:
    """Date, text, words and address."""
    (row,) = json.loads(events_json("x", [view("2029-05")], address))["events"]
    assert (row["date"], row["text"], row["when"]) == ("2029-05", "The council voted.", "then")
    assert row["url"] == "https://news.example/2029/05/04/ferry/#e1"


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_calendar_has_no_line_end_but_its_own(sign: str) -> None:
    """Signs that some readers take for a line's end would let a text write properties."""
    lines = ical(f"x{sign}A:b", [view("2029-05-03", f"Words{sign}ATTACH:x")], address).split("\r\n")
    assert "SUMMARY:Words ATTACH:x" in lines
    assert "X-WR-CALNAME:x A:b" in lines
    assert not any(sign in line for line in lines)


# What might be taken for the end of an event, or for the next one.
