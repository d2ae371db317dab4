"""Quotes by speaker, and their pages."""

from newsbrief import collate
from newsbrief.collate.quotes import context_of
from newsbrief.model.brief import BriefPerson, BriefQuote, Note
from newsbrief.model.entry import PersonRule
from tests.unit.briefs import edition, entry

SOLBERG = BriefPerson("Mira Solberg", "harbour master")


def said(number: int, words: str, speaker: str = "Mira Solberg") -> BriefQuote:
    return BriefQuote(f"q{number}", (words,), speaker)


def test_quotes_stand_under_their_speaker_newest_day_first() -> None:
    """Speakers in alphabetical order, their days backwards, one day's quotes as they were said."""
    early = entry("briefs/a.md", date="2029-05-01", people=(SOLBERG,), quotes=(said(1, "One"), said(2, "Two")))
    late = entry("briefs/b.md", date="2029-05-09", quotes=(said(1, "Three"), said(2, "Four", "Ansel Quay")))
    page = collate.site([early, late], edition()).quotes
    assert [speaker.speaker.text for speaker in page.speakers] == ["Ansel Quay", "Mira Solberg"]
    assert [[quote.parts[0] for quote in day.quotes] for day in page.speakers[1].days] == [["Three"], ["One", "Two"]]
    assert page.count == 4


def test_quote_without_speaker_has_no_page() -> None:
    """What nobody is named for stays in the body only."""
    site = collate.site([entry(quotes=(said(1, "Who knows", ""),))], edition())
    assert not site.quote_pages


def test_quote_page_leads_to_the_same_speakers_neighbours() -> None:
    """Earlier and later are by the same speaker, across briefs."""
    early = entry("briefs/a.md", date="2029-05-01", quotes=(said(1, "One"), said(2, "Other", "Ansel Quay")))
    late = entry("briefs/b.md", date="2029-05-09", quotes=(said(1, "Two"),))
    pages = {page.quote.parts[0]: page for page in collate.site([early, late], edition()).quote_pages}
    assert pages["One"].earlier is None
    assert pages["One"].later is not None
    assert pages["One"].later.text == "Two"
    assert pages["Other"].later is None


def test_context_is_the_paragraphs_around_with_the_words_marked() -> None:
    """One paragraph on either side, nothing farther, and the quote told from the reporter's words."""
    text = "Far.\n\nBefore.\n\n“A tide,” she said. “A clock.”\n\nAfter.\n\nFar too."
    parts = ((text.index("A tide"), text.index("A tide") + 6), (text.index("A clock"), text.index("A clock") + 8))
    assert context_of(text, parts) == (
        (("Before.", False),),
        (("“", False), ("A tide", True), (",” she said. “", False), ("A clock.", True), ("”", False)),
        (("After.", False),),
    )


def test_protected_speaker_is_in_no_list() -> None:
    """`page: no` in people.yaml takes a name out of quotes, people and person pages."""
    one = entry(people=(SOLBERG,), quotes=(said(1, "One"),))
    site = collate.site([one], edition(people=(PersonRule("Mira Solberg", page="no"),)))
    assert not site.quote_pages
    assert not site.person_pages
    assert not site.briefs[one.path].people


def test_note_about_a_quote_stands_on_its_page_only() -> None:
    """A correction of one quote is shown with that quote, by its first words; one about the whole brief with all."""
    notes = (Note("correction", "Was misheard.", about="q2"), Note("update", "Vote repeated."))
    one = entry(quotes=(said(1, "One"), said(2, "Two")), notes=notes)
    pages = {page.quote.id: page.notes for page in collate.site([one], edition()).quote_pages}
    assert [note.text for note in pages["q1"]] == ["Vote repeated."]
    assert {note.text for note in pages["q2"]} == {"Was misheard.", "Vote repeated."}
    assert [note.about.text for note in pages["q2"] if note.about] == ["“Two”"]
