"""Roles over time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.site.index import roles

CASES = [
    (["Captain", "captain of the ferry", "Captain"], [("captain of the ferry", 1)]),
    (["deputy mayor", "mayor"], [("mayor", 2), ("deputy mayor", 1)]),
    (["mayor", "former mayor"], [("former mayor", 2), ("mayor", 1)]),
    (["mayor", "member of the council", "mayor"], [("mayor", 3), ("member of the council", 2), ("mayor", 1)]),
    (["captain of A", "captain", "captain of B"], [("captain of B", 3), ("captain of A", 1)]),
    (["keeper", "keepers of the lock"], [("keepers of the lock", 2), ("keeper", 1)]),
    ([], []),
]


@pytest.mark.parametrize(("said", "wanted"), CASES)
def test_longer_words_for_a_role_replace_the_shorter(said: list[str], wanted: list[tuple[str, int]]) -> None:
    """Where one follows the other. The role keeps its first day."""
    days = [(role, f"2029-01-{day:02d}") for day, role in enumerate(said, start=1)]
    assert [(role, int(since[-2:])) for role, since in roles.in_time(days)] == wanted


@given(st.lists(st.sampled_from(["mayor", "Mayor", "mayor of Skell", "mayor of Ellery", "deputy mayor", "keeper"])))
def test_latest_role_is_the_first_of_all_in_time(said: list[str]) -> None:
    """Whatever roles the briefs give."""
    in_time = roles.in_time((role, "2029-01-01") for role in said)
    assert roles.latest(reversed(said)) == (in_time[0][0] if in_time else "")
