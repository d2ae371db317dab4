"""The page of corrections."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.pages import CorrectionsPage
from newsbrief.model.views import Link
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

MAY, JUNE = dt.date(2029, 5, 6), dt.date(2029, 6, 1)
SAID = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def corrections(*entries: Entry, **fields: Any) -> CorrectionsPage:
    return models("corrections", *entries, **fields)["corrections/"]  # type: ignore[no-any-return]


def months(page: CorrectionsPage) -> list[tuple[str, list[str]]]:
    return [(month.date.text if month.date else "", [one.note.text for one in month.notes]) for month in page.months]


def test_notes_of_all_briefs_are_in_months_newest_first() -> None:
    """By the notes' own days, not by the briefs'. Notes without a day come last."""
    page = corrections(
        entry("briefs/a.md", date="2029-05-01", notes=(Note("correction", "June's.", JUNE), Note("update", "No day."))),
        entry("briefs/b.md", date="2029-05-04", notes=(Note("reply", "May's.", MAY),)),
    )
    assert months(page) == [("June 2029", ["June's."]), ("May 2029", ["May's."]), ("", ["No day."])]
    assert page.months[0].notes[0].brief.url == "2029/05/01/a/"


def test_note_leads_to_the_quote_or_event_that_it_is_about() -> None:
    """The link has its first words and its place in the brief."""
    notes = (Note("correction", "One.", about="q1"), Note("correction", "Two.", about="e1"))
    one = entry(quotes=(SAID,), events=(BriefEvent("e1", "2029-05-01", text="The council met."),), notes=notes)
    (month,) = corrections(one).months
    assert [shown.note.about for shown in month.notes] == [
        Link("“The tide keeps no calendar”", "2029/05/04/ferry/#q1"),
        Link("The council met.", "2029/05/04/ferry/#e1"),
    ]


def test_protected_speakers_words_are_not_shown() -> None:
    """The note names the quote by its id instead."""
    one = entry(quotes=(SAID,), notes=(Note("correction", "Misheard.", about="q1"),))
    (month,) = corrections(one, people=(PersonRule("Mira Solberg", page="no"),)).months
    assert [shown.note.about for shown in month.notes] == [Link("q1", None)]


def test_retracted_brief_is_listed_with_or_without_a_reason() -> None:
    """No word of its quotes is. A withdrawn brief and a draft are not listed."""
    note = (Note("retraction", "It was made up.", MAY, "q1"),)
    page = corrections(
        entry("briefs/a.md", status="retracted", title="Made up", notes=note, quotes=(SAID,)),
        entry("briefs/b.md", status="retracted", title="No reason"),
        entry("briefs/c.md", status="withdrawn", notes=note),
        entry("briefs/d.md", status="draft", notes=note),
    )
    assert months(page) == [("May 2029", ["It was made up."]), ("", [""])]
    assert [month.notes[0].status for month in page.months] == ["retracted", "retracted"]
    assert "calendar" not in repr(page)


@pytest.mark.parametrize(("publish", "texts"), [(False, [("May 2029", ["Waits."])]), (True, [])])
def test_only_a_preview_has_notes_of_briefs_in_review(publish: bool, texts: list[Any]) -> None:
    """Readers get them when the brief is published."""
    one = entry(status="review", notes=(Note("update", "Waits.", MAY),))
    assert months(corrections(one, publish=publish)) == texts


def test_brief_without_notes_leaves_the_page_alone() -> None:
    """A new note renders it again."""
    noted, plain = entry("briefs/a.md", notes=(Note("reply", "So it was.", MAY),)), entry("briefs/b.md")
    changed = entry("briefs/b.md", notes=(Note("update", "Later.", JUNE),))
    before = page_keys("corrections", noted)
    assert page_keys("corrections", noted, plain) == before
    assert page_keys("corrections", noted, changed) != before


def test_theme_without_the_template_has_no_page() -> None:
    """The notes are still on the pages of their briefs."""
    assert planned("corrections", entry(), site={"without": ("corrections",)}) == {}
