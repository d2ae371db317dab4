"""What cannot change without a word to readers, once they had it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote, Note
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.index.published import Record, published_of, unexplained, unexplained_since
from newsbrief.site.options import BRIEF_URL, BuildOptions
from tests.unit.briefs import entry, options

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


def record(*entries: Entry) -> Record:
    return {one.path: published_of(one, BRIEF_URL) for one in entries}


def found(before: Record, *entries: Entry, **fields: Any) -> tuple[Refusal, ...]:
    """What stops a build with these briefs; the check that reads changed briefs only says the same."""
    chosen = options(**fields)
    whole = unexplained(before, entries, chosen)
    now, by_path = (
        record(*(one for one in entries if one.brief.status == "published")),
        {one.path: one for one in entries},
    )
    shown = [facts_of(one, dt.UTC, BRIEF_URL) for one in entries]
    assert unexplained_since(before, shown, now.get, by_path.__getitem__, chosen) == whole
    return whole


def changed(*notes: Note, **fields: Any) -> list[tuple[int, str]]:
    """Line and beginning of each message about a brief with these fields, of which readers had the other."""
    those = found(record(entry(**WAS)), entry(**{**WAS, **fields}, notes=notes))
    return [(one.line, one.reason.partition(";")[0]) for one in those]


OTHER_SPEAKER = BriefQuote("q1", SAID.text, "Odd Fenn", line=5)
OTHER_WORDS = BriefQuote("q1", ("We shall run",), "Tove Lind", line=5)
OTHER_DAY = BriefEvent("e1", "2029-05-02", line=9)


@pytest.mark.parametrize(
    ("fields", "message", "about"),
    [
        ({"quotes": (OTHER_SPEAKER,)}, (5, "quote q1 was published with another speaker"), "q1"),
        ({"quotes": (OTHER_WORDS,)}, (5, "quote q1 was published in other words"), "q1"),
        ({"quotes": ()}, (4, "quote q1 was published and is gone"), "q1"),
        ({"events": (OTHER_DAY,)}, (9, "event e1 was published with the date 2029-05-03"), "e1"),
        ({"events": ()}, (8, "event e1 was published and is gone"), "e1"),
        ({"text": "It cost 1,300, and 40 came at 14:30."}, (12, "figures that were published are gone: 1,200"), ""),
        ({"text": "Many came."}, (12, "figures that were published are gone: 1,200, 14:30, 40"), ""),
    ],
)
def test_a_changed_fact_needs_a_note(fields: dict[str, Any], message: tuple[int, str], about: str) -> None:
    """It stops the build with its line. A new note about it, or about the whole brief, explains it."""
    assert changed(**fields) == [message]
    assert changed(CORRECTION, **fields) == []
    assert changed(Note("correction", "Misheard.", about=about), **fields) == []
    assert bool(changed(Note("correction", "Misheard.", about="q9"), **fields)) == bool(about)


@pytest.mark.parametrize(
    ("fields", "written"),
    [
        ({"quotes": (OTHER_SPEAKER,)}, "notes: [{kind: correction, date: 2030-03-01, text: …, about: q1}]"),
        ({"text": "Many came."}, "notes: [{kind: correction, date: 2030-03-01, text: …}]"),
        (
            {"quotes": (OTHER_SPEAKER,), "notes": (Note("update", "More.", about="e1"),)},
            "one more in `notes`: {kind: correction, date: 2030-03-01, text: …, about: q1}",
        ),
    ],
)
def test_the_message_has_the_note_to_write(fields: dict[str, Any], written: str) -> None:
    """With the day that it is where the site is."""
    east = BuildOptions(dt.datetime(2030, 2, 28, 12, tzinfo=dt.UTC), dt.timezone(dt.timedelta(hours=14)))
    (refusal,) = unexplained(record(entry(**WAS)), [entry(**{**WAS, **fields})], east)
    assert refusal.reason.endswith(f"; tell readers why: {written}")


def test_a_note_explains_once() -> None:
    """A note that readers had already says nothing about what changes after it."""
    before = record(entry(**WAS, notes=(CORRECTION,)))
    assert len(found(before, entry(**{**WAS, "text": "Many came."}, notes=(CORRECTION,)))) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": "It cost 1,200 crowns, 40 came at 14:30, and 3 left."},
        {"title": "Ferry is back"},
        {"quotes": (SAID, BriefQuote("q2", ("Come along",), "Odd Fenn"))},
        {"quotes": (BriefQuote("q1", ("We  shall\nwalk",), "Tove Lind"),)},
        {"silence": {"unexplained-change": "a misprint of ours, minutes after it went out"}, "text": ""},
        {"status": "retracted", "quotes": (), "events": (), "text": ""},
        {"status": "withdrawn", "quotes": (), "events": (), "text": ""},
    ],
)
def test_other_changes_need_no_note(fields: dict[str, Any]) -> None:
    """Something more, other words than facts, white space, a reason for silence, and taking everything back."""
    assert changed(**fields) == []


def test_an_address_that_readers_had_leads_on() -> None:
    """A changed slug or date stops the build until the old address is among the brief's aliases."""
    before, now = record(entry(**WAS)), {**WAS, "slug": "boat"}
    (refusal,) = found(before, entry(**now))
    assert "write aliases: [2029/05/04/ferry/]" in refusal.reason
    assert found(before, entry(**now, aliases=("/2029/05/04/ferry/",))) == ()
    dated = found(before, entry(**WAS, date="2029-05-05"))
    assert ["was published at" in one.reason for one in dated] == [True, False]


def test_a_brief_that_readers_had_does_not_vanish() -> None:
    """Its file may get another name if the address stays or leads on."""
    before = record(entry(**WAS))
    renamed = "briefs/2029-05-04-boat.md"
    for entries in ([], [entry(renamed, **WAS)]):
        assert "would vanish" in found(before, *entries)[0].reason
    assert found(before, entry("briefs/boat.md", **WAS, slug="ferry")) == ()
    assert found(before, entry(renamed, **WAS, aliases=("2029/05/04/ferry",))) == ()


def test_a_record_has_no_names_and_no_words() -> None:
    """Whoever is protected later is in no record of an earlier day."""
    text = repr(record(entry(**WAS)))
    assert "Lind" not in text
    assert "walk" not in text
    assert "2029-05-04" in text
