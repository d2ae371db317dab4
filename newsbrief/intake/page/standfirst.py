"""The line or two between headline and text that many templates keep apart from the text."""

from __future__ import annotations

import re

from bs4 import Tag

from newsbrief.intake.page.look import Look, words

NAMED = re.compile(
    r"(?<![a-z])(?:standfirst|strap-?line|sub-?title|sub-?head(?:line|er|ing)?|dek|deck|summary|tag-?line|synopsis)(?![a-z])"
)
FEWEST, MOST, TRIES = 5, 70, 10


def standfirst(look: Look) -> str:
    """The words of the first element after the headline that is named so; "" if the page has none."""
    first = look.soup.find("h1")
    following = first.find_all_next(_is_named) if first else []
    for tag in following[:TRIES]:
        said = words(tag)
        if FEWEST <= len(said.split()) <= MOST and tag.find(["figure", "figcaption", "img", "time", "a"]) is None:
            return said
    return ""


def _is_named(tag: Tag) -> bool:
    named = tag.get("class")
    return bool(named) and NAMED.search(" ".join(named or ()).lower()) is not None
