"""A brief as lists show it."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.brief import BriefEvent, BriefQuote
from newsbrief.model.stories import StoryFile
from tests.unit.briefs import entry, views_of

FIELDS: dict[str, Any] = {
    "summary": "Sums up.",
    "category": "Town",
    "tags": ("Ferry",),
    "quotes": (BriefQuote("q1", ("Words",), "Bo Lind"),),
    "events": (BriefEvent("e1", "2029"),),
}


@pytest.mark.parametrize(
    ("status", "shown"), [("published", ("Sums up.", 1, 1)), ("review", ("Sums up.", 1, 1)), ("retracted", ("", 0, 0))]
)
def test_retracted_brief_has_its_headline_only(status: str, shown: tuple[str, int, int]) -> None:
    """Others have their summary and count their quotes and events."""
    one = entry(status=status, **FIELDS)
    teaser = views_of(one).teaser(one.path)
    assert (teaser.headline, teaser.url) == ("Ferry returns", "2029/05/04/ferry/")
    assert (teaser.summary, teaser.quotes, teaser.dates) == shown


def test_section_topics_and_story_are_links() -> None:
    """The story has the title that content/stories/ gives it."""
    one = entry(story="Pier", **FIELDS)
    teaser = views_of(one, stories=(StoryFile("pier", "stories/pier.md", "The pier"),)).teaser(one.path)
    links = (teaser.section, *teaser.topics, teaser.story)
    assert [link and (link.text, link.url) for link in links] == [
        ("Town", "sections/town/"),
        ("Ferry", "topics/ferry/"),
        ("The pier", "stories/pier/"),
    ]
