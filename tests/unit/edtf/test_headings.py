"""The headings of dates in a timeline."""

import pytest

from newsbrief.edtf.headings import heading


@pytest.mark.parametrize(
    ("edtf", "years", "part"),
    [
        ("2029-09-20", "2029", "September"),
        ("2029-09~", "2029", "September"),
        ("2029-09-28/2029-10-02", "2029", "September"),
        ("[2029-09-03,2029-09-05]", "2029", "September"),
        ("2029-35", "2029", "third quarter"),
        ("2029-07/2029-09", "2029", "July to September"),
        ("2029-07~/2029-09", "2029", "July to September"),
        ("[2029-03,2029-05]", "2029", "March or May"),
        ("2029-22?", "2029", "summer"),
        ("2029-24", "2029", "winter"),
        ("2029", "2029", "2029"),
        ("2029-01/2029-12", "2029", "2029"),
        ("2029/2031", "2029", "2029"),
        ("2029-11/2030-02", "2029", "November"),
        ("199X", "the 1990s", "the 1990s"),
        ("199X/2001", "the 1990s", "the 1990s"),
        ("[2028,2029]", "2028 or 2029", "2028 or 2029"),
        ("[2019,2021,2023]", "2019 to 2023", "2019 to 2023"),
    ],
)
def test_heading_is_no_more_precise_than_its_date(edtf: str, years: str, part: str) -> None:
    """Quarters, seasons, choices and decades have headings of their own; a range has that of its beginning."""
    found = heading(edtf)
    assert (found.years.date.text, found.date.short) == (years, part)


def test_headings_sort_from_long_to_short_in_time() -> None:
    """In a timeline, newest first, a quarter stands below its months, a year below its quarters, a decade below all."""
    newest_first = [
        *("1996", "1995-12", "1995-24", "1995-08", "1995-07", "1995-35", "1995-41", "1995-06", "1995-01", "1995"),
        *("1990-03", "1990", "199X", "1989-12"),
    ]
    assert sorted(sorted(newest_first), key=lambda edtf: heading(edtf).order, reverse=True) == newest_first


def test_equal_years_have_one_anchor_and_others_do_not() -> None:
    """An anchor names the years, however the date writes them."""
    dates = ["1990", "199X", "[1990,1991]", "1999", "[1990,1999]"]
    anchors = [heading(edtf).years.anchor for edtf in dates]
    assert anchors == ["y1990", "y1990-1999", "y1990-1991", "y1999", "y1990-1999"]
