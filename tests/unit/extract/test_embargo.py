"""When an embargo ends, as its line says."""

from __future__ import annotations

import pytest

from newsbrief import extract, rules

DAY = "2029-05-02"


@pytest.mark.parametrize(
    ("words", "ends"),
    [
        ("00:01 THURSDAY 3 MAY 2029", "2029-05-03 00:01"),
        ("0600 GMT Friday 4 May 2029", "2029-05-04T06:00:00+00:00"),
        ("May 6, 2029", "2029-05-06"),
        ("5 May 2029, 6 a.m.", "2029-05-05 06:00"),
        ("00.01 on Thursday, 3 May 2029", "2029-05-03 00:01"),
        ("further notice", ""),
        ("the minister has spoken", ""),
    ],
)
def test_end(words: str, ends: str) -> None:
    """A day, an hour and a zone are read as far as they are told; of anything else nothing is made up."""
    assert extract.embargo_end(words, DAY, rules.load()) == ends
