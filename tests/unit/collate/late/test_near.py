"""What a late change makes of related briefs, stories and proposals is what a whole site has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings

from newsbrief import collate
from newsbrief.collate import as_published, kinship, leading, proposals, stories
from newsbrief.collate.late import amended as amending
from newsbrief.collate.late import near as nearing
from newsbrief.collate.late.change import Change, Desk, Late
from newsbrief.collate.late.near import Near
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.plate import Plate
from newsbrief.model.register import Register
from newsbrief.model.stories import StoryFile
from tests.effort import examples
from tests.unit.collate.late.newsrooms import QUIET, Changed, newsrooms

TITLE = StoryFile("ferry-row", "stories/ferry-row.md", "The row", "Why *they* quarrel.")
EDITIONS = {
    "both": {"parts": {"related", "stories"}, "stories": (TITLE,)},
    "related": {"parts": {"related"}},
    "stories": {"parts": {"stories"}},
    "for readers": {"parts": {"related", "stories"}, "publish": True},
}
# So small that of nine briefs most are settled, terms are too frequent, and there are more proposals than is shown.
SMALL = (
    (leading, "NEWEST", 3),
    (nearing, "MOST_NEWEST", 6),
    (kinship, "MOST_BRIEFS", 3),
    (proposals, "FEWEST", 2),
    (proposals, "PROPOSALS", 1),
    (proposals, "LATEST", 2),
    (stories, "ON_FRONT", 1),
    (stories, "HAPPENED", 2),
)
# Where all briefs are held anew.
ALL_ANEW = ((proposals, "FEWEST", 2),)


@dataclass
class Step:
    """A site, the one after it, and what the late change between them makes of the register of the first."""

    before: Site
    after: Site
    late: Late
    near: Near
    register: Register


def step(room: Changed, register: Register, before: Site, after: Site) -> Step | None:
    """None where the late change is refused. `register`: that of the site before."""
    paths = [path for path in {**room.before, **room.after} if room.before.get(path) != room.after.get(path)]
    changes = tuple(
        Change(path, *(shown(room, known.get(path)) for known in (room.before, room.after))) for path in paths
    )

    def plate(path: str) -> Plate:
        return Plate(before.briefs[path], teaser=before.teasers[path], entries=before.entries.get(path, ()))

    desk = Desk(register, room.edition, changes, lambda path: room.before[path], plate)
    with pytest.MonkeyPatch.context() as patched:
        # What `amended` works out first, and then goes by.
        known: list[Late] = []
        patched.setattr(amending, "_late", partial(noting, amending._late, known))
        made = amending.amended(desk, ())
    near = nearing.near(known[0], {}) if made else None
    event(f"{'refused' if near is None else 'made'}{'' if made else ' before'}")
    return Step(before, after, known[0], near, near.noted(made.register)) if made and near else None


def noting(way: Callable[..., Late], known: list[Late], *of: Any) -> Late:
    """What a function gives, which is noted besides."""
    known.append(way(*of))
    return known[-1]


def shown(room: Changed, entry: Entry | None) -> Entry | None:
    """What of an entry the site has."""
    return as_published(entry) if entry and collate.shown(entry, room.edition) else None


def whole(entries: dict[str, Entry], edition: collate.Edition) -> Site:
    """The site of these briefs, and its register."""
    return collate.site(list(entries.values()), edition, register=True)


@pytest.mark.parametrize("small", [SMALL, ALL_ANEW], ids=["the newest anew", "all anew"])
@pytest.mark.parametrize("fields", EDITIONS.values(), ids=EDITIONS)
@settings(max_examples=examples(150), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(room=newsrooms(QUIET, least=4) | newsrooms())
def test_late_change_leads_where_a_whole_site_does(
    small: tuple[tuple[Any, str, int], ...], fields: dict[str, Any], room: Changed
) -> None:
    """It is right forth, and from the register it leaves back again; what it does not make is as it was."""
    edition = replace(room.edition, **{**fields, "parts": frozenset(fields["parts"])})
    room = room._replace(edition=edition)
    if any(collate.clashes(list(entries.values()), edition) for entries in (room.before, room.after)):
        return
    with pytest.MonkeyPatch.context() as patched:
        for module, name, count in small:
            patched.setattr(module, name, count)
        before, after = whole(room.before, edition), whole(room.after, edition)
        assert before.register is not None
        forth = step(room, before.register, before, after)
        back = Changed(room.after, room.before, edition)
        for made in (forth, step(back, forth.register, after, before) if forth else None):
            if made:
                compare(made)


def compare(made: Step) -> None:
    """Hold what it made against the site after it: what it does not make is as it was, and a new brief has nothing."""
    near, before, after = made.near, made.before, made.after
    for name, own in (("related", near.related), ("story", near.so_far)):
        had, has = ({path: getattr(page, name) for path, page in site.briefs.items()} for site in (before, after))
        nothing = () if name == "related" else None
        assert {**{path: had.get(path, nothing) for path in has}, **own} == has
    pages, new = ({page.url: page for page in site.story_pages} for site in (before, after))
    stood = {url: page for url, page in pages.items() if url not in near.gone}
    assert {**stood, **{page.url: page for page in near.story_pages}} == new
    assert near.gone == pages.keys() - new.keys()
    assert (near.stories, near.moving) == (after.stories, after.front.stories)
    check_register(made, after.register)


def check_register(made: Step, wanted: Register | None) -> None:
    """It is that of the new site, but for where the next change begins; no row was made that stands."""
    register, had = made.register, {row.path: row for row in made.late.desk.register.rows}
    assert wanted is not None
    assert [(row.path, row.near, row.root) for row in register.rows] == [
        (row.path, row.near, row.root) for row in wanted.rows
    ]
    assert (register.stories, register.proposed) == (wanted.stories, wanted.proposed)
    assert register.shelved == made.late.desk.register.shelved
    assert all(path in made.late.desk.changed or row != had[path] for path, row in made.near.rows.items())
