"""What a late change makes of stories and related briefs.

A brief is held against older ones only: whatever changed, the older ones lead where they led. So the newest briefs are
held anew against what the register has kept of those before them, from the first on that a changed one comes before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.collate import facts, kinship, leading, proposals, related, stories
from newsbrief.collate.edition import Edition
from newsbrief.collate.late import told_stories
from newsbrief.collate.late.change import Change, Late
from newsbrief.collate.leading import unshelved
from newsbrief.collate.visible import telling
from newsbrief.model.entry import Entry
from newsbrief.model.register import TELLING, Proposed, Register, Row
from newsbrief.model.stories import StoriesPage, StoryPage, StorySoFar
from newsbrief.model.views import Link, StoryLine, Teaser

# With more briefs that are younger than what the register has kept, it is time for another register.
MOST_NEWEST = 300
Age = tuple[str, str, str]


class Near(Struct, frozen=True):
    """What is not as it was, by the briefs' paths: `rows`, of changed briefs, and of others that lead elsewhere.

    `related`: of every brief whose page may have others than before; `so_far`: of every brief that was or is in a story
    of a changed one, where it stands in its story, None for nowhere. `story_pages`: of the stories of changed briefs;
    `gone`: the addresses of those that there are no more. `stories`: the list of all, `moving`: those for the front
    page. `proposed`: what the list proposes, with the briefs' paths.
    """

    rows: Mapping[str, Row]
    related: Mapping[str, tuple[Teaser, ...]]
    so_far: Mapping[str, StorySoFar | None]
    stories: StoriesPage
    story_pages: tuple[StoryPage, ...]
    gone: frozenset[str]
    moving: tuple[StoryLine, ...]
    proposed: tuple[Proposed, ...]

    def noted(self, register: Register) -> Register:
        """A register with what these rows lead to, and with these stories; all else in it stands."""
        rows = tuple(
            row._replace(near=own.near, root=own.root) if (own := self.rows.get(row.path)) else row
            for row in register.rows
        )
        return replace(register, rows=rows, stories=self.stories.stories, proposed=self.proposed)


def near(late: Late, ways: Mapping[str, Link]) -> Near | None:
    """What a late change makes of them; None where more would have to be held anew than the newest briefs.

    `ways`: the timeline of each subject that has one, by the subject's address.
    """
    rows = _rows(late)
    if rows is None:
        return None
    now = [rows.get(row.path, row) for row in late.rows]
    told = told_stories.told(late, ways)
    proposed = tuple(told_stories.proposed(late, now))
    every = stories.listed(told.lines, (one.proposal for one in proposed))
    return Near(
        rows=rows,
        related=_related(late, rows, now) if "related" in late.edition.parts else {},
        so_far=told.so_far,
        stories=every,
        story_pages=told.pages,
        gone=told.gone,
        moving=stories.moving(every),
        proposed=proposed,
    )


def _rows(late: Late) -> dict[str, Row] | None:
    """The changed rows, and those of others that lead elsewhere than before."""
    come = {row.path: row for row in late.come}
    if "related" not in late.edition.parts:
        return come
    moved = {change.path: change for change in late.desk.changes if not _stands(change, late)}
    kept = late.desk.register.shelved.age
    newest = [*takewhile(lambda row: row.age > kept, late.telling)][::-1]
    ages = [kinship.age(entry) for change in moved.values() for entry in _told(change)]
    if any(age <= kept for age in ages) or (moved and len(newest) > MOST_NEWEST):
        return None
    had = late.desk.had
    rows = {path: row if path in moved else _leading(row, had.get(path)) for path, row in come.items()}
    anew = _held(late, newest, min(ages), rows) if ages else ()
    return {**rows, **{row.path: row for row in anew if row.path in come or row != had[row.path]}}


def _leading(row: Row, before: Row | None) -> Row:
    """The row of a brief that leads where it led."""
    return row._replace(near=before.near, root=before.root) if before else row


def _told(change: Change) -> list[Entry]:
    return [entry for entry in (change.old, change.new) if entry and telling(entry)]


def _stands(change: Change, late: Late) -> bool:
    """Whether all others are as near to the brief as they were, and may lead there, too."""
    looks = [
        (kinship.age(entry), list(kinship.terms_of(entry, late.who.people).items()), _story(entry, late.edition))
        for entry in _told(change)
    ]
    return not looks or (len(looks) == 2 and looks[0] == looks[1])


def _story(entry: Entry, edition: Edition) -> str | None:
    found = facts.story(entry, edition)
    return found.url if found else None


def _held(late: Late, newest: Iterable[Row], first: Age, rows: Mapping[str, Row]) -> Iterator[Row]:
    """The rows of the `newest` briefs, the oldest first, from the `first` age on, held anew against the older ones.

    `rows`: those of changed briefs that lead where they led.
    """
    shelf = unshelved(late.desk.register.shelved, late.shelf.people)
    told = late.telling
    urls = {row.path: row.story[1] for row in told}
    # What is younger than the brief in hand is near to none.
    roots = {row.path: root for row in told if (root := rows.get(row.path, row).root)}
    proposing = leading.proposing(late.edition)
    for row in newest:
        entry = late.entries[row.path]
        if row.age >= first:
            near = shelf.nearest(entry)
            if proposing and not urls[row.path]:
                roots[row.path] = proposals.root(row.path, near, roots)
            yield row._replace(near=related.older(near, urls[row.path], urls), root=roots.get(row.path, ""))
        shelf.put(entry)


def _related(late: Late, rows: Mapping[str, Row], now: Iterable[Row]) -> dict[str, tuple[Teaser, ...]]:
    """What stands beside the changed briefs, those that lead elsewhere, and those that either lead to, or led."""
    changed = late.desk.changed
    had = late.desk.had
    older = {row.path: row.near for row in now if row.status in TELLING}
    wanted = changed.union(path for path, row in rows.items() if path not in had or row.near != had[path].near)
    ways = (*(had[path].near for path in wanted if path in had), *(older[path] for path in wanted if path in older))
    wanted |= {other for those in ways for other in those}
    wanted |= {path for path, those in older.items() if not changed.isdisjoint(those)}
    return related.related(older, late.shelf.teasers, wanted)
