"""Colours from a style sheet."""

from pathlib import Path

from newsbrief.images.colours import Colours, colours


def test_colours_are_those_of_the_theme(project: Path) -> None:
    """The theme's own tokens are read, and they are what a card has without them."""
    assert colours((project / "theme/static/css/tokens.css").read_text("utf-8")) == Colours()


def test_first_rule_counts_and_what_is_written_otherwise_is_left() -> None:
    """Three digits and six are read; other notations leave the colour as it was; the dark rule changes nothing."""
    css = ":root { --paper: #fff; --ink: oklch(20% 0 0); --accent: #123456 } @media x { :root { --paper: #000 } }"
    assert colours(css) == Colours(paper=(255, 255, 255), accent=(0x12, 0x34, 0x56))
    assert colours("") == Colours()
