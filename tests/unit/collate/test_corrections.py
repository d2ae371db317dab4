"""What was set right."""

import datetime as dt

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from newsbrief.model.entry import PersonRule
from newsbrief.model.pages import CorrectionsPage, PersonPage
from newsbrief.model.views import Link
from tests.unit.briefs import edition, entry

MAY, JUNE = dt.date(2029, 5, 6), dt.date(2029, 6, 1)
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
SAID = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def told(page: CorrectionsPage) -> list[tuple[str, list[str]]]:
    return [(month.date.text if month.date else "", [one.note.text for one in month.notes]) for month in page.months]


def test_notes_of_all_briefs_stand_by_month_newest_first() -> None:
    """Whatever the age of their briefs; those without a day come last."""
    briefs = [
        entry("briefs/a.md", date="2029-05-01", notes=(Note("correction", "June's.", JUNE), Note("update", "No day."))),
        entry("briefs/b.md", date="2029-05-04", notes=(Note("reply", "May's.", MAY),)),
    ]
    page = collate.site(briefs, edition()).corrections
    assert told(page) == [("June 2029", ["June's."]), ("May 2029", ["May's."]), ("", ["No day."])]
    assert page.months[0].notes[0].brief.url == "2029/05/01/a/"


def test_a_note_leads_to_the_quote_or_event_it_is_about() -> None:
    """Named by its first words, at its place in the brief."""
    notes = (Note("correction", "One.", about="q1"), Note("correction", "Two.", about="e1"))
    one = entry(quotes=(SAID,), events=(BriefEvent("e1", "2029-05-01", text="The council met."),), notes=notes)
    (month,) = collate.site([one], edition()).corrections.months
    about = [shown.note.about for shown in month.notes]
    assert [(link.text, link.url) for link in about if link] == [
        ("“The tide keeps no calendar”", "2029/05/04/ferry/#q1"),
        ("The council met.", "2029/05/04/ferry/#e1"),
    ]


def test_retracted_brief_stands_there_with_its_reason_and_no_word_of_its_quotes() -> None:
    """Without a reason it stands there as retracted; a withdrawn one and a draft do not stand there at all."""
    note = (Note("retraction", "It was made up.", MAY, "q1"),)
    briefs = [
        entry("briefs/a.md", status="retracted", title="Made up", notes=note, quotes=(SAID,)),
        entry("briefs/b.md", status="retracted", title="No reason"),
        entry("briefs/c.md", status="withdrawn", notes=note),
        entry("briefs/d.md", status="draft", notes=note),
    ]
    site = collate.site(briefs, edition())
    assert told(site.corrections) == [("May 2029", ["It was made up."]), ("", [""])]
    assert [month.notes[0].status for month in site.corrections.months] == ["retracted", "retracted"]
    assert "calendar" not in repr(site.corrections) + repr(site.briefs["briefs/a.md"])


def test_what_may_not_be_named_is_named_by_its_id() -> None:
    """The words of a protected speaker stand in no list, not even as what a note is about."""
    one = entry(people=(SOLBERG,), quotes=(SAID,), notes=(Note("correction", "Misheard.", about="q1"),))
    site = collate.site([one], edition(people=(PersonRule("Mira Solberg", page="no"),)))
    assert [shown.note.about for month in site.corrections.months for shown in month.notes] == [Link("q1", None)]


def test_a_person_s_page_has_what_was_set_right_about_them() -> None:
    """Notes about their quotes and about events that name them; not those about others or the whole brief."""
    notes = (
        Note("correction", "Misheard.", MAY, "q1"),
        Note("correction", "Another day.", JUNE, "e1"),
        Note("correction", "Of Quay's.", JUNE, "q2"),
        Note("update", "Of the brief."),
    )
    one = entry(
        people=(SOLBERG,),
        quotes=(SAID, BriefQuote("q2", ("A proverb",), "Ansel Quay")),
        events=(BriefEvent("e1", "2029-05-01", text="Mira Solberg left."),),
        notes=notes,
    )
    pages: dict[str, PersonPage] = {page.name: page for page in collate.site([one], edition()).person_pages}
    assert [shown.note.text for shown in pages["Mira Solberg"].notes] == ["Another day.", "Misheard."]


def test_a_preview_has_those_in_review_and_readers_do_not() -> None:
    """As everything of a brief that waits for its approval."""
    one = entry(status="review", notes=(Note("update", "Waits.", MAY),))
    assert [m.notes[0].status for m in collate.site([one], edition()).corrections.months] == ["review"]
    assert collate.site([one], edition(publish=True)).corrections.months == ()
