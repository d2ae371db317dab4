"""Heads of letters and of labelled copy, and what they leave to the article."""

from __future__ import annotations

import pytest

from newsbrief.intake.text.head import labelled, mailed
from newsbrief.intake.text.lines import lines
from newsbrief.rules import copy

COPY = copy.load()
LETTER = """\
From: Osla Brandt <osla@ellery.example>
To: desk@ellery.example
Subject: COPY: Ferry tax passes by one vote
Date: Fri, 4 May 2029 16:12:09 +0100
"""


def test_letter() -> None:
    """An e-mail's head tells subject, sender and date; greeting and signature are no article."""
    head = mailed(
        lines(f"{LETTER}\nHi both,\n\nFerry tax passes\n\nThe tax passed.\n\nIt was late.\n\n-- \nOsla"), COPY.mail
    )
    assert head is not None
    assert head.first("subject") == "Ferry tax passes by one vote"
    assert head.first("sender") == "Osla Brandt"
    assert head.first("date") == "2029-05-04T16:12:09+01:00"
    assert [line.text for line in head.rest] == ["Ferry tax passes", "The tax passed.", "It was late."]


def test_words_before_the_article() -> None:
    """What the sender says before a farewell or a line drawn is no article either."""
    for parting in ("Best,\nOsla", "-----------"):
        head = mailed(
            lines(f"{LETTER}\nHi both,\n\nit is here.\n\n{parting}\n\nFerry tax passes\n\nIt did."), COPY.mail
        )
        assert head is not None
        assert [line.text for line in head.rest] == ["Ferry tax passes", "It did."]


@pytest.mark.parametrize(
    "words",
    [
        "From: the harbour\n\nThe boats came back.",
        "Subject: Ferry\nDate: today\nTo: all\n\nNobody signed it.",
        "The boats came back.\n\nFrom: Osla",
    ],
)
def test_no_letter(words: str) -> None:
    """Without a sender among three fields at the top there is no letter."""
    assert mailed(lines(words), COPY.mail) is None


LABELLED = [
    (
        "HEADLINE: Ferry tax passes\nBYLINE: By Osla Brandt\nDATE: 2029-05-04\nPHOTO: ferry.jpg\n\nIt passed.",
        {"headline": ("Ferry tax passes",), "authors": ("By Osla Brandt",), "date": ("2029-05-04",)},
        ["It passed."],
    ),
    (
        "Title: Ferry tax passes\nBody: It passed.\n\nIt was late.\nPhoto credit: Stig Vane",
        {"headline": ("Ferry tax passes",), "credit": ("Stig Vane",)},
        ["It passed.", "It was late."],
    ),
    (
        "**Standfirst:** Late again\nstory_title: Ferry tax passes\nSLUG: ferry\n\nIt passed.",
        {"standfirst": ("Late again",), "headline": ("Ferry tax passes",), "other": ("ferry",)},
        ["It passed."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "fields", "rest"), LABELLED)
def test_labelled(words: str, fields: dict[str, tuple[str, ...]], rest: list[str]) -> None:
    """Labels in many forms give fields, at the top and at the end."""
    head = labelled(lines(words), COPY)
    assert head is not None
    assert dict(head.fields) == fields
    assert [line.text for line in head.rest] == rest


@pytest.mark.parametrize(
    "words", ["Photo: Stig Vane\n\nFerry tax passes\n\nIt passed.", "The mayor: nobody knew\n\nIt passed."]
)
def test_no_head(words: str) -> None:
    """One label alone is a line of the article."""
    assert labelled(lines(words), COPY) is None
