"""Which lines a fact stands on."""

from __future__ import annotations

import pytest

from newsbrief import document
from newsbrief.model.refusal import RefusedError

BRIEF = """---
title: Ferry
date: 2029-05-04
people:
- {name: Hob Merrin, role: mayor}
- name: Oona Pellisk
  role: clerk
organisations: [Water Office, "Harbour: Board"]
quotes:
- id: q1
  speaker: Hob Merrin
  text:
  - one part
  - another
# a person's comment
- {id: q2, text: short}
events:
- id: e1
  date: 2029
---
Body.
"""


@pytest.mark.parametrize(
    ("fact", "lines"),
    [
        (("people", "Hob Merrin"), (5, 5)),
        (("people", "Oona Pellisk"), (6, 7)),
        (("organisations", "Harbour: Board"), (8, 8)),
        (("quotes", "q1"), (10, 14)),
        (("quotes", "q2"), (16, 16)),
        (("events", "e1"), (18, 19)),
        (("quotes", ""), (9, 16)),
        (("title", ""), (2, 2)),
    ],
)
def test_lines_of_a_fact(fact: tuple[str, str], lines: tuple[int, int]) -> None:
    """From its first key to its last value, without a comment behind it; a list in one line has that line."""
    assert document.places(BRIEF)[fact] == lines


def test_no_front_matter() -> None:
    """A file that is no brief is refused as by every reader of briefs."""
    with pytest.raises(RefusedError):
        document.places("Only words.")
