"""EDTF dates for readers."""

import datetime as dt

import pytest

from newsbrief.collate.dating import date_text, period
from newsbrief.document.edtf import fault


@pytest.mark.parametrize(
    ("edtf", "text", "short", "iso", "precision"),
    [
        ("2023-09-20", "20 September 2023", "20 September", "2023-09-20", "day"),
        ("2023-09", "September 2023", "September", "2023-09", "month"),
        ("2022", "2022", "2022", "2022", "year"),
        ("0987", "0987", "0987", "0987", "year"),
        ("199X", "the 1990s", "the 1990s", "1990", "decade"),
        ("2023-21", "spring 2023", "spring", "2023", "quarter"),
        ("2023-24", "winter 2023", "winter", "2023", "quarter"),
        ("2023-28", "northern winter 2023", "northern winter", "2023", "quarter"),
        ("2023-29", "southern spring 2023", "southern spring", "2023", "quarter"),
        ("2023-35", "third quarter of 2023", "third quarter", "2023", "quarter"),
        ("2023-38", "May to August 2023", "May to August", "2023", "quarter"),
        ("2023-41", "second half of 2023", "second half", "2023", "quarter"),
        ("2023-09-09/2023-09-10", "9–10 September 2023", "9–10 September", "2023-09-09", "range"),
        ("2023-09-28/2023-10-02", "28 September to 2 October 2023", "28 September to 2 October", "2023-09-28", "range"),
        (
            "2023-12-30/2024-01-02",
            "30 December 2023 to 2 January 2024",
            "30 December 2023 to 2 January 2024",
            "2023-12-30",
            "range",
        ),
        ("2023-07/2023-09", "July to September 2023", "July to September", "2023-07", "range"),
        ("2023-11/2024-02", "November 2023 to February 2024", "November 2023 to February 2024", "2023-11", "range"),
        ("2023-21/2023-09", "spring to September 2023", "spring to September", "2023", "range"),
        ("2020/2022", "2020 to 2022", "2020 to 2022", "2020", "range"),
        ("199X/2001", "the 1990s to 2001", "the 1990s to 2001", "1990", "range"),
        ("2023-09-09/2023-09-09", "9 September 2023", "9 September", "2023-09-09", "day"),
        ("2023-09/2023-09", "September 2023", "September", "2023-09", "month"),
        ("[2022,2023]", "2022 or 2023", "2022 or 2023", "2022", "choice"),
        ("[2021, 2022, 2023]", "2021, 2022 or 2023", "2021, 2022 or 2023", "2021", "choice"),
        ("[2023-03,2023-05]", "March or May 2023", "March or May", "2023-03", "choice"),
        ("[2023-09-03,2023-09-05]", "3 or 5 September 2023", "3 or 5 September", "2023-09-03", "choice"),
        (
            "[2023-09-30,2023-10-01]",
            "30 September or 1 October 2023",
            "30 September or 1 October",
            "2023-09-30",
            "choice",
        ),
        ("[2019,2011,2012,2013,2014]", "between 2011 and 2019", "between 2011 and 2019", "2011", "choice"),
        ("[2022]", "2022", "2022", "2022", "year"),
    ],
)
def test_date_is_said_as_precisely_as_it_is_known(edtf: str, text: str, short: str, iso: str, precision: str) -> None:
    """A reader is told the day, month, part of the year, year or range, and no more; the year is said once."""
    made = date_text(edtf)
    assert (made.text, made.short, made.iso, made.precision) == (text, short, iso, precision)


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2022~", "about 2022"),
        ("2022?", "possibly 2022"),
        ("2022%", "possibly about 2022"),
        ("2023-09~", "about September 2023"),
        ("2023-09-20?", "possibly 20 September 2023"),
        ("2023-21~", "about spring 2023"),
        ("2020~/2022", "about 2020 to 2022"),
        ("2020/2022?", "2020 to possibly 2022"),
        ("2023-09-09/2023-09-10~", "9 September to about 10 September 2023"),
        ("2023-09-09~/2023-09-10~", "about 9–10 September 2023"),
        ("[2022,2023?]", "2022 or possibly 2023"),
    ],
)
def test_doubt_is_said_in_words_where_it_belongs(edtf: str, text: str) -> None:
    """What EDTF marks as approximate reads "about", what it marks as uncertain "possibly", at the end that is meant."""
    made = date_text(edtf)
    assert made.text == text
    assert made.about


@pytest.mark.parametrize("code", range(21, 42))
def test_every_part_of_a_year_that_may_be_written_has_a_name(code: int) -> None:
    """ISO 8601-2 numbers seasons, quarters and halves from 21 to 41; `document` lets them all in."""
    edtf = f"2023-{code}"
    assert fault(edtf) is None
    assert date_text(edtf).text.endswith(" 2023")
    first, last = period(edtf)
    assert 80 < (last - first).days < 190


def test_day_knows_its_weekday() -> None:
    """A day comes with its weekday, a month without."""
    assert date_text("2023-09-20").weekday == "Wednesday"
    assert date_text("2023-09").weekday == ""


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023-02", dt.date(2023, 2, 1), dt.date(2023, 2, 28)),
        ("2024-02", dt.date(2024, 2, 1), dt.date(2024, 2, 29)),
        ("2022", dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("0000", dt.date(1, 1, 1), dt.date(1, 12, 31)),
        ("9999", dt.date(9999, 1, 1), dt.date(9999, 12, 31)),
        ("2023-24", dt.date(2023, 12, 1), dt.date(2024, 2, 29)),
        ("9999-24", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
        ("2023-09~/2023-10", dt.date(2023, 9, 1), dt.date(2023, 10, 31)),
        ("[2023,2021]", dt.date(2021, 1, 1), dt.date(2023, 12, 31)),
    ],
)
def test_period_covers_all_that_is_meant(edtf: str, first: dt.date, last: dt.date) -> None:
    """A coarse date stands for its first to its last day."""
    assert period(edtf) == (first, last)
