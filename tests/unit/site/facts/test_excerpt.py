"""What an excerpt publishes of its article."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.model.entry import Entry
from newsbrief.site.facts.excerpt import QUOTE_WORDS, SHARE, SUMMARY_WORDS, as_published, excerpt, words_in
from tests.unit.briefs import entry

SHARE_REASON = "and with it the excerpt would be more than 1/3 of the article"


def words(number: int) -> str:
    return "word " * (number - 1) + "end"


def article(*quotes: int, summary: int = 0, body: int = 600, **fields: Any) -> Entry:
    """A brief with the rights to an excerpt; all arguments are numbers of words."""
    said = tuple(BriefQuote(f"q{place}", (words(length),)) for place, length in enumerate(quotes, 1))
    told = {"rights": "excerpt", "quotes": said, "summary": words(summary) if summary else "", **fields}
    return entry(text=words(body), parts={"q1": ((0, 4),)}, body=words(body), **told)


@pytest.mark.parametrize(
    ("brief", "summary", "quotes", "left_out"),
    [
        (article(QUOTE_WORDS, 10, summary=SUMMARY_WORDS), True, {"q1", "q2"}, {}),
        (article(QUOTE_WORDS + 1, 10), False, {"q2"}, {"q1": "has 51 words, an excerpt shows at most 50"}),
        (article(9, 9, 9, 9), False, {"q1", "q2", "q3"}, {"q4": "would be number 4, an excerpt shows at most 3"}),
        (article(summary=SUMMARY_WORDS + 1), False, set(), {"summary": "has 61 words, an excerpt shows at most 60"}),
        (article(20, 5, summary=10, body=60), True, {"q2"}, {"q1": f"has 20 words, {SHARE_REASON}"}),
        (article(summary=20, body=30), False, set(), {"summary": f"has 20 words, {SHARE_REASON}"}),
    ],
)
def test_long_passages_are_left_out_as_a_whole(
    brief: Entry, summary: bool, quotes: set[str], left_out: dict[str, str]
) -> None:
    """Each passage that is not published has a reason."""
    chosen = excerpt(brief)
    assert (chosen.summary, set(chosen.quotes), chosen.left_out) == (summary, quotes, left_out)


def test_excerpt_is_a_small_part_of_any_article() -> None:
    """Summary and quotes together stay below a third of the article's words."""
    for body in range(1, 700, 7):
        shown = as_published(article(30, 50, 9, 40, 3, summary=45, body=body)).brief
        together = words_in(shown.summary) + sum(words_in(part) for quote in shown.quotes for part in quote.text)
        assert together * SHARE <= body


def test_nothing_else_of_the_article_is_published() -> None:
    """Not the text, the photo, events in the article's words, nor what a note is about if that is left out."""
    events = (
        BriefEvent("e1", "2029", "then", "The words."),
        BriefEvent("e2", "2028", "then", "The words.", label="Mine"),
    )
    notes = (Note("reply", "a", about="q1"), Note("reply", "b", about="q2"), Note("reply", "c", about="e1"))
    shown = as_published(article(9, 99, events=events, notes=notes, photo=Photo("Osla Brandt")))
    assert (shown.text, dict(shown.parts), shown.brief.body, shown.brief.photo) == ("", {}, "", None)
    assert shown.brief.events == (BriefEvent("e2", "2028", label="Mine"),)
    assert [note.about for note in shown.brief.notes] == ["q1", "", ""]


def test_excerpt_of_an_excerpt_is_the_same() -> None:
    """A second call changes nothing."""
    once = as_published(article(50, 50, 50, summary=60, body=2_000))
    assert len(once.brief.quotes) == 3
    assert as_published(once) == once


@pytest.mark.parametrize("rights", ["", "own", "licensed"])
def test_other_rights_publish_everything(rights: str) -> None:
    """Only `excerpt` leaves something out."""
    whole = article(99, 99, summary=99, rights=rights)
    assert as_published(whole) is whole


@pytest.mark.parametrize(("text", "length"), [("潮" * 800, 100), ("The tide keeps no calendar", 5), ("", 0)])
def test_text_without_spaces_has_a_length(text: str, length: int) -> None:
    """A quote in a script without spaces between words is not one word long."""
    assert words_in(text) == length
