"""Days as heads and operators' lines write them."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.days import day, transmitted
from newsbrief.intake.text.notices import Notice


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2029-05-21", "2029-05-21"),
        ("2029-05-21T06:00:00+02:00", "2029-05-21T06:00:00+02:00"),
        ("05/21/2029", "2029-05-21"),
        ("21/05/2029", "2029-05-21"),
        ("21.5.2029", "2029-05-21"),
        ("4.5.2029", "2029-05-04"),
        ("4/5/2029", ""),
        ("31.2.2029", ""),
        ("2029-13-01", ""),
        ("4 May 2029", ""),
    ],
)
def test_day(words: str, iso: str) -> None:
    """Figures are a date where only one reading of them is one."""
    assert day(words) == iso


@pytest.mark.parametrize(
    ("parts", "iso"),
    [
        ({"date": "081405 GMT May 29"}, "2029-05-08"),
        ({"date": "022215 MAY 2029"}, "2029-05-02"),
        ({"american": "05-04-29"}, "2029-05-04"),
        ({"american": "13-04-29"}, ""),
        ({"date": "321405 GMT May 29"}, ""),
        ({}, ""),
    ],
)
def test_transmitted(parts: dict[str, str], iso: str) -> None:
    """An operator's line tells the day of transmission."""
    assert transmitted([Notice(Atom(1, "x", True), "slug", parts)], rules.load()) == iso
