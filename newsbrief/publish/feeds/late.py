"""Which briefs are in the feeds of a site after a late change."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter

from msgspec import Struct

from newsbrief.collate.late.amended import Amended
from newsbrief.collate.persons import address
from newsbrief.model.register import Heading, Row
from newsbrief.publish.feeds.plan import ALL, Feed, of_person, of_story, of_topic


class Amendment(Struct, frozen=True):
    """All feeds, and the paths of the briefs that each tells of; `gone`: the jobs of those that there are no more."""

    feeds: tuple[Feed, ...]
    told: Mapping[str, tuple[str, ...]]
    gone: frozenset[str]


def amended_feeds(
    known: Iterable[Feed], told: Mapping[str, tuple[str, ...]], made: Amended, kinds: Collection[str], longest: int
) -> Amendment:
    """The feed of all briefs, and those of topics, stories and people that a change reaches; all others stand.

    `told` is by a feed's address without an ending. `kinds`: what has feeds of its own. `longest`: the most entries of
    a feed. A feed of what was set right changes with notes alone, and no late change has any.
    """
    shelf = sorted(made.register.rows, key=attrgetter("published", "url"), reverse=True)
    published = [row for row in shelf if row.status == "published"]
    headings = made.register.headings
    lists = {headings[number] for row in made.touched for number in row.headings}
    reached = {of_topic(url, "").stem for kind, _, url in lists if kind == "topic"}
    reached |= {of_person(address(name), "").stem for row in made.touched for name in row.names}
    reached |= {of_story(row.story[1], "").stem for row in made.touched if row.story[1]}
    feeds = {feed.stem: feed for feed in known if feed.stem not in reached}
    paths = {stem: those for stem, those in told.items() if stem in feeds}
    paths[ALL] = _newest(shelf, lambda row: row.status in ("published", "retracted"), longest)
    # A story's are in the order of its page.
    in_order = [row for row in made.register.rows if row.status == "published"]
    for feed, holds in _reached(made, kinds):
        if found := _newest(in_order if feed.page.startswith("stories/") else published, holds, longest):
            feeds[feed.stem], paths[feed.stem] = feed, found
    return Amendment(tuple(feeds.values()), paths, frozenset(told.keys() - paths.keys()))


def _newest(rows: Iterable[Row], holds: Callable[[Row], bool], longest: int) -> tuple[str, ...]:
    return tuple(row.path for row in islice(filter(holds, rows), longest))


def _reached(made: Amended, kinds: Collection[str]) -> Iterator[tuple[Feed, Callable[[Row], bool]]]:
    """The feeds that there may be of what the change reaches, each with the briefs that it is of."""
    for page in made.listings if "topics" in kinds else ():
        if page.kind == "topic" and not page.sheet.number:
            yield of_topic(page.url, page.title), _under(page.url, made.register.headings)
    for story in made.story_pages if "stories" in kinds else ():
        yield of_story(story.url, story.title), _telling(story.url)
    for person in made.persons if "people" in kinds else ():
        if not person.sheet.number:
            yield of_person(person.url, person.name), _naming(person.name)


def _under(url: str, headings: Iterable[Heading]) -> Callable[[Row], bool]:
    spellings = {number for number, heading in enumerate(headings) if heading[2] == url}
    return lambda row: not spellings.isdisjoint(row.headings)


def _telling(url: str) -> Callable[[Row], bool]:
    return lambda row: row.story[1] == url


def _naming(name: str) -> Callable[[Row], bool]:
    return lambda row: name in row.names
