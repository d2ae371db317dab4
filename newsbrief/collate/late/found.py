"""What the search finds of the briefs that a late change changes, and of the people and things that it reaches.

What is found of any other brief is as it was: `alone` made sure that it names whom it named, in their words, and that
none of its quotes and dates has come to be another brief's, or its own again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from msgspec import Struct, field

from newsbrief.collate.findable import of_brief, of_persons, of_things
from newsbrief.collate.late.change import Late
from newsbrief.collate.letters import order
from newsbrief.model.pages import ListingPage, PersonPage
from newsbrief.model.search import Findable
from newsbrief.model.stories import StoryPage


class Found(Struct, frozen=True):
    """`by_brief`: of each changed brief, by its path; nothing of one that is not published. `undated`: all the rest."""

    by_brief: Mapping[str, tuple[Findable, ...]] = field(default_factory=dict)
    undated: tuple[Findable, ...] = ()


def found(
    late: Late,
    persons: Iterable[PersonPage],
    lists: Iterable[ListingPage],
    stories: Iterable[StoryPage],
    gone: Collection[str],
) -> Found:
    """From the pages of people, lists and stories that are made anew, and the addresses of those that are gone."""
    if "search" not in late.edition.parts:
        return Found()
    return Found(
        {row.path: tuple(of_brief(late.entries[row.path], late.shelf)) for row in late.come},
        (*_people(late, persons), *_things(late, [*stories, *lists], gone)),
    )


def _people(late: Late, made: Iterable[PersonPage]) -> list[Findable]:
    """All people in the order of their pages."""
    names = {name for row in late.touched for name in row.names}
    before = [one for one in late.desk.register.undated if one.kind == "person"]
    kept = [one for one in before if one.text not in names]
    naming = [row for row in late.telling if not names.isdisjoint(row.names)]
    now = {one.text: one for one in of_persons(made, (late.entries[row.path] for row in naming), late.shelf.people)}
    if [one.text for one in before if one.text in names] == list(now):
        return [now.get(one.text, one) for one in before]
    return sorted([*kept, *now.values()], key=lambda one: order(one.text))


def _things(late: Late, made: Iterable[ListingPage | StoryPage], gone: Collection[str]) -> list[Findable]:
    """Stories, then all lists, each in the order of their addresses."""
    pages = list(made)
    touched = {page.url for page in pages}.union(gone)
    before = (one for one in late.desk.register.undated if one.kind != "person" and one.url not in touched)
    return sorted([*before, *of_things(pages, late.shelf.people)], key=lambda one: (one.kind != "story", one.url))
