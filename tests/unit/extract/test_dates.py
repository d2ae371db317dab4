"""Time expressions and their values."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.effort import examples
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
        ("They met in December, as scheduled.", "2022-12"),
        ("They will meet in December.", "2023-12"),
        ("They met in 2014, first in March.", "2014"),
        ("They met in the 1990s.", "199"),
        ("They met on Monday morning.", "2023-09-18TMO"),
        ("They met for three weeks.", "P3W"),
        ("They met on Dec. 31.", "2023-12-31"),
        ("They met on February 30, 2023.", ""),
        ("They met on the morning of 4 May 2021.", "2021-05-04TMO"),
        ("They met late on Friday.", "2023-09-15"),
        ("They met at 5:45 p.m. after lunch.", "2023-09-21T17:45"),
        ("They met at 12 a.m. sharp.", "2023-09-21T00:00"),
        ("They met at 13 p.m. sharp.", ""),
        ("They met on Easter Sunday 2024.", "2024-03-31"),
        ("They met on Memorial Day 2022.", "2022-05-30"),
        ("They met over Christmas 2020.", "2020-12-25"),
        ("They met on the first day of 2021.", "2021"),
        ("They meet next year.", "2024"),
        ("They met during the past three months.", "P3M"),
        ("They met after a decade.", "P10Y"),
        ("They waited half an hour.", "PT0.5H"),
        ("They waited 1,000 days.", "P1000D"),
        ("They waited minutes. They met within hours.", "PTXH"),
        ("A 42-year-old man left.", "P42Y"),
        ("They meet twice a year.", "P1Y"),
        ("They meet every two weeks.", "P2W"),
        ("They now meet here.", "PRESENT_REF"),
        ("They recently met here.", "PAST_REF"),
        ("They may meet in the near future.", "FUTURE_REF"),
        ("The firm lost money in fiscal 2021.", "FY2021"),
        ("The mill is from the eighteenth century.", "17"),
        ("The mill fell in 44 BC.", "BC0044"),
        ("They met in Q2 2021.", "2021-Q2"),
        ("They met in the 21st century.", "20"),
        ("They met on the weekend.", "2023-W37-WE"),
        ("They met a century ago.", "19"),
        ("They met in the year\n2014.", "2014"),
        ("They met on Christmas\nDay 2014.", "2014-12-25"),
        ("It took two and\na half years.", "P2.5Y"),
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
        "The Sunday Post reported it.",
        "Sun Lee sat down.",
        "Angela and June left.",
        "The firm lost 4.08 points at 5.00 points.",
        "On page 12, flight 1987 is mentioned.",
        "It is 31,999 metres long.",
        "A second day-tripper came second.",
    ],
)
def test_no_date(text: str) -> None:
    """Words and figures that only look like dates are none."""
    assert timexes(text) == ()


def test_a_year_of_the_paragraph_holds_for_its_months() -> None:
    """A paragraph that tells of an earlier year dates its months and days by that year."""
    text = "In 2014 the mill burned. By March it was rebuilt, and on 5 May it opened."
    assert [timex.value for timex in timexes(text)] == ["2014", "2014-03", "2014-05-05"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The fair runs from 9 to 11 May 2021.", ["2021-05-09", "2021-05-11"]),
        ("The fair ran on May 9 and 10.", ["2023-05-09", "2023-05-10"]),
        ("On May 4, 12 people left.", ["2023-05-04"]),
        ("They fought in 1916–18.", ["1916", "1918"]),
        ("They fought from 1916 to 1918.", ["1916", "1918"]),
        ("The 2016-2017 season began.", ["2016", "2017"]),
        ("It rose from March to May 2021.", ["2021-03", "2021-05"]),
        ("It rose in the spring and summer of 2021.", ["2021-SP", "2021-SU"]),
        ("It fell in May 2021, as it had a year earlier.", ["2021-05", "2020-05"]),
        ("It stays shut until 31 December 2023. The previous Monday it rained.", ["2023-12-31", "2023-09-18"]),
        ("It fell in 2021, from the previous year.", ["2021", "2020"]),
        ("It fell in the second quarter of 2021, as a year earlier.", ["2021-Q2", "2020-Q2"]),
        ("It opened in 2011 and shut later that year.", ["2011", "2011"]),
        ("It opened in 2011. The following spring it shut.", ["2011", "2012-SP"]),
        ("It opened on 4 May 2021 and shut the same month.", ["2021-05-04", "2021-05"]),
        ("It opened on 4 May 2021. The next morning it shut.", ["2021-05-04", "2021-05-05TMO"]),
        ("It opened on 4 May 2021. On the 7th, it shut.", ["2021-05-04", "2021-05-07"]),
        ("It shut on Wednesday after a tank leaked overnight.", ["2023-09-20", "2023-09-20TNI"]),
        ("It shut on Wednesday. It opens at 9 a.m. again.", ["2023-09-20", "2023-09-21T09:00"]),
        ("It opened on Wednesday. A week later it will shut.", ["2023-09-20", "2023-W39"]),
        ("They vote on 14 December. They march the Saturday before.", ["2023-12-14", "2023-12-09"]),
        ("They vote on 14 December. The Saturday after, they march.", ["2023-12-14", "2023-12-16"]),
        ("They vote on Monday, and met the Friday before.", ["2023-09-18", "2023-09-15"]),
        ("They march the Saturday before 14 December.", ["2023-12-09"]),
        ("They march the Friday before Christmas.", ["2023-12-22"]),
        ("They march the Saturday before.", [""]),
        ("They vote on 14 December. They march the Saturday before the fair.", ["2023-12-14", ""]),
        ("It opened on 29 February 2024. A year later it shut.", ["2024-02-29", "2025"]),
    ],
)
def test_dates_that_lean_on_others(text: str, values: list[str]) -> None:
    """Ranges share a month or a year, and what is counted from a date keeps that date's precision."""
    assert [timex.value for timex in timexes(text)] == values


