"""The page rules' examples, run."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from newsbrief.intake import credit
from newsbrief.intake.furniture import is_furniture
from newsbrief.intake.page.authors import named
from newsbrief.rules import pages

RULES = pages.load("en")
TABLE: dict[str, Any] = tomllib.loads((files("newsbrief.rules") / "en" / "pages.toml").read_text("utf-8"))


def examples(group: str) -> list[Any]:
    return [pytest.param(one["text"], one["finds"], id=one["text"][:40]) for one in TABLE[group]["examples"]]


@pytest.mark.parametrize("group", TABLE)
def test_every_group_has_an_example(group: str) -> None:
    """No rule goes without an example."""
    assert TABLE[group]["examples"]


@pytest.mark.parametrize(("text", "finds"), examples("credits"))
def test_credits(text: str, finds: str) -> None:
    """`finds` is whom a credit of its own names, without its label."""
    assert credit.credited(text, RULES).credit == finds


@pytest.mark.parametrize(("text", "finds"), examples("agencies"))
def test_captions(text: str, finds: str) -> None:
    """`finds` is the credit that a caption ends with; the rest is the caption."""
    read = credit.parted(text, RULES)
    assert read.credit == finds
    assert read.caption.startswith("The quay at dawn")
    assert not finds or finds not in read.caption


@pytest.mark.parametrize(("text", "finds"), examples("rights"))
def test_rights(text: str, finds: str) -> None:
    """`finds` is the claim about rights in a credit."""
    assert credit.credited(text, RULES).rights == finds


@pytest.mark.parametrize(("text", "finds"), examples("bylines"))
def test_bylines(text: str, finds: list[str]) -> None:
    """`finds` lists the names in a byline; where people are named, those of bodies go later."""
    bodies = RULES.bylines.bodies
    found = list(named(text, RULES.bylines))
    people = [name for name in found if not any(word in bodies for word in name.lower().split())]
    assert (people or found) == finds


@pytest.mark.parametrize(("text", "finds"), examples("furniture"))
def test_furniture(text: str, finds: str) -> None:
    """`finds` is what is left of a paragraph: itself or nothing."""
    assert ("" if is_furniture(text, RULES) else text) == finds


def test_a_language_without_page_rules_is_read_with_those_of_english() -> None:
    """Most of the words on pages are English anywhere."""
    assert pages.load("xx").label.pattern == RULES.label.pattern
