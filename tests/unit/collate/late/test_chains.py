"""Late changes one after another, each worked out from what the one before it left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate import as_published, leading, timelines
from newsbrief.collate.edition import PARTS
from newsbrief.collate.late import near as nearing
from newsbrief.collate.late.amended import Amended, amended
from newsbrief.collate.late.change import Change, Desk
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.plate import Plate
from newsbrief.model.register import Register
from newsbrief.model.views import EventView
from tests.effort import examples
from tests.unit.collate.late.newsrooms import gist_of
from tests.unit.collate.late.test_amended import SMALL, _sure, check_files, files_of, found_in, pages_of, whole
from tests.unit.collate.late.towns import Town, towns

# So many briefs are held anew, and so many subjects named, that most changes are late ones.
ROOMY = ((leading, "NEWEST", 12), (nearing, "MOST_NEWEST", 100), (timelines, "SUBJECTS", 12))


@dataclass
class Kept:
    """What a build leaves: the register, plates, pages of many by address, files of timelines."""

    register: Register
    plates: dict[str, Plate]
    pages: dict[str, Any]
    files: dict[str, tuple[EventView, ...]]


def kept(site: Site) -> Kept:
    """Of a whole site."""
    assert site.register is not None
    found = found_in(site)
    plates = {
        path: Plate(
            page,
            tuple(one for one in site.quote_pages if one.quote.brief.url == page.url),
            found[path],
            site.teasers[path],
            site.entries.get(path, ()),
        )
        for path, page in site.briefs.items()
    }
    return Kept(site.register, plates, dict(pages_of(site)), files_of(site))


def amend(had: Kept, made: Amended) -> Kept:
    """The same after a late change, as a build keeps it."""
    paths = {row.path for row in made.register.rows}
    own, apart = dict(pages_of(made)), made.apart()
    gone = made.gone | apart.gone
    left = {url for url in had.pages if url in gone or (url.startswith(tuple(made.people_of)) and url not in own)}
    return Kept(
        made.registered,
        {path: plate for path, plate in {**had.plates, **made.plates}.items() if path in paths},
        {url: page for url, page in {**had.pages, **own}.items() if url not in left},
        {
            url: events
            for url, events in {
                **had.files,
                **{one.page.url: tuple(map(one.view, one.now)) for one in apart.dates.files},
            }.items()
            if url not in apart.dates.unexported
        },
    )


@pytest.mark.parametrize("small", [True, False], ids=["small", "as it is"])
@pytest.mark.parametrize("parts", [PARTS, PARTS - {"related"}], ids=["all", "none related"])
@settings(max_examples=examples(40), deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(town=towns())
def test_each_late_change_gives_the_whole_site(parts: frozenset[str], town: Town, *, small: bool) -> None:
    """What it leaves is what a build of the whole site leaves, and the next change begins there."""
    with pytest.MonkeyPatch.context() as patched:
        for module, name, count in (*SMALL, *ROOMY) if small else ():
            patched.setattr(module, name, count)
        follow(town._replace(edition=replace(town.edition, parts=parts)))


def follow(town: Town) -> None:
    """Hold each change against the site after it."""
    entries = dict(town.entries)
    had = kept(whole(entries.values(), town.edition))
    for step in town.steps:
        now = {path: one for path, one in {**entries, **step}.items() if one}
        paths = [path for path in step if entries.get(path) != now.get(path)]
        if collate.clashes(list(now.values()), town.edition):
            return
        site = whole(now.values(), town.edition)
        made = late(had, entries, now, paths, town) if paths else None
        event(f"made: {made is not None}")
        after = kept(site)
        if made is not None:
            check_files(made, had.files, after.files)
            had = amend(had, made)
            check(had, after, town)
        else:
            had = after
        entries = now


def late(
    had: Kept, entries: dict[str, Entry], now: dict[str, Entry], paths: Iterable[str], town: Town
) -> Amended | None:
    """What the late change makes of what the last build kept; it asks for no brief that changed."""

    def shown(entry: Entry | None) -> Entry | None:
        return as_published(entry) if entry and collate.shown(entry, town.edition) else None

    changes = tuple(Change(path, shown(entries.get(path)), shown(now.get(path))) for path in paths)

    def fetched(path: str) -> Entry:
        assert path not in paths
        return as_published(entries[path])

    def plate(path: str) -> Plate:
        return had.plates[path]

    return amended(Desk(had.register, town.edition, changes, fetched, plate, lambda path: gist_of(plate(path))), ())


def check(had: Kept, after: Kept, town: Town) -> None:
    """Whatever a build keeps is that of a whole site."""
    assert had.pages == after.pages
    assert had.plates == after.plates
    assert had.files == after.files
    register, wanted = (_sure(one, had.register, town.edition) for one in (had.register, after.register))
    assert register == wanted