HISTORY = """The revolt began on 4 May 1871. On 7 May the mayor fled.

In June the port fell. Two days later the fleet sailed.

The treaty of 12 December 1871 ended it. In January the mayor returned. He left the town in August 1880.

The 1860 charter held until 1885. In March it lapsed."""


def test_a_history_runs_on_in_the_years_it_tells_of() -> None:
    """A text that tells of years long past dates all of its days by them, across paragraphs and over a year's end."""
    assert [timex.value for timex in timexes(HISTORY) if timex.value] == [
        "1871-05-04", "1871-05-07", "1871-06", "1871-12-12", "1872-01", "1880-08", "1860", "1885", "1880-03",
    ]  # fmt: skip


def test_an_obituary_is_news() -> None:
    """Many years of a life, and few days, leave a day without a year to the year of publication."""
    text = "Osk was born in 1931, came in 1950, wed in 1960 and retired in 1995.\n\nShe died on 4 September."
    assert timexes(text)[-1].value == "2023-09-04"


def test_news_goes_back_to_its_own_year() -> None:
    """A past year holds for its paragraph; the next one counts from publication again."""
    text = "In 2014 the mill burned. By March it was rebuilt.\n\nIt was sold in June."
    assert [timex.value for timex in timexes(text)] == ["2014", "2014-03", "2023-06"]


@pytest.mark.parametrize(
    "text",
    ["on 31 February 2021", "on 2023-02-30", "2023-13-45", "in 0 BC", "the 0th century", "at 25:61", "at 99 p.m."],
)
def test_impossible_dates(text: str) -> None:
    """What no calendar has gets no value."""
    assert [timex.value for timex in timexes(text) if timex.value] == []


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "2024-02-29"])
@pytest.mark.parametrize(
    "text",
    [
        "last week, next week, last century, the next decade",
        "999 years ago, 999 centuries from now, 999 days ago",
        "last summer, next winter, the fourth quarter next year, May last year",
        "next Monday, last Friday, last weekend, next weekend, on Mondays",
        "Easter, Thanksgiving, Christmas Eve, New Year’s Day, Memorial Day",
        "tomorrow, yesterday, 999 decades earlier, the next day, that year",
    ],
)
def test_ends_of_the_calendar(text: str, date: str) -> None:
    """No day of publication, the first and the last among them, breaks the reading."""
    assert timexes(text, date)


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


@settings(derandomize=True, deadline=None, max_examples=examples(150))
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
