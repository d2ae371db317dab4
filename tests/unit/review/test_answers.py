"""What an answer makes of a brief."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from newsbrief import document
from newsbrief.model.brief import Brief, BriefEvent, BriefQuote, Note, RawRecord, Review
from newsbrief.model.mentions import QuoteSpan
from newsbrief.model.refusal import RefusedError
from newsbrief.review import answers
from tests.unit.briefs import brief

BODY = "“We waited,” she said. “The morning came.”\n\nThe vote was on Thursday. “A third thing,” he said."
QUOTES = (BriefQuote("q1", ("We waited",), "Mira"), BriefQuote("q4", ("A third thing",), "Bo"))
EVENTS = (BriefEvent("e1", "2029-05-03", claim="q4"), BriefEvent("e2", "2029-05-03"))
MADE = brief(body=BODY, quotes=QUOTES, events=EVENTS)


def test_new_quote_stands_at_its_place_with_a_new_id() -> None:
    """In the body's order, numbered above all that ever were, the comma and the marks left out."""
    start = BODY.index("“The")
    span = QuoteSpan(start, start + 20, "“The morning came.”", 2, "direct")
    made, name = answers.with_passage(MADE, [span], "Mira")
    assert name == "q5"
    assert [(one.id, one.text) for one in made.quotes] == [
        ("q1", ("We waited",)),
        ("q5", ("The morning came.",)),
        ("q4", ("A third thing",)),
    ]
    remembering = replace(MADE, raw=RawRecord("a.txt", "ab", {}, {"q": "8"}))
    made, name = answers.with_passage(remembering, [span], "Mira")
    assert (name, made.raw and made.raw.last) == ("q9", {"q": "9", "e": "2"})


def test_what_is_removed_leaves_its_id_behind() -> None:
    """The highest number is remembered, and whatever was claimed in a quote goes with it."""
    made = answers.without(MADE, "q4")
    assert [one.id for one in (*made.quotes, *made.events)] == ["q1", "e2"]
    assert made.raw
    assert made.raw.last == {"q": "4", "e": "2"}
    again, name = answers.with_quote(made, ("A third thing",), "Bo")
    assert name == "q5"
    assert document.parse(document.rewritten(document.render(MADE), again)).raw == again.raw
    assert answers.without(MADE, "e1").raw is None


@pytest.mark.parametrize("fact", ["q4", "e1"])
def test_what_a_note_is_about_stays(fact: str) -> None:
    """A correction never loses what it corrects."""
    noted = replace(MADE, notes=(Note("correction", "So.", None, fact),))
    with pytest.raises(RefusedError, match=f"a note is about {fact}"):
        answers.without(noted, "q4")


def test_words_that_are_not_there_make_no_quote() -> None:
    """Nothing is put into anybody's mouth."""
    with pytest.raises(RefusedError, match="do not stand in the body"):
        answers.with_quote(MADE, ("The evening came",), "Mira")


@pytest.mark.parametrize("date", ["2029-13", "someday", ""])
def test_date_that_is_none(date: str) -> None:
    """Of an event that is there, and of a new one."""
    for answer in (lambda: answers.with_date(MADE, "e2", date), lambda: answers.with_event(MADE, "The vote", "", date)):
        with pytest.raises(RefusedError):
            answer()


def test_answers_to_findings() -> None:
    """Same, apart, silence, story and approval, each in its field."""
    made: Brief = answers.with_answer(MADE, "e2", "a#e1", same=True)
    made = answers.with_answer(made, "e2", "b#e1", same=False)
    assert (made.events[1].same, made.events[1].apart) == (("a#e1",), ("b#e1",))
    made = answers.with_silence(made, "loose-end", "e2", "nobody knows")
    made = answers.with_silence(made, "no-story", "", "it has none")
    assert made.silence == {"loose-end e2": "nobody knows", "no-story": "it has none"}
    made = answers.approved(answers.with_story(replace(made, status="review"), "Ferry"), "Bo", dt.date(2029, 5, 6))
    assert (made.status, made.story, made.reviewed) == ("published", "Ferry", Review("Bo", dt.date(2029, 5, 6)))
    with pytest.raises(RefusedError, match="is withdrawn"):
        answers.approved(replace(made, status="withdrawn"), "Bo", dt.date(2029, 5, 6))
