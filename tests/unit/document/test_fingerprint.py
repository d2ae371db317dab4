"""What the desk remembers of its words."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from newsbrief.document import fingerprints, parse, render, stamp
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment, RawRecord
from tests.effort import examples
from tests.unit.document.any_brief import BRIEF

PLAIN = Brief(
    title="Lumen closes",
    date=Moment(dt.date(2031, 5, 2)),
    summary="One two.",
    people=(BriefPerson("Ada Quill"),),
    quotes=(BriefQuote("q2", ("One", "two"), "Ada Quill"),),
    events=(BriefEvent("e5", "2031"),),
    body="Body.",
)


def changed(**changes: object) -> set[str]:
    """The fields whose fingerprint another brief changes."""
    old, new = fingerprints(PLAIN), fingerprints(replace(PLAIN, **changes))  # type: ignore[arg-type]
    return {name for name in {*old, *new} if old.get(name) != new.get(name)}


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"title": "Lumen opens"}, {"title"}),
        ({"summary": "One\ntwo. "}, set()),
        ({"summary": ""}, {"summary"}),
        ({"body": "\nBody. \n"}, set()),
        ({"body": "Body.\nMore"}, {"body"}),
        ({"status": "published"}, set()),
        ({"quotes": (BriefQuote("x", ("One", "two"), "Ada Quill", line=9),)}, set()),
        ({"quotes": (BriefQuote("q2", ("One two",), "Ada Quill"),)}, {"quotes"}),
        ({"quotes": (BriefQuote("q2", ("One", "two"), "Ada Quill", lead=True),)}, {"quotes"}),
        ({"events": (BriefEvent("e5", "2031", label="The end"),)}, {"events"}),
        ({"events": (BriefEvent("e5", "2031", same=("harbour#e1",)),)}, {"events"}),
        ({"people": (BriefPerson("Ada Quill", "mayor"),)}, {"people"}),
    ],
)
def test_only_words_count(changes: dict[str, object], fields: set[str]) -> None:
    """A fingerprint changes with a field's words, not with white space, lines or ids."""
    assert changed(**changes) == fields


def test_a_stamp_remembers_fields_and_numbers() -> None:
    """The record has a print of each field that is not empty, and the highest numbers of ids, also of gone ones."""
    raw = stamp(replace(PLAIN, raw=RawRecord("a.txt", "ab", {}, {"q": "7"}))).raw
    assert raw is not None
    assert set(raw.desk) == {"title", "date", "summary", "people", "quotes", "events", "body"}
    assert all(len(print_) == 10 and int(print_, 16) >= 0 for print_ in raw.desk.values())
    assert raw.last == {"q": "7", "e": "5"}


@given(BRIEF)
@settings(max_examples=examples(100), deadline=None, derandomize=True)
def test_a_file_has_the_fingerprints_of_its_brief(brief: Brief) -> None:
    """Writing and reading is no edit."""
    assert fingerprints(parse(render(brief))) == fingerprints(brief)
