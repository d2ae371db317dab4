"""Stories as Pelican builds them."""

from __future__ import annotations

import feedparser
import pytest

from tests.hostile import judge
from tests.newsroom import Newsroom

BRIEF = """---
title: The pier {day}
date: 2029-05-{day:02d}
status: {status}
{field}: North pier
---
The pier is open.
"""
WORDS = """---
title: The pier <script>alert(1)</script>
---
Why it is *closed*. <img src=x onerror=alert(1)> [here](javascript:alert(1)) and [there](https://news.example/)
"""


@pytest.fixture
def built(newsroom: Newsroom) -> Newsroom:
    """A story of three briefs, one of them in review, with a person's words that do harm if they can."""
    for day, status, field in ((1, "published", "story"), (2, "published", "series"), (3, "review", "story")):
        newsroom.brief(f"2029-05-{day:02d}-pier.md", BRIEF.format(day=day, status=status, field=field))
    (newsroom.content / "stories").mkdir()
    (newsroom.content / "stories" / "north-pier.md").write_text(WORDS)
    return newsroom


def test_words_of_a_person_stand_over_the_story_and_do_nothing(built: Newsroom) -> None:
    """The title is text, the standfirst clean Markdown; the story's name leads to its page from every brief."""
    assert built.build().returncode == 0
    page = built.page("stories/north-pier/index.html")
    assert list(judge.page(page)) == []
    assert "<h1>The pier &lt;script&gt;alert(1)&lt;/script&gt;</h1>" in page
    assert "<p>Why it is <em>closed</em>." in page
    assert 'href="../../../../stories/north-pier/"' in built.page("2029/05/01/pier/index.html")


def test_readers_get_published_briefs_only(built: Newsroom) -> None:
    """What is in review is in the preview's story, and neither in the feed nor in the story that readers see."""
    assert built.build().returncode == 0
    assert "The pier 3" in built.page("stories/north-pier/index.html")
    feed = feedparser.parse(built.page("feeds/stories/north-pier.atom.xml"))
    assert [entry.title for entry in feed.entries] == ["The pier 2", "The pier 1"]
    assert built.build("--publish", SITEURL="https://news.example").returncode == 0
    assert "The pier 3" not in built.page("stories/north-pier/index.html")


def test_file_that_cannot_be_read_costs_only_its_words(built: Newsroom) -> None:
    """It is named with its line, and the story keeps the name that the briefs give it."""
    (built.content / "stories" / "north-pier.md").write_text("---\ntitel: The pier\n---\n")
    done = built.build()
    assert done.returncode == 1
    assert "content/stories/north-pier.md:2" in done.stderr
    assert "<h1>North pier</h1>" in built.page("stories/north-pier/index.html")
