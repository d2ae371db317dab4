"""Quotes as pages show them."""

from __future__ import annotations

from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.views import QuoteView
from newsbrief.site.views.resolve import Views
from tests.unit.briefs import entry, views_of

WORDS = ("The tide keeps no calendar, and neither do we",)
FIRST, AGAIN = "briefs/2029-05-01-a.md", "briefs/2029-05-09-b.md"


def views() -> Views:
    role = (BriefPerson("Mira Solberg", "harbour master"),)
    return views_of(
        entry(FIRST, title="First", date="2029-05-01", people=role, quotes=(BriefQuote("q1", WORDS, "Mira Solberg"),)),
        entry(
            AGAIN,
            title="Again",
            date="2029-05-09",
            quotes=(BriefQuote("q2", WORDS, "Mira Solberg", said="2029-05-08"),),
        ),
    )


def both() -> tuple[QuoteView, QuoteView]:
    made = views()
    return made.quote(f"{FIRST}#q:q1"), made.quote(f"{AGAIN}#q:q2")


def test_quote_has_its_speaker_and_its_places() -> None:
    """A page of its own, and its place in the brief."""
    first, _ = both()
    assert (first.speaker.url, first.role) == ("people/mira-solberg/", "harbour master")
    assert (first.url, first.anchor) == ("quotes/2029-05-01-a-q1/", "2029/05/01/a/#q1")
    assert (first.published.iso, first.day, first.brief.text) == ("2029-05-01", None, "First")


def test_later_quote_with_the_same_words_leads_to_the_first() -> None:
    """The first one names the later briefs."""
    first, again = both()
    assert (again.repeats, again.url, again.anchor) == (True, first.url, "2029/05/09/b/#q2")
    assert [(link.text, link.url) for link in first.also] == [("Again", "2029/05/09/b/#q2")]
    assert again.day
    assert again.day.edtf == "2029-05-08"
