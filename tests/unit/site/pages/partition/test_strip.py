"""The strip of years."""

import pytest

from newsbrief.edtf.headings import heading
from newsbrief.site.pages.partition.strip import bars


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        (("2028", "2029"), ["2028", "2029"]),
        (("2025", "2029"), ["2025", "2026", "2027", "2028", "2029"]),
        (("2024", "2029"), ["2024", "(4)", "2029"]),
        (("1650", "2020", "2022"), ["1650", "(369)", "2020", "2021", "2022"]),
        (("199X", "2001"), ["1990", "2000", "2001"]),
        (("199X", "1995", "2000"), ["1990", "1995", "2000"]),
        (("[2022,2023]", "2024"), ["22/23", "2024"]),
        (("[1998,2022]", "2024"), ["98–22", "2023", "2024"]),
        ((), []),
    ],
)
def test_up_to_three_empty_years_have_a_column_each(dates: tuple[str, ...], columns: list[str]) -> None:
    """More empty years in a row share one column, here their number in brackets."""
    made = bars({heading(edtf).years: 1 for edtf in dates})
    assert [bar.label or f"({bar.gap})" for bar in made] == columns


def test_bars_are_as_high_as_their_share_of_the_busiest_year() -> None:
    """Each bar has its year's anchor and count; a column without events has neither."""
    counts = {heading("2019").years: 1, heading("2021").years: 4, heading("2030").years: 2, heading("203X").years: 1}
    assert [(bar.id, bar.date.text, bar.count, bar.share, bar.busiest) for bar in bars(counts)] == [
        ("y2019", "2019", 1, 0.25, False),
        ("", "2020", 0, 0, False),
        ("y2021", "2021", 4, 1.0, True),
        ("", "2022 to 2029", 0, 0, False),
        ("y2030-2039", "the 2030s", 1, 0.25, False),
        ("y2030", "2030", 2, 0.5, False),
    ]
