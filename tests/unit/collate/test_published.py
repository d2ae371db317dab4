"""What cannot change without a word, once readers had it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsbrief.collate.published import record, unexplained
from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from tests.unit.briefs import edition, entry

SAID = BriefQuote("q1", ("We shall walk",), "Tove Lind", line=5)
MET = BriefEvent("e1", "2029-05-03", text="The council met", line=9)
WAS: dict[str, Any] = {
    "text": "It cost 1,200 crowns, and 40 came at 14:30.",
    "quotes": (SAID,),
    "events": (MET,),
    "body_line": 12,
    "lines": {"title": 2, "date": 3, "quotes": 4, "events": 8},
}
CORRECTION = Note("correction", "The clerk was misquoted.")


def changed(*notes: Note, **fields: Any) -> list[tuple[int, str]]:
    """What stops the brief with these fields, of which readers had the other."""
    before = record([entry(**WAS)], edition())
    found = unexplained(before, [entry(**{**WAS, **fields}, notes=notes)], edition())
    return [(one.line, one.reason.partition(";")[0]) for one in found]


OTHER_SPEAKER = BriefQuote("q1", SAID.text, "Odd Fenn", line=5)
OTHER_WORDS = BriefQuote("q1", ("We shall run",), "Tove Lind", line=5)
OTHER_DAY = BriefEvent("e1", "2029-05-02", line=9)
# What was changed, the line and words of the message, and what a note has to be about.
CHANGES: list[tuple[dict[str, Any], tuple[int, str], str]] = [
    ({"quotes": (OTHER_SPEAKER,)}, (5, "quote q1 was published with another speaker"), "q1"),
    ({"quotes": (OTHER_WORDS,)}, (5, "quote q1 was published in other words"), "q1"),
    ({"quotes": ()}, (4, "quote q1 was published and is gone"), "q1"),
    ({"events": (OTHER_DAY,)}, (9, "event e1 was published with the date 2029-05-03"), "e1"),
    ({"events": ()}, (8, "event e1 was published and is gone"), "e1"),
    ({"text": "It cost 1,300 crowns, and 40 came at 14:30."}, (12, "figures that were published are gone: 1,200"), ""),
    ({"text": "Many came."}, (12, "figures that were published are gone: 1,200, 14:30, 40"), ""),
]


@pytest.mark.parametrize(("fields", "found", "about"), CHANGES)
def test_a_changed_fact_needs_a_note(fields: dict[str, Any], found: tuple[int, str], about: str) -> None:
    """It stops the build where it stands; a new note about it, or about the brief as a whole, lets it pass."""
    assert changed(**fields) == [found]
    assert changed(CORRECTION, **fields) == []
    assert changed(Note("correction", "Misheard.", about=about), **fields) == []
    assert bool(changed(Note("correction", "Misheard.", about="q9"), **fields)) == bool(about)


def test_the_note_that_is_suggested_has_the_sites_day() -> None:
    """To be copied as it stands; where the brief has notes already, it says that this is one more of them."""
    before = record([entry(**WAS)], edition())
    east = edition(zone=dt.timezone(dt.timedelta(hours=14)), now=dt.datetime(2030, 2, 28, 12, tzinfo=dt.UTC))
    for fields, written in (
        ({"quotes": (OTHER_SPEAKER,)}, "notes: [{kind: correction, date: 2030-03-01, text: …, about: q1}]"),
        ({"text": "Many came."}, "notes: [{kind: correction, date: 2030-03-01, text: …}]"),
    ):
        (found,) = unexplained(before, [entry(**{**WAS, **fields})], east)
        assert found.reason.endswith(f"; tell readers why: {written}")
    noted = entry(**{**WAS, "quotes": (OTHER_SPEAKER,)}, notes=(Note("update", "More.", about="e1"),))
    (found,) = unexplained(before, [noted], east)
    assert found.reason.endswith("one more in `notes`: {kind: correction, date: 2030-03-01, text: …, about: q1}")


def test_a_note_explains_once() -> None:
    """One that readers had already says nothing about what changes after it."""
    before = record([entry(**WAS, notes=(CORRECTION,))], edition())
    now = entry(**{**WAS, "text": "Many came."}, notes=(CORRECTION,))
    assert len(unexplained(before, [now], edition())) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"text": "It cost 1,200 crowns, 40 came at 14:30, and 3 left."},
        {"title": "Ferry is back"},
        {"quotes": (SAID, BriefQuote("q2", ("Come along",), "Odd Fenn"))},
        {"quotes": (BriefQuote("q1", ("We  shall\nwalk",), "Tove Lind"),)},
        {"silence": {"unexplained-change": "a misprint of ours, minutes after it went out"}, "text": ""},
        {"status": "retracted", "quotes": (), "events": (), "text": ""},
        {"status": "withdrawn", "quotes": (), "events": (), "text": ""},
    ],
)
def test_what_needs_no_note(fields: dict[str, Any]) -> None:
    """Something more, other words that are no fact's, white space, a reason for silence, and taking it all back."""
    assert changed(**fields) == []


def test_an_address_that_readers_had_leads_on() -> None:
    """A changed slug or date stops the build until the old address is among the brief's aliases."""
    before = record([entry(**WAS)], edition())
    moved = {**WAS, "slug": "boat"}
    (found,) = unexplained(before, [entry(**moved)], edition())
    assert "write aliases: [2029/05/04/ferry/]" in found.reason
    assert unexplained(before, [entry(**moved, aliases=("/2029/05/04/ferry/",))], edition()) == ()
    dated = unexplained(before, [entry(**WAS, date="2029-05-05")], edition())
    assert ["was published at" in one.reason for one in dated] == [True, False]


def test_a_brief_that_readers_had_does_not_vanish() -> None:
    """Its file may have another name, if the address is the same or leads on."""
    before = record([entry(**WAS)], edition())
    (found,) = unexplained(before, [], edition())
    assert "would vanish" in found.reason
    renamed = entry("briefs/2029-05-04-boat.md", **WAS)
    assert unexplained(before, [entry("briefs/boat.md", **WAS, slug="ferry")], edition()) == ()
    assert "would vanish" in unexplained(before, [renamed], edition())[0].reason
    alias = entry("briefs/2029-05-04-boat.md", **WAS, aliases=("2029/05/04/ferry",))
    assert unexplained(before, [alias], edition()) == ()


def test_names_and_words_are_not_told() -> None:
    """Whoever asks to be left out later is in no record of an earlier day."""
    text = repr(record([entry(**WAS, date="2029-05-04")], edition()))
    assert "Lind" not in text
    assert "walk" not in text
    assert dt.date(2029, 5, 4).isoformat() in text
