"""What a late change makes of related briefs, stories and proposals is what a whole site has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from msgspec.structs import replace

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
from tests.unit.briefs import edition
from tests.unit.briefs import entry as brief_entry
from tests.unit.collate.late.newsrooms import QUIET, Changed, gist_of, newsrooms

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

    desk = Desk(
        register, room.edition, changes, lambda path: room.before[path], plate, lambda path: gist_of(plate(path))
    )
    with pytest.MonkeyPatch.context() as patched:
        # What `amended` works out first, and then goes by.
        known: list[Late] = []
        patched.setattr(amending, "_late", partial(noting, amending._late, known))
        made = amending.amended(desk, ())
    near = nearing.near(known[0], {}) if made else None
    return Step(before, after, known[0], near, near.noted(made.registered)) if made and near else None


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
    built = replace(room.edition, **{**fields, "parts": frozenset(fields["parts"])})
    room = room._replace(edition=built)
    if any(collate.clashes(list(entries.values()), built) for entries in (room.before, room.after)):
        return
    with pytest.MonkeyPatch.context() as patched:
        for module, name, count in small:
            patched.setattr(module, name, count)
        before, after = whole(room.before, built), whole(room.after, built)
        assert before.register is not None
        forth = step(room, before.register, before, after)
        event("made" if forth else "refused")
        back = Changed(room.after, room.before, built)
        for made in (forth, step(back, forth.register, after, before) if forth else None):
            if made:
                compare(made)


FLEET = [
    brief_entry(f"briefs/{n}.md", title=title, date=f"2029-05-0{n}")
    for n, title in enumerate(("Herring fleet stranded", "Herring fleet on strike", "Bread", "Snow", "Chess"), 1)
]


def changed(*come: Entry, gone: str = "", most: int = 3) -> Step | None:
    """A late change to five briefs of which the oldest three are settled, as long as `most` are younger."""
    before = {one.path: one for one in FLEET}
    after = {path: one for path, one in {**before, **{one.path: one for one in come}}.items() if path != gone}
    room = Changed(before, after, edition(parts=frozenset({"related", "stories"})))
    sites = whole(before, room.edition), whole(after, room.edition)
    assert sites[0].register is not None
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(nearing, "MOST_NEWEST", most)
        return step(room, sites[0].register, *sites)


def again(number: int, **fields: Any) -> Entry:
    """One of the five with other fields."""
    return replace(FLEET[number - 1], brief=replace(FLEET[number - 1].brief, **fields))


NEW = [brief_entry(f"briefs/{n}.md", title="Ice", date=f"2029-05-0{n}") for n in (6, 7)]
EARLY = brief_entry("briefs/early.md", title="Ice", date="2029-05-02")
CHANGES: dict[str, tuple[tuple[Entry, ...], str, bool]] = {
    "a new brief": ((NEW[0],), "", True),
    "more than are held anew": ((*NEW,), "", False),
    "a newest brief's headline": ((again(5, title="Chess again"),), "", True),
    "a settled brief's headline": ((again(2, title="Herring again"),), "", False),
    "a settled brief's section": ((again(2, category="Town"),), "", True),
    "a settled brief's story": ((again(2, story="Strike"),), "", False),
    "a settled brief's day": ((again(2, date=again(5).brief.date),), "", False),
    "a brief among the settled ones": ((EARLY,), "", False),
    "a settled brief that goes": ((), "briefs/3.md", False),
    "a newest brief that goes": ((), "briefs/4.md", True),
}


@pytest.mark.parametrize(("come", "gone", "made"), CHANGES.values(), ids=CHANGES)
def test_what_is_settled_is_not_held_anew(
    come: tuple[Entry, ...], gone: str, made: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever would make others near to a settled brief, or too many be held anew, is refused, and else nothing is."""
    assert changed(*come, gone=gone, most=100) is not None
    monkeypatch.setattr(leading, "NEWEST", 2)
    found = changed(*come, gone=gone)
    assert (found is not None) == made
    if found:
        compare(found)


def test_settled_brief_that_changed_stays_in_its_group(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hangs together with it is found by the oldest of them, though that is not near itself."""
    monkeypatch.setattr(leading, "NEWEST", 2)
    found = changed(again(2, category="Town"), brief_entry("briefs/6.md", title="Strike ends", date="2029-05-06"))
    assert found is not None
    assert found.near.rows["briefs/6.md"].near == ("briefs/2.md",)
    assert found.near.rows["briefs/6.md"].root == "briefs/1.md"
    compare(found)


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
