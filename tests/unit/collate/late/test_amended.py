"""A late change gives the pages that a whole site would have, and leaves only those alone that are as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.collate import as_published, kinship, leading, proposals, speakers, timeline_parts, timelines
from newsbrief.collate.addresses import name_key
from newsbrief.collate.edition import PARTS
from newsbrief.collate.late import near as nearing
from newsbrief.collate.late.amended import Amended, amended
from newsbrief.collate.late.change import Change, Desk
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.pages import Site
from newsbrief.model.plate import Plate
from newsbrief.model.register import Register
from newsbrief.model.search import Findable
from newsbrief.model.views import EventView
from newsbrief.publish.searched import by_brief
from tests.effort import examples
from tests.unit.briefs import edition, entry
from tests.unit.collate.late.newsrooms import QUIET, Changed, gist_of, newsrooms


def whole(entries: Iterable[Entry], edition: collate.Edition) -> Site:
    """The site of these briefs, and its register."""
    return collate.site(list(entries), edition, register=True)


def late(room: Changed, before: Site) -> Amended | None:
    """What the late change makes, from the register and the plates of the site before."""
    paths = [path for path in {**room.before, **room.after} if room.before.get(path) != room.after.get(path)]

    def shown(entry: Entry | None) -> Entry | None:
        return as_published(entry) if entry and collate.shown(entry, room.edition) else None

    def plate(path: str) -> Plate:
        page = before.briefs[path]
        quotes = tuple(one for one in before.quote_pages if one.quote.brief.url == page.url)
        return Plate(page, quotes, found[path], before.teasers[path], before.entries.get(path, ()))

    assert before.register is not None
    found = found_in(before)
    changes = tuple(Change(path, shown(room.before.get(path)), shown(room.after.get(path))) for path in paths)
    return amended(
        Desk(
            before.register,
            room.edition,
            changes,
            lambda path: room.before[path],
            plate,
            lambda path: gist_of(plate(path)),
        ),
        (),
    )


def pages_of(site: Site | Amended) -> Iterator[tuple[str, Any]]:
    """Every page of many briefs, by its address."""
    pages: tuple[Any, ...] = (site.front, *site.listings, *site.indexes, site.stories, *site.story_pages)
    if isinstance(site, Site):
        quotes, archives = (site.quotes, *site.speakers, *site.quote_pages), (site.archive, *site.archives)
        pages = (*pages, *archives, *quotes, *site.person_pages, site.people, *site.timelines)
    else:
        apart, own = site.apart(), [one for plate in site.plates.values() for one in plate.quotes]
        pages = (*pages, *apart.archives, *apart.quotes, *own, *site.persons, apart.people, *apart.dates.pages)
    for page in pages:
        yield page.url, page


def files_of(site: Site) -> dict[str, tuple[EventView, ...]]:
    """What other programs are given of each timeline, by its address."""
    return {one.page.url: tuple(event for event in one.events if not event.review) for one in site.timeline_files}


def found_in(site: Site) -> dict[str, tuple[Findable, ...]]:
    """What the search finds of each brief, by its path."""
    found = by_brief(site.findable)
    return {path: found.get(page.url, ()) for path, page in site.briefs.items()}


def _sure(register: Register, late: Register, edition: collate.Edition) -> Register:
    """A register without the spellings of names that a rule brings together, or of which a late change is not sure.

    Where the next change begins to hold briefs against others is wherever there is enough to begin with, and which
    number a heading has is nobody's business.
    """
    ruled = {name_key(name) for rule in edition.people for name in (rule.name, *rule.also)}
    mixed = late.standing.mixed | ruled
    spelt = {key: name for key, name in register.standing.spelt.items() if key not in mixed}
    numbers = {heading: number for number, heading in enumerate(late.headings)}
    headings = [numbers.get(heading, -1) for heading in register.headings]
    rows = tuple(row._replace(headings=tuple(headings[number] for number in row.headings)) for row in register.rows)
    register = replace(register, rows=rows, headings=late.headings, shelved=late.shelved)
    return replace(register, standing=replace(register.standing, spelt=spelt, mixed=register.standing.mixed | mixed))


# So small that nine briefs have long timelines, and many quotes.
SMALL = (
    *((timeline_parts, name, count) for name, count in (("ONE_PAGE", 3), ("FULL", 2), ("LONG_YEAR", 2), ("FEWEST", 1))),
    *((timelines, name, 2) for name in ("FEWEST_EVENTS", "SUBJECTS")),
    *((speakers, name, 2) for name in ("QUOTES_ON_ONE_PAGE", "NEWEST", "MOST")),
    *((leading, "NEWEST", 3), (nearing, "MOST_NEWEST", 6), (kinship, "MOST_BRIEFS", 3)),
    *((proposals, "FEWEST", 2), (proposals, "PROPOSALS", 1)),
)


@pytest.mark.parametrize("parts", [frozenset(), PARTS], ids=["lists", "all"])
@settings(max_examples=examples(300), deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(room=newsrooms() | newsrooms(QUIET, least=4))
def test_late_change_gives_the_pages_of_a_whole_site(parts: frozenset[str], room: Changed) -> None:
    """What it makes is right, what it does not make is as it was, and the register is that of the new site."""
    with pytest.MonkeyPatch.context() as patched:
        for module, name, count in SMALL if parts else ():
            patched.setattr(module, name, count)
        compare(room._replace(edition=replace(room.edition, parts=parts)))


def compare(room: Changed) -> None:
    """Hold a late change against the sites before and after it."""
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
    check_files(made, files_of(before), files_of(after))
    found = {path: those for path, those in found_in(before).items() if path in after.briefs}
    assert {**found, **{path: plate.found for path, plate in made.plates.items()}} == found_in(after)
    assert after.register is not None
    register, wanted = (_sure(one, made.registered, room.edition) for one in (made.registered, after.register))
    assert register == wanted
    left = {url for url in old if url.startswith(tuple(made.people_of)) and url not in own}
    gone = made.gone | made.apart().gone
    assert (gone | left) & old.keys() == old.keys() - new.keys()
    assert gone <= old.keys() - new.keys() | {page.url for page in before.briefs.values()}


def check_files(
    made: Amended, before: dict[str, tuple[EventView, ...]], after: dict[str, tuple[EventView, ...]]
) -> None:
    """Whatever a file has that is not written anew, it had."""
    dates = made.apart().dates
    files = {one.page.url: one for one in dates.files}
    assert dates.unexported == before.keys() - after.keys()
    assert {url: events for url, events in before.items() if url not in files and url in after} == {
        url: events for url, events in after.items() if url not in files
    }
    for url, one in files.items():
        assert tuple(map(one.view, one.now)) == after[url]
        had = dict(zip([row.anchor for row in one.before], before.get(url, ()), strict=True))
        kept = [row for row in one.now if row.anchor in had and row.anchor not in one.fresh]
        assert [had[row.anchor] for row in kept] == [one.view(row) for row in kept]


def test_person_whom_a_changed_brief_only_quotes_keeps_the_timeline() -> None:
    """The person's page is made anew, and leads to a timeline of which no event is that brief's."""
    spoke = (BriefQuote("q1", ("Nobody asked us",), "Tove Lind"),)
    opened = tuple(
        BriefEvent(f"e{n}", f"2029-05-0{n}", "", f"Tove Lind opened the ferry number {n}") for n in range(1, 6)
    )
    old = entry("briefs/a.md", people=(BriefPerson("Tove Lind", "clerk"),), quotes=spoke, events=opened)
    new = entry("briefs/b.md", quotes=(BriefQuote("q1", ("The boats stay where they are",), "Tove Lind"),))
    room = Changed({old.path: old}, {one.path: one for one in (old, new)}, edition(parts=PARTS))
    made = late(room, whole([old], room.edition))
    assert made is not None
    (page,) = made.persons
    assert page.timeline is not None
