"""When a brief was published and last changed."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from newsbrief.model.brief import Note
from newsbrief.site.views.moments import in_utc, moments
from tests.unit.briefs import brief, moment, options

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("fields", "published", "modified"),
    [
        ({}, "2029-05-04", "2029-05-04"),
        ({"date": "2029-05-04 06:30:00"}, "2029-05-04T06:30:00+09:00", "2029-05-04T06:30:00+09:00"),
        ({"modified": moment("2029-05-06")}, "2029-05-04", "2029-05-06"),
        ({"notes": (Note("update", "x", dt.date(2029, 5, 7)), Note("reply", "y"))}, "2029-05-04", "2029-05-07"),
        ({"modified": moment("2031-01-01")}, "2029-05-04", "2029-05-04"),
        ({"modified": moment("2029-05-01")}, "2029-05-04", "2029-05-04"),
    ],
)
def test_last_change_is_the_newest_that_is_not_still_to_come(
    fields: dict[str, Any], published: str, modified: str
) -> None:
    """A day without a time stays a day."""
    found = moments(brief(**fields), options(zone=SEOUL))
    assert (found.published_iso, found.modified_iso) == (published, modified)


def test_day_begins_at_midnight_in_the_site_s_zone() -> None:
    """Instants carry their zone."""
    found = moments(brief(), options(zone=SEOUL))
    assert in_utc(found.published_at) == dt.datetime(2029, 5, 3, 15, tzinfo=dt.UTC)


def test_ends_of_the_calendar_do_no_harm() -> None:
    """UTC may not have the first hours of the year 1 in the east."""
    first = dt.datetime(1, 1, 1, tzinfo=SEOUL)
    assert in_utc(first) == dt.datetime(1, 1, 1, tzinfo=dt.UTC)
