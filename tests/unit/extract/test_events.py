"""Dated events."""

from __future__ import annotations

import pytest

from newsbrief.extract.events import edtf
from tests.unit.extract.article import mentions


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2023-09-20", "2023-09-20"),
        ("2023-09-20TMO", "2023-09-20"),
        ("2023-09", "2023-09"),
        ("2022", "2022"),
        ("198", "198X"),
        ("2023-W37", "2023-09-11/2023-09-17"),
        ("2023-Q3", "2023-07/2023-09"),
        ("2023-H2", "2023-07/2023-12"),
        ("2023-SU", "2023-22"),
        ("2023-W37-WE", "2023-09-16/2023-09-17"),
        ("2023-W60", ""),
        ("2023-W60-WE", ""),
        ("FY2023", ""),
        ("BC0044", ""),
        ("PAST_REF", ""),
        ("P2Y", ""),
        ("XXXX-WXX-1", ""),
        ("", ""),
    ],
)
def test_edtf(value: str, date: str) -> None:
    """A calendar value becomes EDTF; anything else names no date."""
    assert edtf(value) == date


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The pier opened on Monday.", [("2023-09-18", "on Monday", "The pier opened on Monday.")]),
        ("The town recalls the sinking of the ferry after the attack on its port in 2011.", None),
        (
            "The town protested against the annexation of the isle in 1987.",
            [("1987", "in 1987", "the annexation of the isle in 1987")],
        ),
        ("Weir won the election in 2019.", [("2019", "in 2019", "Weir won the election in 2019.")]),
        ("Weir said: “We opened the pier on Monday.”", [("2023-09-18", "on Monday", "We opened the pier on Monday.")]),
        ("The pier took three years.", []),
        ("Weir, 42 years old, left.", []),
        (
            "The pier opened on Monday, and on Monday it shut.",
            [("2023-09-18", "on Monday", "The pier opened on Monday, and on Monday it shut.")],
        ),
    ],
)
def test_events(text: str, events: list[tuple[str, str, str]] | None) -> None:
    """Each dated sentence or clause once; durations and ages tell no event."""
    found = [(one.date, one.when, one.text) for one in mentions(text).events]
    if events is None:
        assert [date for date, _, _ in found] == ["2011"]
    else:
        assert found == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The ferry sank on Friday, the harbour office said in a statement.", ["The ferry sank on Friday"]),
        ("The ferry sank on Friday, according to the harbour office.", ["The ferry sank on Friday"]),
        ("The ferry sank, the harbour office said on Friday.", ["The ferry sank, the harbour office said on Friday."]),
        (
            "The hall opened in 2019; the library closed in May 2021.",
            ["The hall opened in 2019", "the library closed in May 2021."],
        ),
        (
            "The ferry sank on Friday, and the mayor promised a new one by October.",
            ["The ferry sank on Friday", "the mayor promised a new one by October."],
        ),
        (
            "Weir came in 1989 and will be followed by Signe Osk, the first woman in the post.",
            ["Weir came in 1989 and will be followed by Signe Osk, the first woman in the post."],
        ),
        (
            "The ferry sank on Friday, but nobody blamed its crew.",
            ["The ferry sank on Friday, but nobody blamed its crew."],
        ),
        ("On Friday, boats, nets, and lines were lost.", ["On Friday, boats, nets, and lines were lost."]),
        (
            "Angela Osk, who was born in 1990, will sail on Tuesday.",
            ["Angela Osk, who was born in 1990, will sail on Tuesday."] * 2,
        ),
        (
            "Weir left on Monday, saying “we tried, and it failed,” the clerk said.",
            ["Weir left on Monday, saying “we tried, and it failed,” the clerk said."],
        ),
        (
            "The council will meet the mayor on Monday ; the board met in 2019.",
            ["The council will meet the mayor on Monday", "the board met in 2019."],
        ),
    ],
)
def test_smallest_honest_words(text: str, events: list[str]) -> None:
    """A clause that stands alone tells its event alone; what leans on its neighbour, or is a list, is not cut."""
    assert [one.text for one in mentions(text).events] == events


