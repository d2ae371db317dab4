"""EDTF dates in words."""

import datetime as dt

import pytest

from newsbrief.document.edtf import fault
from newsbrief.edtf.spans import period
from newsbrief.edtf.text import date_text


@pytest.mark.parametrize(
    ("edtf", "text", "short", "iso", "precision"),
    [
        ("2029-09-20", "20 September 2029", "20 September", "2029-09-20", "day"),
        ("2029-09", "September 2029", "September", "2029-09", "month"),
        ("2029", "2029", "2029", "2029", "year"),
        ("0987", "0987", "0987", "0987", "year"),
        ("199X", "the 1990s", "the 1990s", "1990", "decade"),
        ("2029-21", "spring 2029", "spring", "2029", "quarter"),
        ("2029-29", "southern spring 2029", "southern spring", "2029", "quarter"),
        ("2029-35", "third quarter of 2029", "third quarter", "2029", "quarter"),
        ("2029-38", "May to August 2029", "May to August", "2029", "quarter"),
        ("2029-41", "second half of 2029", "second half", "2029", "quarter"),
        ("2029-09-09/2029-09-10", "9–10 September 2029", "9–10 September", "2029-09-09", "range"),
        ("2029-09-28/2029-10-02", "28 September to 2 October 2029", "28 September to 2 October", "2029-09-28", "range"),
        ("2029-11/2030-02", "November 2029 to February 2030", "November 2029 to February 2030", "2029-11", "range"),
        ("2029-21/2029-09", "spring to September 2029", "spring to September", "2029", "range"),
        ("199X/2001", "the 1990s to 2001", "the 1990s to 2001", "1990", "range"),
        ("2029-09-09/2029-09-09", "9 September 2029", "9 September", "2029-09-09", "day"),
        ("[2028,2029]", "2028 or 2029", "2028 or 2029", "2028", "choice"),
        ("[2027, 2028, 2029]", "2027, 2028 or 2029", "2027, 2028 or 2029", "2027", "choice"),
        ("[2029-03,2029-05]", "March or May 2029", "March or May", "2029-03", "choice"),
        ("[2029-09-03,2029-09-05]", "3 or 5 September 2029", "3 or 5 September", "2029-09-03", "choice"),
        ("[2029,2021,2022,2023,2024]", "between 2021 and 2029", "between 2021 and 2029", "2021", "choice"),
        ("[2029]", "2029", "2029", "2029", "year"),
    ],
)
def test_words_are_no_more_precise_than_the_date(edtf: str, text: str, short: str, iso: str, precision: str) -> None:
    """Dates have their words, with a shared month or year named once."""
    made = date_text(edtf)
    assert (made.text, made.short, made.iso, made.precision) == (text, short, iso, precision)


@pytest.mark.parametrize(
    ("edtf", "text"),
    [
        ("2029~", "about 2029"),
        ("2029?", "possibly 2029"),
        ("2029%", "possibly about 2029"),
        ("2029-09-20?", "possibly 20 September 2029"),
        ("2028~/2029", "about 2028 to 2029"),
        ("2028/2029?", "2028 to possibly 2029"),
        ("2029-09-09~/2029-09-10~", "about 9–10 September 2029"),
        ("[2028,2029?]", "2028 or possibly 2029"),
    ],
)
def test_doubt_is_part_of_the_words(edtf: str, text: str) -> None:
    """An approximate date is "about", an uncertain one "possibly", at the end of a range that it belongs to."""
    made = date_text(edtf)
    assert (made.text, made.about) == (text, True)


@pytest.mark.parametrize("code", range(21, 42))
def test_every_part_of_a_year_has_a_name(code: int) -> None:
    """All numbers of ISO 8601-2 that a brief may have, 21 to 41, have words and days."""
    edtf = f"2029-{code}"
    assert fault(edtf) is None
    assert date_text(edtf).text.endswith(" 2029")
    first, last = period(edtf)
    assert 80 < (last - first).days < 190


@pytest.mark.parametrize(("edtf", "weekday"), [("2029-09-20", "Thursday"), ("2029-09", "")])
def test_only_a_day_has_a_weekday(edtf: str, weekday: str) -> None:
    """A day has its weekday, a month none."""
    assert date_text(edtf).weekday == weekday


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2029-02", dt.date(2029, 2, 1), dt.date(2029, 2, 28)),
        ("2028-02", dt.date(2028, 2, 1), dt.date(2028, 2, 29)),
        ("2029", dt.date(2029, 1, 1), dt.date(2029, 12, 31)),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31)),
        ("0000", dt.date(1, 1, 1), dt.date(1, 12, 31)),
        ("9999", dt.date(9999, 1, 1), dt.date(9999, 12, 31)),
        ("2027-24", dt.date(2027, 12, 1), dt.date(2028, 2, 29)),
        ("9999-24", dt.date(9999, 12, 1), dt.date(9999, 12, 31)),
        ("2029-09~/2029-10", dt.date(2029, 9, 1), dt.date(2029, 10, 31)),
        ("2029-09-20/..", dt.date(2029, 9, 20), dt.date(2029, 9, 20)),
        ("[2029,2027]", dt.date(2027, 1, 1), dt.date(2029, 12, 31)),
    ],
)
def test_period_has_every_day_that_a_date_may_mean(edtf: str, first: dt.date, last: dt.date) -> None:
    """The period of a date is from the first to the last day of everything in it."""
    assert period(edtf) == (first, last)
