"""Where in a timeline a date stands."""

import pytest

from newsbrief.collate.headings import heading


@pytest.mark.parametrize(
    ("edtf", "years", "part"),
    [
        ("2023-09-20", "2023", "September"),
        ("2023-09", "2023", "September"),
        ("2023-09~", "2023", "September"),
        ("2023-09-09/2023-09-10", "2023", "September"),
        ("2023-09-28/2023-10-02", "2023", "September"),
        ("[2023-09-03,2023-09-05]", "2023", "September"),
        ("2023-35", "2023", "third quarter"),
        ("2023-07/2023-09", "2023", "July to September"),
        ("2023-07~/2023-09", "2023", "July to September"),
        ("2023-01/2023-06", "2023", "January to June"),
        ("[2023-03,2023-05]", "2023", "March or May"),
        ("2023-22", "2023", "summer"),
        ("2023-22?", "2023", "summer"),
        ("2023-24", "2023", "winter"),
        ("2023", "2023", "2023"),
        ("2023~", "2023", "2023"),
        ("2023-01/2023-12", "2023", "2023"),
        ("2023/2025", "2023", "2023"),
        ("2023-11/2024-02", "2023", "November"),
        ("199X", "the 1990s", "the 1990s"),
        ("199X/2001", "the 1990s", "the 1990s"),
        ("[2022,2023]", "2022 or 2023", "2022 or 2023"),
        ("[2019,2021,2023]", "2019 to 2023", "2019 to 2023"),
    ],
)
def test_date_stands_under_no_month_or_year_that_it_does_not_claim(edtf: str, years: str, part: str) -> None:
    """A quarter, a season, a choice or a decade has a heading of its own; what lasts stands where it began."""
    place = heading(edtf)
    assert (place.years.date.text, place.date.short) == (years, part)


def test_stretch_closes_what_is_within_it() -> None:
    """Read from the latest back: months first, then the quarter, the half, the year and the decade they belong to."""
    backwards = [
        *("1996", "1995-12", "1995-24", "1995-08", "1995-07", "1995-35", "1995-41", "1995-06", "1995-01", "1995"),
        *("1990-03", "1990", "199X", "1989-12"),
    ]
    assert sorted(sorted(backwards), key=lambda edtf: heading(edtf).order, reverse=True) == backwards


def test_years_have_anchors_of_their_own() -> None:
    """Different years never share an id; equal years are one section, however they are written."""
    dates = ["1990", "199X", "[1990,1991]", "1999", "[1990,1999]"]
    anchors = [heading(edtf).years.anchor for edtf in dates]
    assert anchors == ["y1990", "y1990-1999", "y1990-1991", "y1999", "y1990-1999"]
