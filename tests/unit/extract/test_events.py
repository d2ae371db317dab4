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
        ("2023-W60", ""),
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
        ("Weir said: “We opened the pier on Monday.”", []),
        ("The pier took three years.", []),
        ("Weir, 42 years old, left.", []),
        (
            "The pier opened on Monday, and on Monday it shut.",
            [("2023-09-18", "on Monday", "The pier opened on Monday, and on Monday it shut.")],
        ),
    ],
)
def test_events(text: str, events: list[tuple[str, str, str]] | None) -> None:
    """Each dated sentence or clause once; speech, durations and ages tell no event."""
    found = [(one.date, one.when, one.text) for one in mentions(text).events]
    if events is None:
        assert [date for date, _, _ in found] == ["2011"]
    else:
        assert found == events
