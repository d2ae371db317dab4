"""Signs that nobody sees."""

from __future__ import annotations

import pytest

from newsbrief.document import parse, plain, render, stamp
from newsbrief.document.signs import all_cleaned, cleaned
from newsbrief.model.brief import Brief, BriefPerson, RawRecord
from newsbrief.model.refusal import RefusedError
from tests.unit.briefs import brief

REORDERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u206a\u206f"

NEEDED = "\u200eשלום\u200f, \u061cسلام, می\u200cخواهم, 👩\u200d🚒, so\u00adft"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mira Solberg", "Mira Solberg"),
        (f"Mira{REORDERING} Solberg", "Mira Solberg"),
        ("a\x00b\x1bc\x7fd\x9be\ud800f", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"),
        ("two\nlines\tand a tab\x85", "two\nlines\tand a tab\x85"),
        (NEEDED, NEEDED),
    ],
)
def test_what_is_hidden_is_taken_out_or_shown(text: str, seen: str) -> None:
    """Reordering signs go, control characters become U+FFFD; what scripts need stays."""
    assert cleaned(text) == seen


FILE = """---
title: "Verdict: \\u202Eyltiug\\u202C, \\0\\e[2J"
date: 2029-05-04
people:
- {{name: Mira\u202e Solberg, role: "the \\u2066harbour\\u2069 master"}}
colour: red\u202d
---
Words &#8238;back&#x202c;wards\u2067 and &#27;[2J here.
"""


def test_no_way_of_writing_a_sign_brings_it_in() -> None:
    """As itself, as an escape of YAML or as a reference of HTML: the brief is the same without it."""
    read = parse(FILE.replace("{{", "{").replace("}}", "}"))
    assert read.title == "Verdict: yltiug, \ufffd\ufffd[2J"
    assert read.people == (BriefPerson("Mira Solberg", "the harbour master"),)
    assert read.unknown == {"colour": "red"}
    assert plain(read.body) == "Words backwards and [2J here."


def test_desk_writes_none_and_does_not_take_its_own_brief_for_edited() -> None:
    """What was stamped, written and read again has the same fingerprints."""
    raw = RawRecord("a\u202eb\n.txt", "aa")
    made = stamp(brief(title="Verdict \u202eyltiug", body="Words \u202eback\u202c.", raw=raw))
    source = render(made)
    assert not set(REORDERING) & set(source)
    read = parse(source)
    assert read == made
    assert stamp(read) == made


def test_raw_articles_name_stays_as_it_is() -> None:
    """The file is looked up by it."""
    made = all_cleaned(Brief("a\u202e", brief().date, raw=RawRecord(" a\u202e\x1b\n.txt ")))
    assert made.title == "a"
    assert made.raw == RawRecord(" a\u202e\x1b\n.txt ")
    assert parse(render(made)).raw == made.raw


def test_raw_article_whose_name_is_no_text_is_refused() -> None:
    """No brief could name it; the reason says what to do."""
    with pytest.raises(RefusedError, match="give the file another name"):
        render(brief(raw=RawRecord("caf\udce9.txt")))
