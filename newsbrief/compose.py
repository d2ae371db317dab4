"""An article's reading and mentions to a brief."""

from __future__ import annotations

from collections.abc import Callable

from newsbrief.model.article import Reading
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.mentions import Mentions


def brief(
    reading: Reading,
    mentions: Mentions,
    *,
    raw_file: str,
    sha256: str,
    date: Moment,
    status: str,
    escape: Callable[[str], str],
) -> Brief:
    """Make the brief of one article."""
    raise NotImplementedError
