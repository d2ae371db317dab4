"""Days and times."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from newsbrief.document.moment import moment_of, moment_text
from newsbrief.model.brief import Moment
from tests.effort import examples
from tests.unit.document.any_brief import MOMENT

DAY = dt.date(2031, 5, 2)
SEOUL = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-05-02", Moment(DAY)),
        ("2031-05-02 9:30", Moment(DAY, dt.time(9, 30))),
        ("2031-05-02 09:30:15.25", Moment(DAY, dt.time(9, 30, 15, 250000))),
        ("2031-05-02T09:30Z", Moment(DAY, dt.time(9, 30), dt.UTC)),
        ("2031-05-02T09:30:00+09:00", Moment(DAY, dt.time(9, 30), SEOUL)),
        ("2031-05-02 09:30 +0900", Moment(DAY, dt.time(9, 30), SEOUL)),
        ("2031-02-29", None),
        ("2031-05-02 24:00", None),
        ("2031-05-02 09:30 +99:00", None),
        ("2031-05-02 09:30 +09:75", None),
        ("2 May 2031", None),
        ("", None),
    ],
)
def test_written_dates(text: str, moment: Moment | None) -> None:
    """ISO dates and times, as people and programs write them, are read; others are none."""
    assert moment_of(text) == moment


@given(MOMENT)
@settings(max_examples=examples(200), deadline=None, derandomize=True)
def test_a_written_moment_reads_back(moment: Moment) -> None:
    """Any moment is read as it was written."""
    assert moment_of(moment_text(moment)) == moment
