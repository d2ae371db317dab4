"""Dates as people type them."""

from __future__ import annotations

import pytest

from newsbrief import document
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.review.typed import date_of


def entry(lang: str) -> Entry:
    brief = document.parse(f"---\ntitle: Parade\ndate: 2026-11-28\nstatus: draft\nlang: {lang}\n---\nOne.\n")
    return Entry("briefs/a.md", brief, "One.")


@pytest.mark.parametrize(
    ("lang", "typed", "date"),
    [
        ("en", "2026-12~", "2026-12~"),
        ("en", "12.12.2026", "2026-12-12"),
        ("en", "3.4.2026", "2026-04-03"),
        ("en", "2026/12/1", "2026-12-01"),
        ("en", "13/12/2026", "2026-12-13"),
        ("en", "12/13/2026", "2026-12-13"),
        ("en", "12-12-2026", "2026-12-12"),
        ("en", "12 December 2026", "2026-12-12"),
        ("en", "December 12, 2026", "2026-12-12"),
        ("en", "12 Dec", "2026-12-12"),
        ("en", "May 2025", "2025-05"),
        ("de", "12. Dezember 2026", "2026-12-12"),
        ("de", "12 December 2026", "2026-12-12"),
    ],
)
def test_days_in_figures_and_words(lang: str, typed: str, date: str) -> None:
    """The forms that mean one day, in the brief's language and in English."""
    assert date_of(typed, entry(lang)) == date


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("3/4/2026", "is one of two days; write 2026-04-03 or 2026-03-04"),
        ("3-4-2026", "is one of two days"),
        ("31.2.2026", "is not in the calendar"),
        ("12.13.2026", "a month that does not exist"),
        ("Saturday", "is no date newsbrief can read"),
        ("2 days ago", "is no date newsbrief can read"),
        ("2026-11-2812.12.2026", "is no date newsbrief can read"),
        ("on 12 December or so", "is no date newsbrief can read"),
    ],
)
def test_what_may_be_another_day_is_refused(typed: str, reason: str) -> None:
    """With what was typed and the reason."""
    with pytest.raises(RefusedError) as refused:
        date_of(typed, entry("en"))
    assert f"“{typed}” " in refused.value.reasons[0][1]
    assert reason in refused.value.reasons[0][1]
