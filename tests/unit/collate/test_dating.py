"""EDTF dates for readers."""

import datetime as dt

import pytest

from newsbrief.collate.dating import date_text, period


@pytest.mark.parametrize(
    ("edtf", "text", "iso", "precision"),
    [
        ("2023-09-20", "20 September 2023", "2023-09-20", "day"),
        ("2023-09", "September 2023", "2023-09", "month"),
        ("2022", "2022", "2022", "year"),
        ("0987", "0987", "0987", "year"),
        ("199X", "the 1990s", "1990", "decade"),
        ("2023-35", "third quarter of 2023", "2023", "quarter"),
        ("2023-21", "spring 2023", "2023", "quarter"),
        ("2023-09-09/2023-09-10", "9–10 September 2023", "2023-09-09", "range"),
        ("2023-09-28/2023-10-02", "28 September – 2 October 2023", "2023-09-28", "range"),
        ("2023-12-30/2024-01-02", "30 December 2023 – 2 January 2024", "2023-12-30", "range"),
        ("2020/2022", "2020 – 2022", "2020", "range"),
        ("[2022,2023]", "2022 or 2023", "2022", "range"),
    ],
)
def test_date_is_said_as_precisely_as_it_is_known(edtf: str, text: str, iso: str, precision: str) -> None:
    """A reader is told the day, month, year or range, and no more."""
    made = date_text(edtf)
    assert (made.text, made.iso, made.precision) == (text, iso, precision)


@pytest.mark.parametrize("sign", ["~", "?", "%"])
def test_uncertainty_is_said_in_words(sign: str) -> None:
    """What EDTF marks as approximate or uncertain reads "about"."""
    made = date_text(f"2022{sign}")
    assert made.text == "about 2022"
    assert made.about


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
    ],
)
def test_period_covers_all_that_is_meant(edtf: str, first: dt.date, last: dt.date) -> None:
    """A coarse date stands for its first to its last day."""
    assert period(edtf) == (first, last)
