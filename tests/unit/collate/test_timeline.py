"""Events in one order."""

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
    assert [year.year for year in page.years] == ["2029", "2028"]
    assert [month.date.text for month in page.years[0].months] == ["May 2029", "March 2029", "2029"]
    assert [one.id for one in page.years[0].months[0].events] == ["e5", "e4"]


def test_strip_counts_each_year() -> None:
    """The busiest year has the full height, the others their share."""
    page = timeline(event(1, "2028"), event(2, "2029-03-01"), event(3, "2029"))
    assert [(bar.year, bar.count, bar.share, bar.busiest) for bar in page.strip] == [
        ("2028", 1, 0.5, False),
        ("2029", 2, 1.0, True),
    ]


def test_background_news_and_announced_are_told_apart() -> None:
    """Against the brief's own day: long past is background, later is announced, the rest is news."""
    page = timeline(event(1, "2022"), event(2, "2029-05-03"), event(3, "2029-06"), event(4, "2029"))
    kinds = {
        one.id: (one.background, one.announced) for year in page.years for month in year.months for one in month.events
    }
    assert kinds == {"e1": (True, False), "e2": (False, False), "e3": (False, True), "e4": (False, False)}


def test_event_names_the_people_its_clause_names() -> None:
    """A full name or a family name in the clause ties the person to the event."""
    people = (BriefPerson("Mira Solberg"), BriefPerson("Ansel Quay"))
    page = timeline(event(1, "2029-05-03", "Solberg opened the lock."), people=people)
    assert [link.text for link in page.years[0].months[0].events[0].people] == ["Mira Solberg"]


def test_persons_label_replaces_the_clause() -> None:
    """What a person wrote for the timeline is shown there."""
    page = timeline(BriefEvent("e1", "2029-05-03", "then", "Long clause.", label="Lock opened"))
    assert page.years[0].months[0].events[0].text == "Lock opened"


def test_a_claim_is_told_by_its_speaker() -> None:
    """A claim stands behind the name of whoever makes it; one of a protected person stands nowhere."""
    quote = BriefQuote("q1", ("We opened it in May",), "Mira Solberg")
    claim = BriefEvent("e1", "2029-05", "in May", "We opened it in May", claim="q1")
    made = entry(events=(claim,), quotes=(quote,), text="“We opened it in May,” Solberg said.")
    shown = collate.site([made], edition()).timelines[0].years[0].months[0].events[0]
    assert (shown.text, shown.clause) == ("Mira Solberg: “We opened it in May”", "We opened it in May")
    assert shown.speaker is not None
    hidden = edition(people=(PersonRule("Mira Solberg", page="no"),))
    assert collate.site([made], hidden).timelines[0].years == ()


def test_filters_are_pages_of_their_own() -> None:
    """One click leaves background out, another shows what was announced, and a topic with enough events has its own."""
    events = (event(1, "2022"), event(2, "2029-05-03"), event(3, "2029-06"), event(4, "2029-05-02"))
    pages = collate.site([entry(events=events, tags=("Harbour",))], edition()).timelines
    shown = {
        page.url: [one.id for year in page.years for month in year.months for one in month.events] for page in pages
    }
    assert shown == {
        "timeline/": ["e3", "e2", "e4", "e1"],
        "timeline/news/": ["e3", "e2", "e4"],
        "timeline/announced/": ["e3"],
        "timeline/topics/harbour/": ["e3", "e2", "e4", "e1"],
    }
    assert {link.url for link in pages[1].filters} == set(shown)


def test_filter_that_leaves_nothing_is_no_page() -> None:
    """Without announced events nobody is led to an empty page."""
    pages = collate.site([entry(events=(event(1, "2029-05-03"),))], edition()).timelines
    assert "timeline/announced/" not in {page.url for page in pages}


def test_announced_event_without_outcome_is_overdue_once_it_is_past() -> None:
    """The build instant decides; an outcome closes it."""
    open_end, closed = event(1, "2029-06"), BriefEvent("e2", "2029-07", "", "Was due.", outcome="It was put off.")
    page = timeline(open_end, closed, event(3, "2031"))
    overdue = {one.id: one.overdue for year in page.years for month in year.months for one in month.events}
    assert overdue == {"e1": True, "e2": False, "e3": False}
