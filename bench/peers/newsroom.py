"""Seeded briefs as plain values, to be written down in the form that each generator reads; clearly invented.

No two briefs share their words: each has a quote and a dated event of its own, and every second one a speaker whom no
other has. The other speakers come back every fortieth brief or so, as a mayor does.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from bench.briefs import ENDINGS, GIVEN, ROOTS, THINGS, VERBS

FIRST_DAY = dt.date(2001, 1, 1)
A_DAY = 4
HOURS = (8, 11, 14, 17)
NAME = "The Lamp"
IMPRINT = "All people and places here are invented."
SECTIONS = ("Harbour", "Town Hall", "Schools", "Courts", "Weather", "Markets", "Sport", "Letters")
TOPICS = (
    "Ferry", "Council", "Cannery", "Quay", "School Board", "Storms", "County Court", "Fish Market", "Library",
    "Bridge", "Lighthouse", "Net School", "Water Office", "Fire Brigade", "Tide Tables", "Salt Works", "Rope Walk",
    "Pilot Boats", "Ice House", "Town Budget", "Old Lock", "Dredging", "Signal Tower", "Customs House", "Boat Race",
    "Choir", "Allotments", "Bus Line", "Clinic", "Kiln", "Orchard", "Post Office", "Quarry", "Reservoir", "Shipyard",
    "Theatre", "Tramway", "Weather Mast", "Wind Pump", "Wool Hall",
)  # fmt: skip
ROLES = ("harbour master", "councillor", "lock keeper", "town clerk", "ferry owner", "county judge", "net maker")
TOPICS_A_BRIEF = 3
# So many briefs have each of those who speak again and again; fewer than a list needs to be parted.
BRIEFS_A_VOICE = 40
PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone invented; the role is the same in all briefs."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Item:
    """One brief. `said` has a quote for each of `speakers`; `event` is the sentence that tells what was on `happened`.

    `rest`: the paragraphs that follow on them.
    """

    slug: str
    published: dt.datetime
    title: str
    summary: str
    section: str
    topics: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    said: tuple[str, ...]
    happened: dt.date
    event: str
    rest: tuple[str, ...]

    @property
    def url(self) -> str:
        """The same in all generators: "2001/01/01/slug/"."""
        return f"{self.published:%Y/%m/%d}/{self.slug}/"

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body; quotes and event stand in it word for word."""
        quotes = (f"“{words},” {who.name} said." for words, who in zip(self.said, self.speakers, strict=True))
        return (self.event, *quotes, *self.rest)


@dataclass(frozen=True, slots=True)
class Newsroom:
    """Briefs, oldest first, and the one sentence that stands on every page."""

    items: tuple[Item, ...]
    imprint: str = IMPRINT


def newsroom(count: int, seed: int = 1) -> Newsroom:
    """So many briefs; the same seed gives the same ones, and a larger count begins alike but for its speakers."""
    return Newsroom(tuple(item for _, item in zip(range(count), _items(count, seed), strict=False)))


def spare(count: int, number: int, seed: int = 1) -> Item:
    """A brief that comes after the `count` ones of a newsroom, its `number`-th from 0; nobody in it is known yet."""
    chance = random.Random(f"{seed} spare {number}")  # noqa: S311  # not for secrets
    return _item(count + number, (Speaker(f"Newly Come {_surname(chance)}", ROLES[0]),), chance)


def instant(count: int) -> str:
    """The SOURCE_DATE_EPOCH of a month after the last brief: none is in the future, nor are some added ones."""
    after = dt.datetime.combine(_day(count) + dt.timedelta(days=31), dt.time(), dt.UTC)
    return str(int(after.timestamp()))


def _day(number: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(days=number // A_DAY)


def _items(count: int, seed: int) -> Iterator[Item]:
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    names = [f"{first} {second} {r}{e}" for first, second in permutations(GIVEN, 2) for r in ROOTS for e in ENDINGS]
    chance.shuffle(names)
    people = [Speaker(name, ROLES[place % len(ROLES)]) for place, name in enumerate(names)]
    voices = -(-count // BRIEFS_A_VOICE)
    known, others = people[:voices], people[voices:]
    for number in range(count):
        # Counted through, so that nobody has so many briefs that their list is parted.
        speakers = [known[number * 7 % voices if voices % 7 else number % voices]]
        if number % 2:
            speakers.append(others[number // 2 % len(others)])
        yield _item(number, speakers, chance)


def _item(number: int, speakers: Sequence[Speaker], chance: random.Random) -> Item:
    day = _day(number)
    published = dt.datetime.combine(day, dt.time(HOURS[number % A_DAY]), dt.UTC)
    verb, thing = chance.choice(VERBS), chance.choice(THINGS)
    happened = day - dt.timedelta(days=chance.randint(1, 900))
    said = (
        f"We shall {verb} {thing} in {number + 2} days, and not one day sooner",
        f"Nobody asked the {number + 3} of us who walk past {thing} every morning",
    )
    return Item(
        slug=f"council-will-{verb}-{thing.removeprefix('the ').replace(' ', '-')}-{number}",
        published=published,
        title=f"Council will {verb} {thing}, item {number}",
        summary=f"It was item {number} on a long list, and {speakers[0].name} had waited for it.",
        section=chance.choice(SECTIONS),
        topics=tuple(chance.sample(TOPICS, TOPICS_A_BRIEF)),
        speakers=tuple(speakers),
        said=said[: len(speakers)],
        happened=happened,
        event=f"The council voted {number % 9 + 5} to 4 on {written(happened)} to {verb} {thing}.",
        rest=tuple(_paragraph(chance) for _ in range(PARAGRAPHS)),
    )


def written(day: dt.date) -> str:
    """As all themes write a day: 3 May 2029."""
    return f"{day.day} {day:%B %Y}"


def _surname(chance: random.Random) -> str:
    return f"{chance.choice(ROOTS)}{chance.choice(ENDINGS)}"


def _paragraph(chance: random.Random) -> str:
    sentences = (
        f"In the {_surname(chance)} ward people asked who would {chance.choice(VERBS)} {chance.choice(THINGS)} "
        f"in {chance.randint(1950, 2000)} and who would pay for it."
        for _ in range(3)
    )
    return " ".join(sentences)
