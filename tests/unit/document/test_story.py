"""content/stories/*.md."""

import pytest

from newsbrief.document.story import parse_story
from newsbrief.model.refusal import RefusedError
from newsbrief.model.stories import StoryFile


def test_title_and_words() -> None:
    """The front matter has the title, the body is the standfirst."""
    text = "---\ntitle: The pier\n---\nWhy it is closed.\n"
    assert parse_story(text, "pier", "stories/pier.md") == StoryFile(
        "pier", "stories/pier.md", "The pier", "Why it is closed."
    )


def test_title_may_be_left_out() -> None:
    """Then the story keeps the name that its briefs give it."""
    assert parse_story("---\n---\nWhy.\n", "pier", "stories/pier.md").title == ""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Why.\n", "does not begin with front matter"),
        ("---\ntitel: The pier\n---\n", "titel"),
        ("---\ntitle: [a]\n---\n", "title"),
    ],
)
def test_wrong_file_is_refused_with_the_reason(text: str, reason: str) -> None:
    """What is wrong is named with its line."""
    with pytest.raises(RefusedError) as refused:
        parse_story(text, "pier", "stories/pier.md")
    assert reason in str(refused.value.args)
