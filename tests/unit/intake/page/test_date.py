"""Publication dates."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.document.moment import moment_of
from newsbrief.intake.page.date import iso, published
from newsbrief.intake.page.look import look
from tests.unit.intake.page.saved import article, saved


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2029-05-04T07:30:00+02:00", "2029-05-04T07:30:00+02:00"),
        ("2029-05-04T07:30:00.123456Z", "2029-05-04T07:30:00Z"),
        ("2029-05-04 7:30", "2029-05-04T07:30"),
        ("2029-05-04 07:30:00 UTC", "2029-05-04T07:30:00Z"),
        ("2029-05-04", "2029-05-04"),
        ("20290504", "2029-05-04"),
        ("2029/5/4", "2029-05-04"),
        ("1872567000", "2029-05-04T05:30:00Z"),
        ("1872567000000", "2029-05-04T05:30:00Z"),
        ("Fri, 04 May 2029 07:30:00 GMT", "2029-05-04T07:30:00+00:00"),
        ("2029-05-04T25:00:00", "2029-05-04"),
        ("2029-02-31", ""),
        ("0001-01-01T00:00:00", ""),
        ("1970-01-01", ""),
        ("4 hours ago", ""),
        ("", ""),
    ],
)
def test_forms(written: str, read: str) -> None:
    """Dates in the forms of machines become ISO 8601 that front matter takes; impossible ones nothing."""
    assert iso(written) == read
    assert not read or moment_of(read)


MONTHS = rules.load().calendar.months
META = '<meta property="article:published_time" content="2029-05-03">'
TIME = '<time datetime="2029-05-02">2 May</time>'
PUB = '<time datetime="2029-05-01" itemprop="datePublished">1 May</time>'


@pytest.mark.parametrize(
    ("head", "body", "data", "found"),
    [
        (META, TIME, article(datePublished="2029-05-04"), "2029-05-04"),
        (META, TIME, article(headline="Harbour"), "2029-05-03"),
        ("", TIME + PUB, None, "2029-05-01"),
        ("", TIME, {"@type": "WebPage", "datePublished": "2029-04-30"}, "2029-04-30"),
        (META, "", article(datePublished="soon"), "2029-05-03"),
        ("", '<td class="byline">Tuesday, 15 May 2029, 9.12</td><p class="date">1 April 2029</p>', None, "2029-05-15"),
        ("", '<span class="post-date">May 4th, 2029</span>', None, "2029-05-04"),
        ("", '<span class="date">31 February 2029</span>', None, ""),
        ("", '<p class="update">4 May 2029</p>', None, ""),
        ("", "", None, ""),
    ],
)
def test_order(head: str, body: str, data: object, found: str) -> None:
    """JSON-LD of the article, metadata, JSON-LD of the page, marked times, shown days: the first that is a date."""
    assert published(look(saved(head, body, data=data)), MONTHS) == found
