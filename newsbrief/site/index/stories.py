"""The stories that readers follow. A person names a brief's story; names that lead to one address are one story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from newsbrief.site.facts.records import Facts
from newsbrief.site.options import BuildOptions


class Story(Struct, frozen=True):
    """`title` is that of content/stories/, else the name that the newest brief gives.

    `paths`: its briefs, newest first. `published`: whether any of them is published.
    """

    key: str
    title: str
    paths: tuple[str, ...]
    published: bool

    @property
    def url(self) -> str:
        """The address of its page."""
        return f"stories/{self.key}/"


def gather(told: Iterable[Facts], options: BuildOptions) -> Mapping[str, Story]:
    """Return every story by its key. `told` are newest first."""
    found: dict[str, list[Facts]] = {}
    for facts in told:
        if facts.lists.story.key:
            found.setdefault(facts.lists.story.key, []).append(facts)
    return {
        key: Story(
            key,
            options.story_title(key) or those[0].lists.story.name,
            tuple(facts.path for facts in those),
            any(facts.status == "published" for facts in those),
        )
        for key, those in found.items()
    }
