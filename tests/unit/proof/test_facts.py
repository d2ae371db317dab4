"""Which fact a doubt belongs to."""

from __future__ import annotations

import pytest

from newsbrief.proof.facts import with_doubts
from newsbrief.proof.sheet import Doubt, Fact, Mark

FACTS = [
    Fact("q1", "quote", "We have found it … In spring", (5, 8)),
    Fact("e1", "event", "The council voted", (10, 13)),
    Fact("people_1", "name", "Hob Merrin", (3, 3)),
    Fact("people_2", "name", "Oona Pellisk", (3, 3)),
    Fact("date_1", "date", "recently", (20, 20), loose="no event stands on it"),
    Fact("quote_2", "quote", "Nobody asked the crew", (20, 20), loose="not among the quotes"),
]
MARKS = [Mark(0, 8, "date_1", "date"), Mark(0, 60, "e1", "event")]


@pytest.mark.parametrize(
    ("doubt", "key"),
    [
        (Doubt(0, "look whether that is right", about="q1"), "q1"),
        (Doubt(6, "quote q1 is not in the body"), "q1"),
        (Doubt(13, "was due"), "e1"),
        (Doubt(3, "Oona Pellisk is spelt otherwise"), "people_2"),
        (Doubt(20, "has no date", span=(0, 8)), "date_1"),
        (Doubt(20, "nobody is named as the speaker of “Nobody asked the crew,”"), "quote_2"),
        (Doubt(3, "a list of nobody's"), ""),
        (Doubt(20, "of other words"), ""),
        (Doubt(0, "the raw article has changed"), ""),
    ],
)
def test_doubt_goes_to_its_fact(doubt: Doubt, key: str) -> None:
    """By id, by place in the text, by line, by the words of its message; what is about none stays by itself."""
    facts, left = with_doubts(FACTS, [doubt], MARKS, 15)
    assert {fact.key: fact.doubts for fact in facts if fact.doubts} == ({key: (doubt.message,)} if key else {})
    assert left == (() if key else (doubt,))
