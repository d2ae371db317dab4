"""Time expressions and their values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.extract.article import timexes


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on Sept. 20.", "2023-09-20"),
        ("They met on September 20, 2022.", "2022-09-20"),
        ("They met on 20 September 2022.", "2022-09-20"),
        ("They met on the 20th of September.", "2023-09-20"),
        ("They met Thursday.", "2023-09-21"),
        ("They met on Friday.", "2023-09-15"),
        ("They will meet on Friday.", "2023-09-22"),
        ("They said Friday that it will rain.", "2023-09-15"),
        ("They met last Friday.", "2023-09-15"),
        ("They meet next Friday.", "2023-09-22"),
        ("They met yesterday.", "2023-09-20"),
        ("They meet tomorrow.", "2023-09-22"),
        ("They met last week.", "2023-W37"),
        ("They met last month.", "2023-08"),
        ("They met last year.", "2022"),
        ("They met two years ago.", "2021"),
        ("They met ten days ago.", "2023-09-11"),
        ("They met in early 2022.", "2022"),
        ("They met in March 2021.", "2021-03"),
        ("They met in December.", "2022-12"),
        ("They meet in December, as scheduled.", "2022-12"),
        ("They will meet in December.", "2023-12"),
        ("They met in 2014, first in March.", "2014"),
        ("They met in the 1990s.", "199"),
        ("They met on Monday morning.", "2023-09-18TMO"),
        ("They met for three weeks.", "P3W"),
        ("They met on Dec. 31.", "2023-12-31"),
        ("They met on February 30, 2023.", ""),
    ],
)
def test_value(text: str, value: str) -> None:
    """The first expression has this TIMEX3 value."""
    assert timexes(text)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "They may leave.",
        "They march on.",
        "Peter March came second.",
        "April Weir left a moment later, sadly.",
        "Prices fall when springs break.",
        "He seconded it.",
        "It cost $2023 and weighed 1990 kilos.",
        "Room 1984 is free.",
        "It sold 2,014 copies.",
        "They came in 2000 people strong.",
        "Sunday’s child".replace("Sunday", "Sundae"),
    ],
)
def test_no_date(text: str) -> None:
    """Words and figures that only look like dates are none."""
    assert timexes(text) == ()


def test_a_year_of_the_paragraph_holds_for_its_months() -> None:
    """A paragraph that tells of an earlier year dates its months and days by that year."""
    text = "In 2014 the mill burned. By March it was rebuilt, and on 5 May it opened."
    assert [timex.value for timex in timexes(text)] == ["2014", "2014-03", "2014-05-05"]


def test_days_later_count_from_the_last_date() -> None:
    """“Two days later” counts from the latest full date."""
    assert [one.value for one in timexes("It opened on 3 May 2021. Two days later it shut.")] == [
        "2021-05-03",
        "2021-05-05",
    ]


@pytest.mark.parametrize("date", ["", "2023", "2023-02-31", "soon"])
def test_without_a_publication_date(date: str) -> None:
    """Only absolute dates resolve when the publication day is not known."""
    text = "On Monday and on 4 May they recalled 5 June 1987."
    assert [timex.value for timex in timexes(text, date)] == ["", "", "1987-06-05"]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "in",
                    "on",
                    "the",
                    "last",
                    "next",
                    "2023",
                    "1987",
                    "31",
                    "2nd",
                    "May",
                    "March.",
                    "Sept.",
                    "Friday",
                    "week",
                ),
                *("year", "ago", "two", "of", ",", "-", "early", "30", "February", "quarter", "second", "from", "now"),
                *("every", "٣", "0", "9999", "days", "later"),
            ]
        ),
        max_size=25,
    ),
    st.dates().map(str),
)
def test_offsets_and_order(words: list[str], date: str) -> None:
    """Whatever the words and the day, each expression stands where it says, and none overlaps the one before."""
    text = " ".join(words)
    place = 0
    for timex in timexes(text, date):
        assert text[timex.start : timex.end] == timex.text
        assert timex.start >= place
        place = timex.end
