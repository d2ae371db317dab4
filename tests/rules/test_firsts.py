"""Which words a pattern can begin with."""

from __future__ import annotations

import pytest

from newsbrief.rules.firsts import firsts


@pytest.mark.parametrize(
    ("pattern", "pairs"),
    [
        ("last week", {("last", "week")}),
        ("today", {("today", "")}),
        ("(?:the )?(?:early|late) (?P<part>night)s?", {("the", "early"), ("the", "late"), ("early", "night"),
         ("early", "nights"), ("late", "night"), ("late", "nights")}),
        ("[0-9]{4}", {("0", "")}),
        (r"the \d", {("the", "0")}),
        ("mid[ -]May", {("mid", "may"), ("mid", "-")}),
        ("mid-May", {("mid", "-")}),
        ("[0-9]{1,2}(?:st|nd)? of May", {("0", "of"), ("0", "-")}),
        ("[12][0-9]:[0-9]{2}", {("0", "-")}),
        ("[0-9.]{1,4} days", {("0", "")}),
        (r"Sept\.? \d", {("sept", "0"), ("sept", "-")}),
        ("the ['’]?[1-9]0s", {("the", "0"), ("the", "-")}),
        ("jede[nr]? Woche", {("jede", "woche"), ("jeden", "woche"), ("jeder", "woche")}),
        ("(?:soon )?(?=x)now(?! then)", {("soon", "now"), ("now", "")}),
        ("(?-i:May\\b) day", {("may", "day")}),
    ],
)  # fmt: skip
def test_firsts(pattern: str, pairs: set[tuple[str, str]]) -> None:
    """The first two words, with a sign for figures and nothing where any word may follow."""
    assert firsts(pattern) == pairs


@pytest.mark.parametrize("pattern", ["(?:the)?", "[a-z]+ day", ".*", " day", "", "-day"])
def test_patterns_that_begin_with_anything(pattern: str) -> None:
    """A pattern without a sure first word is refused when the rules are read."""
    with pytest.raises(ValueError, match="must begin"):
        firsts(pattern)
