"""The dates of events."""

from __future__ import annotations

import pytest

from newsbrief.document.edtf import fault

GOOD = [
    *("2022", "2023-09", "2023-09-20", "2024-02-29", "2023~", "2023-09?", "2023-09-20%", "199X", "2023-21", "2023-41"),
    *("2023-09-09/2023-09-10", "2022/2022-05", "199X/2001", "2023-21/2023-09", "[2022,2023]", "[2022-01, 2023~]"),
]
BAD = [
    *("", "soon", "23-09-20", "2023-9", "2023-13", "2023-20", "2023-42", "2023-00", "2023-02-29", "2023-09-31", "0000"),
    *("2023-09-20T10:00", "2023/", "/2023", "2022/2023/2024", "2023/2022", "2023-09-10/2023-09-09", "[2022,]", "[]"),
    *("[2022,x]", "19XX", "2023-21-01", "٢٠٢٣", "2023~~", "9" * 600),
]


@pytest.mark.parametrize("value", GOOD)
def test_dates_that_edtf_knows(value: str) -> None:
    """Years, months, days, seasons, decades, intervals and sets are dates."""
    assert fault(value) is None


@pytest.mark.parametrize("value", BAD)
def test_what_no_calendar_has(value: str) -> None:
    """Anything else is told in one line that says what to do."""
    reason = fault(value)
    assert reason
    assert "\n" not in reason
    assert ";" in reason
