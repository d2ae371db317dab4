"""content/stories/name.md: what a person says about a story. Front matter with a `title`, then its standfirst.

---
title: The ferry to the island
---
Who runs it, who pays for it, and whether it sails at dawn.
"""

from __future__ import annotations

from newsbrief.document.front import divide
from newsbrief.document.read import front_tree
from newsbrief.document.values import Problems, keys_of, line_of
from newsbrief.model.refusal import RefusedError
from newsbrief.model.stories import StoryFile

KEYS = ("title",)


def parse_story(text: str, key: str, path: str) -> StoryFile:
    """Read the file. Raises RefusedError with everything that is wrong in it."""
    front = divide(text)
    problems: Problems = []
    fields = keys_of(front_tree(front), "a story", KEYS, problems)
    title = line_of(fields["title"], "`title`", problems) if "title" in fields else ""
    if problems:
        raise RefusedError(*problems)
    return StoryFile(key, path, title, front.body)
