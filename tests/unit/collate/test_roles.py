"""Roles over time."""

import datetime as dt

import pytest

from newsbrief.collate import roles
from newsbrief.collate.dating import day_text
from newsbrief.model.pages import RoleSince

CASES = [
    (["Captain", "captain of the ferry", "Captain"], [("captain of the ferry", 1)]),
    (["deputy mayor", "mayor"], [("mayor", 2), ("deputy mayor", 1)]),
    (["mayor", "former mayor"], [("former mayor", 2), ("mayor", 1)]),
    (["mayor", "member of the council", "mayor"], [("mayor", 3), ("member of the council", 2), ("mayor", 1)]),
    (["captain of A", "captain", "captain of B"], [("captain of B", 3), ("captain of A", 1)]),
    (["keeper", "keepers of the lock"], [("keepers of the lock", 2), ("keeper", 1)]),
    ([], []),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_longer_words_for_one_role_take_in_the_shorter(given: list[str], wanted: list[tuple[str, int]]) -> None:
    """Of roles that follow one another; the first day is the role's, and an office apart stays apart."""
    told = [RoleSince(role, day_text(dt.date(2029, 1, day))) for day, role in enumerate(given, start=1)]
    assert [(one.role, int(one.since.iso[-2:])) for one in roles.in_time(told)] == wanted
    assert roles.latest(reversed(given)) == (wanted[0][0] if wanted else "")
