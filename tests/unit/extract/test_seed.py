"""What the first article gives, fact by fact."""

from __future__ import annotations

import pytest

from newsbrief.model.article import Photo
from tests.unit.extract.article import seed_mentions, seed_reading


def test_credit_lines() -> None:
    """Photo credit, author and agency are told from the text."""
    reading = seed_reading()
    assert reading.photo == Photo("AP", "Fair Use")
    assert reading.authors == ("Staff",)
    assert reading.source == ("Associated Press",)
    assert reading.headline.startswith("South Korean leader warns Russia")


def test_credit_lines_leave_the_body() -> None:
    """The body begins with the first paragraph and ends with the last; a sentence that names the agency stays."""
    text = seed_reading().text
    assert text.startswith("South Korea’s president issued")
    assert text.endswith("over $2 billion.")
    assert "the Associated Press reported" in text


def test_speakers() -> None:
    """One man speaks both quotes, and nobody else speaks."""
    named = [one for one in seed_mentions().attributions if one.name]
    assert {one.name for one in named} == {"Yoon Suk Yeol"}
    assert len(named) == 2


def test_broken_quote() -> None:
    """The quote broken by "he said" is one group of two segments."""
    groups = [quote.group for quote in seed_mentions().quotes]
    assert len(groups) == 4
    assert groups[-1] == groups[-2] != groups[-3]


def test_events() -> None:
    """Three events, each with the smallest honest words."""
    events = seed_mentions().events
    assert [(event.date, event.when) for event in events] == [
        ("2023-09-20", "on Wednesday"),
        ("2022", "in 2022"),
        ("2023-09", "earlier this month"),
    ]
    assert events[0].text.startswith("South Korea’s president issued")
    assert events[1].text == "the Russian invasion of its territory in 2022"
    assert events[2].text.startswith("During the G20 summit")
    assert events[2].text.endswith("over $2 billion.")


def test_undated() -> None:
    """A recent visit has no date and says so."""
    assert {(timex.text, timex.value) for timex in seed_mentions().undated} == {("recent", "")}


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Yoon Suk Yeol", "South Korea’s president"),
        ("Kim Jong Un", "North Korean leader"),
        ("Vladimir Putin", "Russian President"),
    ],
)
def test_people(name: str, role: str) -> None:
    """Three people with the article's own words for what they are."""
    assert {one.role for one in seed_mentions().names if one.name == name} == {role}


def test_nobody_else() -> None:
    """Neither a country nor a capital is a person."""
    people = {one.name for one in seed_mentions().names if one.kind == "person"}
    assert people == {"Yoon Suk Yeol", "Kim Jong Un", "Vladimir Putin"}


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (
            "place",
            {"South Korea", "North Korea", "Russia", "Ukraine", "United States", "India", "Seoul", "Republic of Korea"},
        ),
        ("organisation", {"U.N. Security Council", "U.N. General Assembly", "Associated Press", "G20"}),
    ],
)
def test_places_and_organisations(kind: str, wanted: set[str]) -> None:
    """Places and organisations as the article names them, in their fullest form."""
    found = {one.name for one in seed_mentions().names if one.kind == kind}
    assert wanted <= found
    assert "Security Council" not in found
