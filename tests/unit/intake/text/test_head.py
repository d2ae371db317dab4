"""Heads of letters and of labelled copy, and what they leave to the article."""

from __future__ import annotations

import pytest

from newsbrief.intake.text.labels import labelled
from newsbrief.intake.text.letter import letter, mailed
from newsbrief.intake.text.lines import lines
from newsbrief.rules import copy

COPY = copy.load()
LETTER = """\
From: Osla Brandt <osla@ellery.example>
To: desk@ellery.example
Subject: COPY: Ferry tax passes by one vote
Date: Fri, 4 May 2029 16:12:09 +0100
"""


def test_mail() -> None:
    """An e-mail's head tells subject, sender and date; its signature is no article."""
    head = mailed(lines(f"{LETTER}\nFerry tax passes\n\nThe tax passed.\n\nIt was late.\n\n-- \nOsla"), COPY.mail)
    assert head is not None
    assert head.first("subject") == "Ferry tax passes by one vote"
    assert head.first("sender") == "Osla Brandt"
    assert head.first("date") == "2029-05-04T16:12:09+01:00"
    assert [line.text for line in head.rest] == ["Ferry tax passes", "The tax passed.", "It was late."]


LETTERS = [
    ("before a farewell", "Hi both,\n\nhere it is.\n\nBest,\nOsla\n\n{}", ("here it is.",)),
    ("before a line drawn", "Hi both,\n\nhere it is.\n-----------\n\n{}", ("here it is.",)),
    ("around the article", "Dear desk,\n\nplease use by Friday.\n\n{}\n\nCall me if you need more.\n\nThanks,\nOsla",
     ("please use by Friday.", "Call me if you need more.")),
    ("a greeting only", "Hello,\n\n{}", ()),
    ("no letter", "{}", ()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "notes"), [row[1:] for row in LETTERS], ids=[row[0] for row in LETTERS])
def test_letters(words: str, notes: tuple[str, ...]) -> None:
    """What the sender says to the desk is no article; the desk is told it."""
    article = ["Ferry tax passes", "The tax passed by one vote.", "“You can all go home,” she said. It was late."]
    head = letter(lines(words.format("\n\n".join(article))), COPY.mail)
    assert [line.text for line in head.rest] == article
    assert head.fields.get("note", ()) == notes


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
        "Document 3 of 17\nPUBLICATION: Ellery Beat\n\nHEADLINE: Ferry tax passes\n\nBODY:\n\nIt passed.\n\n"
        "LANGUAGE: en\nCopyright Ellery Beat",
        {"source": ("Ellery Beat",), "headline": ("Ferry tax passes",), "lang": ("en",)},
        ["It passed."],
    ),
    (
        "[HEAD] Ferry tax passes\n[BYLINE] Osla Brandt\n[TEXT] It passed.\n[TEXT] It was late.",
        {"headline": ("Ferry tax passes",), "authors": ("Osla Brandt",)},
        ["It passed.", "It was late."],
    ),
    (
        "3 of 41 DOCUMENTS\nThe Ellery Mercury\n\nFerry tax passes\n\nBYLINE: Osla Brandt\nLENGTH: 181 words\n"
        "DATELINE: VARNHOLT\n\nIt passed.",
        {"authors": ("Osla Brandt",), "other": ("181 words",), "dateline": ("VARNHOLT",)},
        ["3 of 41 DOCUMENTS", "The Ellery Mercury", "Ferry tax passes", "It passed."],
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
