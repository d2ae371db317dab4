"""Entries of feeds: briefs, what a person said, and notes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from msgspec.structs import replace

from newsbrief.model.brief import NOTE_KINDS, Note
from newsbrief.model.pages import BriefPage
from newsbrief.site.facts import view_ids
from newsbrief.site.render.feeds.entries import Phrases, of_brief, of_notes, of_person, of_retracted
from newsbrief.site.render.feeds.forms import Item
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry, views_of

PATH = "briefs/2029-05-04-ferry.md"
WRONG = Note("correction", "It was <Friday> & late.", dt.date(2029, 5, 6))
PHRASES = Phrases(
    lambda note: f"{note.kind} of {note.date.iso if note.date else 'no day'}", "Gone: {}".format, "It is gone."
)


def page_of(*notes: Note, **fields: Any) -> BriefPage:
    """What feeds show of a brief."""
    views = PageViews("feeds/all", (PATH, view_ids.notes_id(PATH)), views_of(entry(notes=notes, **fields)))
    return replace(views.outline(PATH), notes=views.notes(PATH))


def notes_of(*notes: Note, **fields: Any) -> list[Item]:
    page = page_of(*notes, **fields)
    return list(of_notes(page, {"correction": "Correction"}, lambda url: f"https://news.example/{url}", dt.UTC))


def test_notes_keep_their_ids() -> None:
    """A note that is added, on the same day or later, changes the id of no other; one without a day has no entry."""
    days = (("One.", 6), ("Two, the same day.", 6), ("Three.", 7))
    first, *others = (Note("correction", text, dt.date(2029, 5, day)) for text, day in days)
    ids = {item.summary: item.id for item in notes_of(first, Note("correction", "Undated."))}
    assert ids == {"One.": "https://news.example/2029/05/04/ferry/#correction-2029-05-06"}
    later = {item.summary: item.id for item in notes_of(first, *others)}
    assert later.items() >= ids.items()
    assert len(set(later.values())) == len(later) == len(days)


def test_update_is_no_correction() -> None:
    """Only corrections, clarifications and retractions set something right."""
    notes = [Note(kind, kind, dt.date(2029, 5, 4)) for kind in NOTE_KINDS]
    assert {item.summary for item in notes_of(*notes)} == {"correction", "clarification", "retraction"}


def test_note_of_a_later_day_does_not_date_the_feed() -> None:
    """It has changed nothing yet."""
    (item,) = notes_of(Note("correction", "Four.", dt.date(2031, 1, 1)))
    assert item.updated.date() == dt.date(2029, 5, 4)


def test_entries_have_the_language_of_their_brief() -> None:
    """Of the brief, of what a person says in it and of its notes."""
    page = page_of(WRONG, lang="ko")
    items = [of_brief(page, "", str, Phrases()), of_person(page, "people/x/", str), *notes_of(WRONG, lang="ko")]
    assert [item.lang for item in items] == ["ko"] * 3


def test_corrected_brief_says_so_in_its_entry() -> None:
    """Before its text, as on its page; an entry without a text keeps its summary beside the note."""
    note = "<p><strong>correction of 2029-05-06:</strong> It was &lt;Friday&gt; &amp; late.</p>"
    item = of_brief(page_of(WRONG), "<p>Body</p>", str, PHRASES)
    assert item.html == f"{note}<p>Body</p>"
    assert item.updated.date() == WRONG.date
    assert of_brief(page_of(WRONG, summary="Late & again"), "", str, PHRASES).html == f"{note}<p>Late &amp; again</p>"


def test_retracted_brief_takes_the_place_of_what_readers_have() -> None:
    """Under the same id, with the reason and nothing else of it, so that feed readers show that for the text."""
    was = of_brief(page_of(WRONG), "<p>Body</p>", str, PHRASES)
    hidden = {"status": "retracted", "summary": "Secret", "tags": ("Secret",), "authors": ("Secret",)}
    item = of_retracted(page_of(WRONG, **hidden), str, PHRASES)
    assert (item.id, item.title, item.updated) == (was.id, "Gone: Ferry returns", was.updated)
    assert item.html.startswith("<p>It is gone.</p><p><strong>correction of 2029-05-06:</strong> It was")
    assert "Secret" not in repr(item)
