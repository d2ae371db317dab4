"""Events in one order."""

import pytest

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import PersonRule
from newsbrief.model.pages import TimelinePage
from tests.unit.briefs import edition, entry


def timeline(*events: BriefEvent, **fields: object) -> TimelinePage:
    return collate.site([entry(events=events, **fields)], edition()).timelines[0]


def event(number: int, date: str, text: str = "It happened.") -> BriefEvent:
    return BriefEvent(f"e{number}", date, "then", text)


def test_newest_year_and_month_come_first_and_years_without_month_last() -> None:
    """Years run backwards, months too; what is known to the year only closes its year."""
    page = timeline(
        event(1, "2028"), event(2, "2029-03-01"), event(3, "2029"), event(4, "2029-05"), event(5, "2029-05-02")
    )
    assert [year.year.text for year in page.years] == ["2029", "2028"]
    assert [month.date.text for month in page.years[0].months] == ["May 2029", "March 2029", "2029"]
    assert [one.id for one in page.years[0].months[0].events] == ["e5", "e4"]


def test_part_of_a_year_has_its_own_heading_and_decade_its_own_section() -> None:
    """A quarter, July to September and a season stand under no month, the 1990s under no year."""
    page = timeline(
        event(1, "2029-35"), event(2, "2029-07/2029-09"), event(3, "2029-07-03"), event(4, "2029-22"), event(5, "199X")
    )
    headed = [[(month.date.short, [one.id for one in month.events]) for month in year.months] for year in page.years]
    assert headed == [
        [("July", ["e3"]), ("third quarter", ["e1"]), ("July to September", ["e2"]), ("summer", ["e4"])],
        [("the 1990s", ["e5"])],
    ]
    assert [(year.id, year.year.text) for year in page.years] == [("y2029", "2029"), ("y1990-1999", "the 1990s")]


def test_date_known_to_the_month_closes_the_days_of_its_month() -> None:
    """What is known least precisely comes last where it belongs, on the first day of the month too."""
    page = timeline(event(1, "2029-03"), event(2, "2029-03-01"), event(3, "2029-03-02"))
    assert [one.id for one in page.events] == ["e3", "e2", "e1"]


def test_events_of_one_day_keep_the_order_of_the_front_matter() -> None:
    """What an editor puts first happened first, whatever its number and whichever brief it is met in first."""
    valve, alarm, denial = event(10, "2029-03-12"), event(2, "2029-03-12"), event(1, "2029-03-12")
    assert [one.id for one in timeline(valve, alarm, denial).events] == ["e1", "e2", "e10"]
    later = BriefEvent("e1", "2029-03", "in March", "The valve gave way.", same=("spill#e10",))
    told = [
        entry("briefs/2029-03-14-spill.md", date="2029-03-14", events=(valve, alarm, denial)),
        entry("briefs/2029-06-27-court.md", date="2029-06-27", events=(later,)),
    ]
    assert [one.id for one in collate.site(told, edition()).timelines[0].events] == ["e1", "e2", "e10"]


def test_strip_leads_to_each_year_of_the_page() -> None:
    """Every bar with events has a section, and every section a bar with the number of its events."""
    page = timeline(event(1, "2022"), event(2, "2029-03-01"), event(3, "2029"), event(4, "[2024,2025]"))
    bars = {bar.id: bar.count for bar in page.strip if bar.count}
    assert bars == {year.id: sum(len(month.events) for month in year.months) for year in page.years}


def test_background_news_and_announced_are_told_apart() -> None:
    """Against the brief's own day: long past is background, later is announced, the rest is news."""
    page = timeline(event(1, "2022"), event(2, "2029-05-03"), event(3, "2029-06"), event(4, "2029"))
    kinds = {
        one.id: (one.background, one.announced) for year in page.years for month in year.months for one in month.events
    }
    assert kinds == {"e1": (True, False), "e2": (False, False), "e3": (False, True), "e4": (False, False)}


@pytest.mark.parametrize(
    ("clause", "label", "names"),
    [
        ("Solberg opened the lock.", "", ["Mira Solberg"]),
        ("She opened the lock.", "", []),
        ("She opened the lock.", "Mira Solberg opened it.", ["Mira Solberg"]),
        ("Mr Quay, the keeper, died.", "Ansel Quay died.", ["Ansel Quay"]),
        ("Ansel Quay left his boat to Ida Quay.", "", ["Ansel Quay", "Ida Quay"]),
        ("The Quay Canning Company closed.", "", []),
        ("The Quay Canning Company closed, Quay said.", "", ["Ansel Quay", "Ida Quay"]),
    ],
)
def test_event_names_the_people_its_words_name(clause: str, label: str, names: list[str]) -> None:
    """A full name or a family name in clause or label ties a person to it; who is named in full has the family name."""
    people = (BriefPerson("Mira Solberg"), BriefPerson("Ansel Quay"), BriefPerson("Ida Quay"))
    told = BriefEvent("e1", "2029-05-03", "", clause, label=label)
    page = timeline(told, people=people, organisations=("Quay Canning Company", "Solberg"))
    assert [link.text for link in page.events[0].people] == names


def test_persons_label_replaces_the_clause() -> None:
    """What a person wrote for the timeline is shown there."""
    page = timeline(BriefEvent("e1", "2029-05-03", "then", "Long clause.", label="Lock opened"))
    assert page.years[0].months[0].events[0].text == "Lock opened"


def test_a_claim_is_told_by_its_speaker() -> None:
    """A claim stands behind the name of whoever makes it; one of a protected person stands nowhere."""
    quote = BriefQuote("q1", ("We opened it in May",), "Mira Solberg")
    claim = BriefEvent("e1", "2029-05", "in May", "We opened it in May", claim="q1")
    people = (BriefPerson("Mira Solberg"),)
    made = entry(events=(claim,), quotes=(quote,), people=people, text="“We opened it in May,” Solberg said.")
    shown = collate.site([made], edition()).timelines[0].years[0].months[0].events[0]
    assert (shown.text, shown.clause) == ("Mira Solberg: “We opened it in May”", "We opened it in May")
    assert [link.text for link in shown.people] == ["Mira Solberg"]
    assert shown.speaker is not None
    hidden = edition(people=(PersonRule("Mira Solberg", page="no"),))
    assert collate.site([made], hidden).timelines[0].years == ()


def test_announced_event_without_outcome_is_overdue_once_it_is_past() -> None:
    """The build instant decides; an outcome closes it."""
    open_end, closed = event(1, "2029-06"), BriefEvent("e2", "2029-07", "", "Was due.", outcome="It was put off.")
    page = timeline(open_end, closed, event(3, "2031"))
    overdue = {one.id: one.overdue for year in page.years for month in year.months for one in month.events}
    assert overdue == {"e1": True, "e2": False, "e3": False}
