"""A file brought to new values, with all that a person wrote around them."""

from __future__ import annotations

import difflib
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.document import parse, render, rewritten
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Review
from newsbrief.model.refusal import RefusedError
from tests.effort import examples
from tests.unit.document.any_brief import BRIEF

FILE = """\
---
title: 'Harbour to close'   # from the wire
date: 2031-05-02
status: review              # Bo reads it
tags: [Harbour, "Lumen", 'Sea']   # in this order
source:
# the wire first
- 'Ellery Wire'
- "HNA"   # by telephone
people:
- {name: "Ada Quill", role: 'mayor of Lumen'}   # spelled so by herself
- name: Bo Tarn    # no relation
  role: crane driver
quotes:

# said in the hall
- id: q1
  speaker: Ada Quill   # asked again
  text: "We will not keep it open"
# by telephone
- id: q2
  speaker: 'Bo Tarn'
  text:                # broken by "he said"
  - "The cranes are old"
  # the tape is in the safe
  - nobody repairs them
- {id: q3, speaker: Ada Quill, text: 'It is a pity'}  # short
events:
  - date: 2031-05-01
    id: e1
    when: on Thursday
    text: |
      The council voted
      # not a comment
  # the second vote

  - id: e2
    date: 2031-05-02   # the minutes say so
    text: The mayor spoke
silence: {undated-event: "the year is not known"}   # Bo
raw: {file: 2031-05-02-harbour.txt, sha256: ab12}
---

The council voted. # not a comment
"""
BRIEF_OF_FILE = parse(FILE)


def quotes(change: Callable[[tuple[BriefQuote, ...]], tuple[BriefQuote, ...]]) -> Brief:
    return replace(BRIEF_OF_FILE, quotes=change(BRIEF_OF_FILE.quotes))


def events(change: Callable[[tuple[BriefEvent, ...]], tuple[BriefEvent, ...]]) -> Brief:
    return replace(BRIEF_OF_FILE, events=change(BRIEF_OF_FILE.events))


def differing(before: str, after: str) -> list[str]:
    """The lines that went, with "-", and those that came, with "+"."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (
            replace(BRIEF_OF_FILE, status="published"),
            ["-status: review              # Bo reads it", "+status: published              # Bo reads it"],
        ),
        (
            quotes(lambda all_: (replace(all_[0], speaker="Bo Tarn"), *all_[1:])),
            ["-  speaker: Ada Quill   # asked again", "+  speaker: Bo Tarn   # asked again"],
        ),
        (
            quotes(lambda all_: (*all_[:2], replace(all_[2], speaker="Bo Tarn"))),
            [
                "-- {id: q3, speaker: Ada Quill, text: 'It is a pity'}  # short",
                "+- {id: q3, speaker: Bo Tarn, text: 'It is a pity'}  # short",
            ],
        ),
        (
            quotes(lambda all_: (all_[0], replace(all_[1], text=("The cranes are older", all_[1].text[1])), all_[2])),
            [
                "-  text:                # broken by \"he said\"",
                "-  - \"The cranes are old\"",
                "+# broken by \"he said\"",
                "   # the tape is in the safe",
                "+  text:",
                "+  - The cranes are older",
            ],
        ),
        (
            quotes(lambda all_: (all_[0], all_[2])),
            ["-- id: q2", "-  speaker: 'Bo Tarn'", "-  text:                # broken by \"he said\"",
             "-  - \"The cranes are old\"", "+# broken by \"he said\"", "-  - nobody repairs them"],
        ),
        (
            quotes(lambda all_: (*all_, BriefQuote("q4", ("Yes",), "Bo Tarn"))),
            ["+- id: q4", "+  speaker: Bo Tarn", "+  text: Yes"],
        ),
        (
            events(lambda all_: (all_[0], replace(all_[1], date="2031-05-03", when="today"))),
            ["-    date: 2031-05-02   # the minutes say so", "+    date: 2031-05-03   # the minutes say so",
             "+    when: today"],
        ),
        (
            events(lambda all_: all_[1:]),
            ["-  - date: 2031-05-01", "-    id: e1", "-    when: on Thursday", "-    text: |",
             "-      The council voted", "-      # not a comment"],
        ),
        (
            replace(BRIEF_OF_FILE, tags=("Harbour", "Lumen", "Cranes", "Sea")),
            ["-tags: [Harbour, \"Lumen\", 'Sea']   # in this order",
             "+tags: [Harbour, \"Lumen\", Cranes, 'Sea']   # in this order"],
        ),
        (replace(BRIEF_OF_FILE, source=("Ellery Wire",)), ["-- \"HNA\"   # by telephone", "+# by telephone"]),
        (
            replace(BRIEF_OF_FILE, people=(BriefPerson("Ada Quill", "mayor"), BRIEF_OF_FILE.people[1])),
            ["-- {name: \"Ada Quill\", role: 'mayor of Lumen'}   # spelled so by herself",
             "+- {name: \"Ada Quill\", role: mayor}   # spelled so by herself"],
        ),
        (
            replace(BRIEF_OF_FILE, silence={"undated-event": "the year is not known", "no-date": "so: it is"}),
            ["-silence: {undated-event: \"the year is not known\"}   # Bo",
             "+silence: {undated-event: \"the year is not known\", no-date: \"so: it is\"}   # Bo"],
        ),
        (replace(BRIEF_OF_FILE, reviewed=Review("Bo")), ["+reviewed: {by: Bo}"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_only_the_lines_of_what_differs_change(wanted: Brief, lines: list[str], eol: str) -> None:
    """A key, an item or a field; comments inside what goes get lines of their own."""
    made = rewritten(FILE.replace("\n", eol), wanted)
    assert parse(made) == wanted
    assert made.count("\n") == made.count(eol)
    wanted_lines = [line for line in lines if not line.startswith(" ")]
    assert sorted(differing(FILE, made.replace("\r\n", "\n"))) == sorted(wanted_lines)


@given(
    BRIEF, BRIEF, st.sets(st.sampled_from(["title", "people", "tags", "quotes", "status", "silence", "photo", "body"]))
)
@settings(max_examples=examples(60), deadline=None, derandomize=True)
def test_file_says_what_is_wanted(brief: Brief, other: Brief, names: set[str]) -> None:
    """Whatever the values, the file reads back as them."""
    text = render(brief)
    old = parse(text)
    wanted = replace(old, **{name: getattr(parse(render(other)), name) for name in names})
    known = {quote.id for quote in wanted.quotes}
    wanted = replace(wanted, events=tuple(one for one in wanted.events if not one.claim or one.claim in known))
    assert parse(rewritten(text, wanted)) == wanted


@pytest.mark.parametrize("piece", [" ", "#", " #", "a ", "'' ", "- ", "\t"])
def test_long_line_takes_no_longer_than_its_length(piece: str) -> None:
    """A change beside a line of one piece again and again is as quick as beside any other."""
    text = f"---\ntitle: a {piece * (190_000 // len(piece))}\ndate: 2029-05-04\nstatus: review\n---\nOne.\n"
    try:
        wanted = replace(parse(text), status="published")
    except RefusedError:
        return
    begun = time.process_time()
    assert parse(rewritten(text, wanted)) == wanted
    assert time.process_time() - begun < 6