@pytest.mark.parametrize(
    ("text", "date", "when"),
    [
        ("The fair runs from 9 to 11 May 2024.", "2024-05-09/2024-05-11", "from 9 to 11 May 2024"),
        ("The fair ran on 9–10 September.", "2023-09-09/2023-09-10", "on 9–10 September"),
        ("Between 4 and 6 May the bridge was shut.", "2023-05-04/2023-05-06", "Between 4 and 6 May"),
        ("She was mayor from 2001 to 2009.", "2001/2009", "from 2001 to 2009"),
        ("The fair opened over the weekend.", "2023-09-16/2023-09-17", "over the weekend"),
        ("The fair opened last week.", "2023-09-11/2023-09-17", "last week"),
        ("The fair opened earlier this month.", "2023-09", "earlier this month"),
        ("The fair opened on Monday evening.", "2023-09-18", "on Monday evening"),
    ],
)
def test_date_and_when(text: str, date: str, when: str) -> None:
    """A range is an EDTF interval, and the words that date it keep their preposition."""
    assert [(one.date, one.when) for one in mentions(text).events] == [(date, when)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The fair runs on Saturday and Sunday.", "2023-09-16/2023-09-17"),
        ("It rained in July and August.", "2023-07/2023-08"),
        ("It won in 2012 and 2013.", "2012"),
        ("Profit fell in the three months to June 2023.", "2023-04/2023-06"),
        ("Profit fell in the quarter ended June 30, 2023.", "2023-04/2023-06"),
        ("The fair opens in the first week of May 2024.", "2024-05-01/2024-05-07"),
        ("Nobody has sailed since 3 May 2021, when she sank.", "2021-05-03"),
        ("The shop closed at 5 p.m. Friday.", "2023-09-15"),
        ("2 May 2021: The pier opens", "2021-05-02"),
    ],
)
def test_how_long(text: str, date: str) -> None:
    """Days in a row are one event; a quarter or a first week is as long as it is; a state may tell how it began."""
    assert [one.date for one in mentions(text).events][:1] == [date]


def test_a_claim_is_told_in_the_words_of_its_speaker() -> None:
    """What stands between quotation marks is an event with the quote's group; what no clause tells is none."""
    found = mentions(
        "The sea rose. “We opened the pier on Monday,” said Ann Weir. She called it “the best Monday.”"
    ).events
    assert [(one.text, one.date, one.claim) for one in found] == [("We opened the pier on Monday", "2023-09-18", 0)]


def test_a_range_stays_in_its_line() -> None:
    """Two dates of two paragraphs are no range, though a dash stands between them."""
    found = mentions("The hall opened on 4 May 2021.\n\n- July 2022 was wet.").events
    assert [one.date for one in found] == ["2021-05-04", "2022-07"]


@pytest.mark.parametrize(
    "text",
    [
        "They have lived there since 2017.",
        "The permit holds until 30 March 2024.",
        "They meet every Monday and on Tuesdays.",
        "The 2019 Act was repealed.",
        "She lost the 2019 election.",
        "Friday’s vote was close.",
        "The class of 2019 was large.",
        "Expo 2010 was larger.",
        "Sales rose more than in 2019.",
        "It will be dark at 9 p.m. there.",
        "It was dark in the morning.",
        "Profit fell in fiscal 2022.",
        "If it opens on Friday, they win.",
        "They waited for three hours.",
        "The city fell in 44 BC.",
        "It could open on Friday, and might have in May.",
        "Sales fell to 40 from 90 in May 2021.",
        "She came on a wet Thursday.",
        "By 1998 the quay was empty.",
        "The film is from 1999.",
        "Sales for March were poor.",
        "The hall is open daily from April to September.",
        "What happened in May 2021?",
        "The mill in the snow, January 2021.",
        "Boats return by Friday 3 May",
        "The country today is rich.",
        "Its second-quarter report was late.",
        "The gate is shut as of Friday.",
        "The pass was shut in winter.",
        "They had asked him this time last year.",
        "A decision about Friday was put off.",
        "Nobody expects that it will not open before May 2024.",
        "The Sunday Post was sold out.",
        "a b " * 600 + "on Friday.",
    ],
)
def test_dates_that_tell_no_event(text: str) -> None:
    """A date that bounds, names, measures or supposes something, an hour, a set or a state tells no event."""
    assert mentions(text).events == ()
