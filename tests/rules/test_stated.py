"""What may be stated to machines; the examples stand in the rules themselves."""

import tomllib
from importlib.resources import files

import pytest

from newsbrief.rules.stated import stated

TABLES = tomllib.loads((files("newsbrief.rules") / "stated.toml").read_text("utf-8"))


def examples(table: str) -> list[tuple[str, str]]:
    return [(one["text"], one["finds"]) for one in TABLES[table]["examples"]]


@pytest.mark.parametrize(("text", "finds"), examples("bylines"))
def test_byline_is_somebodys_unless_its_words_say_otherwise(text: str, finds: str) -> None:
    """A name without a space is a person's; desks, staffs and agencies are none, in any language."""
    assert stated().is_organisation(text) == (finds == "organisation")


@pytest.mark.parametrize(("text", "finds"), examples("notices"))
def test_rights_are_a_notice_only_where_they_claim_any(text: str, finds: str) -> None:
    """A sign of copyright, or the word, with nothing that denies it."""
    assert stated().is_notice(text) == (finds == "notice")


@pytest.mark.parametrize(("text", "finds"), examples("titles"))
def test_role_is_a_title_only_where_it_names_an_office_or_trade(text: str, finds: str) -> None:
    """Neither what somebody did, nor whose kin they are."""
    assert stated().is_title(text) == (finds == "title")


@pytest.mark.parametrize(("text", "finds"), examples("titles"))
def test_kinship_is_nothing_without_whose(text: str, finds: str) -> None:
    """Somebody's daughter is told of; a mere daughter is not, and Father before a name is a priest."""
    assert stated().is_bare_kin(text) == (finds == "nothing")
