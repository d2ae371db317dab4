"""Styled words in lines."""

from __future__ import annotations

from newsbrief.review.wrapping import wrapped


def lines(*pieces: tuple[str, str], width: int) -> list[str]:
    return ["".join(text for _, text in line) for line in wrapped(list(pieces), width)]


def test_mark_stays_with_the_word_it_belongs_to() -> None:
    """Where the style changes within a word no line ends, neither after “ nor before ,”."""
    pieces = (("", "He said: “"), ("mark", "We have waited"), ("", ",” twenty years."))
    assert lines(*pieces, width=11) == ["He said:", "“We have", "waited,”", "twenty", "years."]


def test_word_wider_than_a_line_is_broken_between_its_signs() -> None:
    """Whatever its styles; wide letters take two columns."""
    assert lines(("", "a “"), ("mark", "대통령실은"), ("", "”"), width=6) == ["a", "“대통", "령실은", "”"]
