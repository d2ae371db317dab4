"""An article's facts, each with the place in the text where it stands."""

from __future__ import annotations

from newsbrief.model.article import Article, Reading
from newsbrief.model.mentions import Mentions
from newsbrief.rules import Rules


def reading(article: Article, rules: Rules) -> Reading:
    """Tell credit lines from text."""
    raise NotImplementedError


def mentions(text: str, date: str, rules: Rules) -> Mentions:
    """All that the extractors find in one text."""
    raise NotImplementedError
