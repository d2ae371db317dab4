"""What an excerpt publishes of its article."""

from __future__ import annotations

import pytest

from newsbrief.collate.excerpt import QUOTE_WORDS, SHARE, SUMMARY_WORDS, as_published, excerpt, words_in
from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.model.entry import Entry
from tests.unit.briefs import entry

PART = "and with it the excerpt would be more than 1/3 of the article"


def words(number: int) -> str:
    return "word " * (number - 1) + "end"


def made(*quotes: int, summary: int = 0, body: int = 600, **fields: object) -> Entry:
    """An excerpt of a body of so many words, with quotes and a summary of so many."""
    facts = tuple(BriefQuote(f"q{place}", (words(length),)) for place, length in enumerate(quotes, 1))
    told = {"rights": "excerpt", "quotes": facts, "summary": words(summary) if summary else "", **fields}
    return entry(text=words(body), parts={"q1": ((0, 4),)}, body=words(body), **told)


@pytest.mark.parametrize(
    ("asked", "summary", "quotes", "left_out"),
    [
        (made(QUOTE_WORDS, 10, summary=SUMMARY_WORDS), True, {"q1", "q2"}, {}),
        (made(QUOTE_WORDS + 1, 10), False, {"q2"}, {"q1": "has 51 words, an excerpt shows at most 50"}),
        (made(9, 9, 9, 9), False, {"q1", "q2", "q3"}, {"q4": "would be number 4, an excerpt shows at most 3"}),
        (made(summary=SUMMARY_WORDS + 1), False, set(), {"summary": "has 61 words, an excerpt shows at most 60"}),
        (
            made(20, 5, summary=10, body=60),
            True,
            {"q2"},
            {"q1": f"has 20 words, {PART}"},
        ),
        (made(summary=20, body=30), False, set(), {"summary": f"has 20 words, {PART}"}),
    ],
)  # fmt: skip
def test_short_is_published_and_long_is_left_out_whole(
    asked: Entry, summary: bool, quotes: set[str], left_out: dict[str, str]
) -> None:
    """A quote is published whole or not at all, and each that is not has its reason."""
    chosen = excerpt(asked)
    assert (chosen.summary, set(chosen.quotes), chosen.left_out) == (summary, quotes, left_out)


def test_excerpt_is_a_small_part_of_any_article() -> None:
    """Whatever is asked for, summary and quotes together stay below a third of the article's words."""
    for body in range(1, 700, 7):
        shown = as_published(made(30, 50, 9, 40, 3, summary=45, body=body)).brief
        together = words_in(shown.summary) + sum(words_in(part) for quote in shown.quotes for part in quote.text)
        assert together * SHARE <= body


def test_nothing_else_of_the_article_is_left() -> None:
    """Body, text, events in the article's words, photo and the target of a note about what is gone."""
    events = (
        BriefEvent("e1", "2029", "then", "The words."),
        BriefEvent("e2", "2028", "then", "The words.", label="Mine"),
    )
    notes = (Note("reply", "a", about="q1"), Note("reply", "b", about="q2"), Note("reply", "c", about="e1"))
    shown = as_published(made(9, 99, events=events, notes=notes, photo=Photo("Osla Brandt")))
    assert (shown.text, dict(shown.parts), shown.brief.body, shown.brief.photo) == ("", {}, "", None)
    assert shown.brief.events == (BriefEvent("e2", "2028", label="Mine"),)
    assert [note.about for note in shown.brief.notes] == ["q1", "", ""]


def test_doing_it_again_changes_nothing() -> None:
    """What is left of an excerpt is all that an excerpt of it would leave."""
    once = as_published(made(50, 50, 50, summary=60, body=2_000))
    assert len(once.brief.quotes) == 3
    assert as_published(once) == once


@pytest.mark.parametrize("rights", ["", "own", "licensed"])
def test_other_rights_publish_everything(rights: str) -> None:
    """Only `excerpt` leaves something out."""
    whole = made(99, 99, summary=99, rights=rights)
    assert as_published(whole) is whole


def test_text_without_spaces_has_a_length() -> None:
    """A quote in a script that puts nothing between words is not one word long."""
    assert words_in("潮" * 800) == 100
    assert words_in("The tide keeps no calendar") == 5
