"""The permalinks of quotes."""

from __future__ import annotations

import pytest

from newsbrief.model.brief import BriefQuote, Note
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.quotes import QuotePage
from newsbrief.model.views import Link
from newsbrief.site.options import PARTS
from newsbrief.site.pages.quote import text_fragment, urls
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

TIDE = "The tide keeps no calendar and never did"


def said(number: int, words: str, speaker: str = "Mira Solberg") -> BriefQuote:
    return BriefQuote(f"q{number}", (words,), speaker)


def by_words(*entries: Entry) -> dict[str, QuotePage]:
    return {page.quote.parts[0]: page for page in models("quote", *entries).values()}


def test_address_has_the_day_the_briefs_name_and_the_quotes_id() -> None:
    """The number of quotes before it does not count."""
    (page,) = planned("quote", entry("briefs/ferry.md", quotes=(said(3, "One"), said(5, "Two")))).values()
    assert urls(page) == ["quotes/2029-05-04-ferry-q3/", "quotes/2029-05-04-ferry-q5/"]


def test_context_is_the_paragraphs_around_the_quote() -> None:
    """One before and one after, with the quote marked."""
    text = "Far.\n\nBefore.\n\n“A tide,” she said.\n\nAfter.\n\nFar too."
    start = text.index("A tide")
    (page,) = models(
        "quote", entry(text=text, parts={"q1": ((start, start + 6),)}, quotes=(said(1, "A tide"),))
    ).values()
    assert page.context == (
        (("Before.", False),),
        (("“", False), ("A tide", True), (",” she said.", False)),
        (("After.", False),),
    )


def test_page_has_the_notes_about_the_quote_and_about_the_brief() -> None:
    """A note about another quote is not there."""
    notes = (Note("correction", "Was misheard.", about="q2"), Note("update", "Vote repeated."))
    pages = by_words(entry(quotes=(said(1, "One"), said(2, "Two")), notes=notes))
    assert {words: [note.text for note in page.notes] for words, page in pages.items()} == {
        "One": ["Vote repeated."],
        "Two": ["Was misheard.", "Vote repeated."],
    }


@pytest.mark.parametrize(
    ("quotes", "rules"),
    [
        pytest.param((said(1, "Who knows", ""),), (), id="nobody is named"),
        pytest.param((said(1, "One"),), (PersonRule("Mira Solberg", page="no"),), id="the speaker is protected"),
    ],
)
def test_quote_without_a_speaker_to_name_has_no_page(
    quotes: tuple[BriefQuote, ...], rules: tuple[PersonRule, ...]
) -> None:
    """It is in its brief only."""
    assert planned("quote", entry(quotes=quotes), people=rules) == {}


def test_repetition_has_no_page_and_the_first_quote_names_its_brief() -> None:
    """Whichever brief is newer, the older one's quote has the permalink."""
    first = entry("briefs/a.md", date="2029-05-01", quotes=(said(1, TIDE),))
    again = entry("briefs/b.md", title="Again", date="2029-05-09", quotes=(said(1, TIDE),))
    (page,) = models("quote", again, first).values()
    assert (page.url, page.quote.also) == ("quotes/2029-05-01-a-q1/", (Link("Again", "2029/05/09/b/#q1"),))


def test_new_quote_leaves_the_pages_of_other_briefs_alone() -> None:
    """Also those of the same speaker."""
    briefs = [entry(f"briefs/{n}.md", date=f"2029-05-0{n}", quotes=(said(1, f"Tide {n}"),)) for n in (1, 2, 3, 4, 5)]
    before, after = page_keys("quote", *briefs[:4]), page_keys("quote", *briefs)
    assert before == {url: key for url, key in after.items() if url in before}


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Short words", ":~:text=Short%20words"),
        ("One two three four five six seven eight nine", ":~:text=One%20two%20three%20four,six%20seven%20eight%20nine"),
        ("Half-tide, now & then", ":~:text=Half%2Dtide%2C%20now%20%26%20then"),
    ],
)
def test_text_fragment_finds_the_quote_in_its_brief(words: str, fragment: str) -> None:
    """A long one by its first and last words. Signs with a meaning in fragments are escaped."""
    assert text_fragment([words]) == fragment


@pytest.mark.parametrize(("without", "parts"), [(("quote",), PARTS), ((), PARTS - {"quotes"})])
def test_site_without_quotes_has_no_permalinks(without: tuple[str, ...], parts: frozenset[str]) -> None:
    """Neither where the theme lacks the template nor where the site leaves quotes out."""
    assert planned("quote", entry(quotes=(said(1, "One"),)), site={"without": without}, parts=parts) == {}
