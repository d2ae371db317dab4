"""A late change gives the pages that a whole site would have, and leaves only those alone that are as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, event, given, settings

from newsbrief import collate
from newsbrief.collate import as_published
from newsbrief.collate.addresses import name_key
from newsbrief.collate.late.amended import Amended, amended
from newsbrief.collate.late.change import Change, Desk
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.plate import Plate
from newsbrief.model.register import Register
from newsbrief.model.search import Findable
from newsbrief.publish.searched import by_brief
from tests.effort import examples
from tests.unit.collate.late.newsrooms import Changed, newsrooms


def whole(entries: Iterable[Entry], edition: collate.Edition) -> Site:
    """The site of these briefs, and its register."""
    return collate.site(list(entries), edition, register=True)


def late(room: Changed, before: Site) -> Amended | None:
    """What the late change makes, from the register and the plates of the site before."""
    paths = [path for path in {**room.before, **room.after} if room.before.get(path) != room.after.get(path)]

    def shown(entry: Entry | None) -> Entry | None:
        return as_published(entry) if entry and collate.shown(entry, room.edition) else None

    def plate(path: str) -> Plate:
        return Plate(before.briefs[path], (), found[path], before.teasers[path], before.entries.get(path, ()))

    assert before.register is not None
    found = found_in(before)
    changes = tuple(Change(path, shown(room.before.get(path)), shown(room.after.get(path))) for path in paths)
    return amended(Desk(before.register, room.edition, changes, lambda path: room.before[path], plate), ())


def pages_of(site: Site | Amended) -> Iterator[tuple[str, Any]]:
    """Every page of many briefs, by its address."""
    persons = site.person_pages if isinstance(site, Site) else site.persons
    pages: tuple[Any, ...] = (site.front, site.archive, *site.archives, *site.listings, *site.indexes, *persons)
    for page in pages:
        yield page.url, page


def found_in(site: Site) -> dict[str, tuple[Findable, ...]]:
    """What the search finds of each brief, by its path."""
    found = by_brief(site.findable)
    return {path: found.get(page.url, ()) for path, page in site.briefs.items()}


def _sure(register: Register, late: Register, edition: collate.Edition) -> Register:
    """A register without the spellings of names that a rule brings together, or of which a late change is not sure."""
    ruled = {name_key(name) for rule in edition.people for name in (rule.name, *rule.also)}
    mixed = late.standing.mixed | ruled
    spelt = {key: name for key, name in register.standing.spelt.items() if key not in mixed}
    return replace(register, standing=replace(register.standing, spelt=spelt, mixed=register.standing.mixed | mixed))


@settings(max_examples=examples(300), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(newsrooms())
def test_late_change_gives_the_pages_of_a_whole_site(room: Changed) -> None:
    """What it makes is right, what it does not make is as it was, and the register is that of the new site."""
    before, after = (whole(entries.values(), room.edition) for entries in (room.before, room.after))
    clashing = any(collate.clashes(list(entries.values()), room.edition) for entries in (room.before, room.after))
    made = late(room, before) if not clashing else None
    event(f"made: {made is not None}")
    if made is None:
        return
    own, old, new = (dict(pages_of(site)) for site in (made, before, after))
    assert {**{url: page for url, page in old.items() if url in new}, **own} == new
    briefs = {path: page for path, page in before.briefs.items() if path in after.briefs}
    assert {**briefs, **{path: plate.page for path, plate in made.plates.items()}} == after.briefs
    assert {path: plate.teaser for path, plate in made.plates.items()}.items() <= after.teasers.items()
    found = {path: those for path, those in found_in(before).items() if path in after.briefs}
    assert {**found, **{path: plate.found for path, plate in made.plates.items()}} == found_in(after)
    assert after.register is not None
    register, wanted = (_sure(one, made.register, room.edition) for one in (made.register, after.register))
    assert register == wanted
    left = {url for url in old if url.startswith(tuple(made.people_of)) and url not in own}
    gone = old.keys() - new.keys() | {page.url for page in before.briefs.values()}
    assert (made.gone | left) & old.keys() == old.keys() - new.keys()
    assert made.gone <= gone
