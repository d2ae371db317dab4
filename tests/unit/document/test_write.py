"""Briefs as new files."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from newsbrief.document import field_source, parse, render
from newsbrief.model.article import Photo
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, RawRecord
from tests.effort import examples
from tests.unit.document.any_brief import BRIEF, without_lines

DAY = Moment(dt.date(2031, 5, 2))


@given(BRIEF)
@settings(max_examples=examples(300), deadline=None, derandomize=True)
def test_what_is_rendered_reads_back(brief: Brief) -> None:
    """The file of any brief reads back as that brief."""
    assert without_lines(parse(render(brief))) == brief


def test_the_canonical_look() -> None:
    """A file has the canonical order: short lists and people in one line, quotes and events in blocks, raw last."""
    brief = Brief(
        title="Lumen closes its harbour",
        date=DAY,
        status="published",
        body="The council voted on Thursday.",
        authors=("Staff",),
        tags=("Harbour", "Lumen, old town"),
        photo=Photo("Ada Quill", "Fair Use", file="images/quay.jpg"),
        people=(BriefPerson("Bo Tarn", "Lumen's mayor"), BriefPerson("Cy Ode")),
        quotes=(BriefQuote("q1", ("It is: old",), "Bo Tarn"), BriefQuote("q2", ("One", "two"))),
        events=(
            BriefEvent("e1", "[2030,2031]", "on Thursday", "The council voted", same=("a#e1",), apart=("b#e1", "c#e2")),
        ),
        raw=RawRecord("2031-05-02-harbour.txt", "ab12", {"title": "0123456789"}, {"q": "2"}),
        unknown={"mood": "NO"},
    )
    assert render(brief) == (
        "---\n"
        "title: Lumen closes its harbour\n"
        "date: 2031-05-02\n"
        "status: published\n"
        "authors: [Staff]\n"
        'tags: [Harbour, "Lumen, old town"]\n'
        "photo: {file: images/quay.jpg, credit: Ada Quill, rights: Fair Use}\n"
        "people:\n"
        "- {name: Bo Tarn, role: Lumen's mayor}\n"
        "- {name: Cy Ode}\n"
        "quotes:\n"
        "- id: q1\n"
        "  speaker: Bo Tarn\n"
        '  text: "It is: old"\n'
        "- id: q2\n"
        "  text:\n"
        "  - One\n"
        "  - two\n"
        "events:\n"
        "- id: e1\n"
        "  date: [2030,2031]\n"
        "  when: on Thursday\n"
        "  text: The council voted\n"
        "  same: a#e1\n"
        "  apart: [b#e1, c#e2]\n"
        "mood: NO\n"
        "raw:\n"
        "  file: 2031-05-02-harbour.txt\n"
        "  sha256: ab12\n"
        "  desk: {title: 0123456789}\n"
        "  last: {q: 2}\n"
        "---\n"
        "The council voted on Thursday.\n"
    )


def test_long_lists_are_written_in_blocks() -> None:
    """A list wider than 100 columns has a line for each item, and the desk's fingerprints wrap after a comma."""
    brief = Brief(title="t", date=DAY, tags=("x" * 60, "y" * 60))
    assert field_source(brief, "tags") == f"tags:\n- {'x' * 60}\n- {'y' * 60}"
    desk = {f"field{number}": "0123456789" for number in range(20)}
    source = field_source(Brief(title="t", date=DAY, raw=RawRecord("f", "s", desk)), "raw")
    assert max(len(line) for line in source.split("\n")) <= 100
    assert all(line.startswith("    field") for line in source.split("\n")[4:])


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("2022", "2022"),
        ("null", "null"),
        ("Lumen: a warning", '"Lumen: a warning"'),
        ("#1 of all", '"#1 of all"'),
        ("Route #1", '"Route #1"'),
        ("“No,” she said", "“No,” she said"),
        ('"No," she said', r'"\"No,\" she said"'),
        ("two\nlines", r'"two\nlines"'),
        ("a\u2028b", r'"a\u2028b"'),
        ("ends:", '"ends:"'),
        ("[sic] he wrote", '"[sic] he wrote"'),
        ("he wrote [sic]", "he wrote [sic]"),
    ],
)
def test_quotation_marks_only_where_yaml_needs_them(text: str, source: str) -> None:
    """A text is plain YAML where that reads back unchanged, else in double quotes."""
    assert field_source(Brief(title=text, date=DAY), "title") == f"title: {source}"


@pytest.mark.parametrize(
    ("moment", "source"),
    [
        (DAY, "2031-05-02"),
        (Moment(DAY.day, dt.time(14, 30)), "2031-05-02 14:30"),
        (Moment(DAY.day, dt.time(14, 30, 9)), "2031-05-02 14:30:09"),
        (Moment(DAY.day, dt.time(14, 30), dt.UTC), "2031-05-02T14:30:00+00:00"),
    ],
)
def test_dates_are_as_precise_as_they_are(moment: Moment, source: str) -> None:
    """A date is written with what is known of it."""
    assert field_source(Brief(title="t", date=moment), "date") == f"date: {source}"


def test_an_empty_field_has_no_source() -> None:
    """Empty fields are left out."""
    assert field_source(Brief(title="t", date=DAY), "summary") == ""
