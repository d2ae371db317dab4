"""The year strip."""

import pytest

from newsbrief.collate.headings import heading
from newsbrief.collate.strip import bars


def drawn(*dates: str) -> list[str]:
    """The columns of a timeline with one event a date: their labels, and how many years a break stands for."""
    return [bar.label or f"({bar.gap})" for bar in bars({heading(edtf).years: 1 for edtf in dates})]


@pytest.mark.parametrize(
    ("dates", "columns"),
    [
        (("2028", "2029"), ["2028", "2029"]),
        (("2026", "2029"), ["2026", "2027", "2028", "2029"]),
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
def test_empty_years_are_seen_and_a_long_gap_is_broken_off(dates: tuple[str, ...], columns: list[str]) -> None:
    """Up to three empty years keep their places; of more there is one column, so that one old event costs two."""
    assert drawn(*dates) == columns


def test_bars_say_what_is_drawn_and_lead_to_their_years() -> None:
    """The busiest year has the full height, the others their share; an empty column leads nowhere."""
    counts = {heading("2019").years: 1, heading("2021").years: 4, heading("2030").years: 2, heading("203X").years: 1}
    made = bars(counts)
    assert [(bar.id, bar.date.text, bar.count, bar.share, bar.busiest) for bar in made] == [
        ("y2019", "2019", 1, 0.25, False),
        ("", "2020", 0, 0, False),
        ("y2021", "2021", 4, 1.0, True),
        ("", "2022 to 2029", 0, 0, False),
        ("y2030-2039", "the 2030s", 1, 0.25, False),
        ("y2030", "2030", 2, 0.5, False),
    ]
