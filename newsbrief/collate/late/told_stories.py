"""The stories that a late change reaches: those that a changed brief was or is in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from newsbrief.collate import facts, proposals, stories
from newsbrief.collate.late.change import Late
from newsbrief.collate.leading import proposing
from newsbrief.model.entry import Entry
from newsbrief.model.register import Proposed, Row
from newsbrief.model.stories import StoryPage, StorySoFar
from newsbrief.model.views import Link, StoryLine


class Told(Struct, frozen=True):
    """`pages`: those that were made anew; `gone`: the addresses of those that there are no more.

    `so_far`: of every brief that was or is in one of them, by path, where it stands in its story, None for nowhere.
    `lines`: of all stories.
    """

    pages: tuple[StoryPage, ...]
    gone: frozenset[str]
    so_far: Mapping[str, StorySoFar | None]
    lines: tuple[StoryLine, ...]


def told(late: Late, ways: Mapping[str, Link]) -> Told:
    """What became of the stories. `ways`: the timeline of each that has one, by the story's address."""
    if "stories" not in late.edition.parts:
        return Told((), frozenset(), {}, ())
    urls = {row.story[1] for row in late.touched} - {""}
    entries = [late.entries[row.path] for row in late.now(lambda one: one.story[1] in urls)]
    shelf = late.shelf
    pages = stories.pages(
        entries, shelf.people, late.who.things, shelf.said, shelf.happened, ways, shelf.teasers, late.edition
    )
    those = {row.path for row in late.before(lambda one: one.story[1] in urls)}
    left: dict[str, StorySoFar | None] = {row.path: None for row in late.now(lambda one: one.path in those)}
    return Told(
        pages=pages,
        gone=frozenset(urls - {page.url for page in pages}),
        so_far={**left, **stories.so_far(entries, shelf.teasers, late.edition)},
        lines=(*(one for one in late.desk.register.stories if one.story.url not in urls), *map(stories.line, pages)),
    )


def proposed(late: Late, rows: Iterable[Row]) -> Iterator[Proposed]:
    """What may be a story. `rows`: those of this build, newest first, with their roots.

    What is proposed of the same briefs as before is so in the same words.
    """
    ordered = [row for row in reversed(tuple(rows)) if row.root] if proposing(late.edition) else []
    days = {row.path: row.day for row in ordered}
    found = proposals.groups({row.path: row.root for row in ordered}, days.__getitem__)
    known = {one.paths: one for one in late.desk.register.proposed if late.desk.changed.isdisjoint(one.paths)}
    return (known.get(paths) or _proposed(late, paths) for paths in found[: proposals.PROPOSALS])


def _proposed(late: Late, paths: tuple[str, ...]) -> Proposed:
    entries: list[Entry] = [late.entries[path] for path in proposals.latest(paths)]
    looks = proposals.Looks(paths, proposals.shared(entries))
    # To read what a brief's pages were made of takes longer.
    return Proposed(
        paths, stories.proposal(looks, {entry.path: facts.teaser(entry, late.edition) for entry in entries})
    )
