"""Corrections and other notes as pages show them."""

from __future__ import annotations

import datetime as dt

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.model.entry import PersonRule
from newsbrief.model.views import NoteView
from newsbrief.site.views.notes import first_words, outside
from tests.unit.briefs import entry, views_of

MAY, JUNE = dt.date(2029, 5, 6), dt.date(2029, 6, 1)
SAID = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
MET = BriefEvent("e1", "2029-05-01", text="The council met.")


def test_notes_stand_newest_first() -> None:
    """Those without a day come last."""
    one = entry(notes=(Note("update", "No day."), Note("reply", "May.", MAY), Note("correction", "June.", JUNE)))
    assert [note.text for note in views_of(one).notes(one.path)] == ["June.", "May.", "No day."]


@pytest.mark.parametrize(
    ("about", "rules", "link"),
    [
        ("q1", (), ("“The tide keeps no calendar”", "2029/05/04/ferry/#q1")),
        ("e1", (), ("The council met.", "2029/05/04/ferry/#e1")),
        ("q1", (PersonRule("Mira Solberg", page="no"),), ("q1", None)),
        ("q9", (), ("q9", None)),
        ("", (), None),
    ],
)
def test_note_leads_to_what_it_is_about(
    about: str, rules: tuple[PersonRule, ...], link: tuple[str, str | None] | None
) -> None:
    """By its first words; words that may not be shown are named by their id."""
    one = entry(quotes=(SAID,), events=(MET,), notes=(Note("correction", "Wrong.", MAY, about),))
    (note,) = views_of(one, people=rules).notes(one.path)
    assert (note.about and (note.about.text, note.about.url)) == link


@pytest.mark.parametrize(
    ("status", "kinds", "shown"),
    [
        ("retracted", (), ["retraction"]),
        ("retracted", ("retraction",), ["retraction"]),
        ("retracted", ("update",), ["update", "retraction"]),
        ("published", ("update",), ["update"]),
        ("published", (), []),
    ],
)
def test_retracted_brief_has_a_note_though_nobody_wrote_why(
    status: str, kinds: tuple[str, ...], shown: list[str]
) -> None:
    """Other pages list the brief as retracted."""
    one = entry(status=status)
    notes = tuple(NoteView(kind, "Words.") for kind in kinds)
    found = outside(notes, views_of(one).teaser(one.path))
    assert [each.note.kind for each in found] == shown
    assert {(each.brief.url, each.status) for each in found} <= {("2029/05/04/ferry/", status)}


@pytest.mark.parametrize(
    ("text", "cut", "words"),
    [("One two", False, "One two"), ("One two", True, "One two …"), ("a b c d e f g h", False, "a b c d e f g …")],
)
def test_links_have_the_first_words(text: str, cut: bool, words: str) -> None:
    """An ellipsis says that more follows."""
    assert first_words(text, cut=cut) == words
