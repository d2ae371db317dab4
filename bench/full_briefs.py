"""Seeded briefs that use every field, so that a site of them has every kind of page; clearly invented.

`bench.briefs` is for measuring speed and stays as it is, so that figures of different days can be compared.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.briefs import ENDINGS, GIVEN, ROLES, ROOTS, THINGS, TOPICS, VERBS

FIRST_DAY = dt.date(2028, 1, 3)
# Every eighth day has two briefs.
A_WEEK = 8
SECTIONS = ("Harbour", "Town hall", "Schools", "Courts", "Weather")
REPORTERS = ("Runa Holm", "Tove Almery", "Osk Brandal", "Ylva Sande", "Staff")
AGENCIES = ("Harbour News Agency", "Islands Wire", "Coast Press")
BODIES = (
    "Ferry Board",
    "Harbour Trust",
    "Town Council",
    "County Court",
    "Water Office",
    "Fishers' Union",
    "Net School",
)
REMARKS = (
    "nobody on the quay has ever asked for less",
    "the figures are on the door for all to read",
    "a promise is a promise in any weather",
    "we have counted the planks twice",
    "the tide gauge does not take sides",
)
# How many people are quoted again and again, and how many stories run through the year.
CAST, STORIES = 40, 12


@dataclass(frozen=True)
class Person:
    """Someone invented."""

    name: str
    role: str


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` briefs of some 350 words into a folder; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    names = [f"{given} {root}{ending}" for given in GIVEN for root in ROOTS for ending in ENDINGS]
    chance.shuffle(names)
    cast = [Person(name, chance.choice(ROLES)) for name in names[:CAST]]
    others = names[CAST:]
    for number in range(count):
        day = _day(number)
        passing = [Person(others[(2 * number + place) % len(others)], chance.choice(ROLES)) for place in (0, 1)]
        people = [*chance.sample(cast, 2), *passing]
        (folder / f"{day}-brief-{number}.md").write_text(_brief(number, day, people, chance), "utf-8")


def instant(count: int) -> str:
    """The SOURCE_DATE_EPOCH of the day after the last brief."""
    after = dt.datetime.combine(_day(count) + dt.timedelta(days=1), dt.time(), dt.UTC)
    return str(int(after.timestamp()))


def _day(number: int) -> dt.date:
    return FIRST_DAY + dt.timedelta(days=number - number // A_WEEK)


def _brief(number: int, day: dt.date, people: Sequence[Person], chance: random.Random) -> str:
    verb, thing = chance.choice(VERBS), chance.choice(THINGS)
    place = f"{chance.choice(ROOTS)}{chance.choice(ENDINGS)}"
    quotes, events = _quotes(number, verb, thing), _events(number, day, verb, thing, place)
    told = [text for _, _, text in events]
    summary = f"{told[0]} {people[0].name} called it number {number} on a long list."
    said = [
        f"“{quotes[0][0]},” {people[0].name}, {people[0].role}, told the council.",
        f"“{quotes[1][0]},” said {people[1].name}. “{quotes[1][1]}.”",
        f"“{quotes[2][0]},” {people[2].name} answered.",
    ]
    named = f"{people[3].name}, {people[3].role}, read the minutes."
    first = f"{summary} {named}"
    body = [first, told[1], said[0], _filler(chance), told[2], said[1], _filler(chance), said[2], told[3]]
    body += [f"## What follows in {place}", _filler(chance), _filler(chance)]
    facts = [
        f"title: Council will {verb} {thing} ({number})",
        f"date: {day}",
        f"status: {_status(number)}",
        f"authors: [{chance.choice(REPORTERS)}]",
        f"source: [{chance.choice(AGENCIES)}]",
        f"link: https://wire.example/{day:%Y}/{number}",
        f"dateline: {place.upper()}",
        f"category: {chance.choice(SECTIONS)}",
        f"tags: [{', '.join(chance.sample(TOPICS, 3))}]",
        f"summary: {summary}",
        *_sometimes(number, day, chance),
        f"organisations: {json.dumps(chance.sample(BODIES, 2))}",
        f"places: [{place}]",
        *_people(people),
        *_quoted(quotes, people),
        *_dated(events),
    ]
    return "\n".join(["---", *facts, "---", "\n\n".join(body), ""])


def _status(number: int) -> str:
    """One brief of a hundred is taken back, and one is withdrawn."""
    return {50: "retracted", 75: "withdrawn"}.get(number % 100, "published")


def _quotes(number: int, verb: str, thing: str) -> list[list[str]]:
    """The parts of each quote; the number keeps every one apart from all others."""
    return [
        [f"We shall {verb} {thing} in {number + 2} days, and not one day sooner"],
        [f"I have waited {number + 3} weeks for that", f"And {REMARKS[number % len(REMARKS)]}"],
        [f"Nobody asked the {number + 4} of us who use {thing} every morning"],
    ]


def _events(number: int, day: dt.date, verb: str, thing: str, place: str) -> list[tuple[str, str, str]]:
    """Date, words that date it, and the sentence: what happened, what led to it, what is announced."""
    before, after = day - dt.timedelta(days=1 + number % 5), day + dt.timedelta(days=20 + number % 90)
    year = 1950 + number % 70
    month = before.replace(day=1) - dt.timedelta(days=1)
    return [
        (f"{before}", f"on {before:%A}", f"The council voted {number % 9 + 5} to 4 on {before:%A} to {verb} {thing}."),
        (f"{year}", f"in {year}", f"{place} paid for the last repair of {thing} in {year}, item {number} of its book."),
        (f"{month:%Y-%m}", "last month", f"A survey of {thing} for {place} was finished last month, page {number}."),
        (
            f"{after}",
            f"on {after.day} {after:%B %Y}",
            f"The ward of {place} will vote on {after.day} {after:%B %Y} on petition {number}.",
        ),
    ]


def _sometimes(number: int, day: dt.date, chance: random.Random) -> Iterable[str]:
    """What only some briefs have: a story, a picture's credit, notes, rights."""
    if number % 4:
        story = number % STORIES
        yield f"story: The affair of {THINGS[story % len(THINGS)]}, part {story // len(THINGS) + 1}"
    if number % 2:
        yield f"photo: {{credit: {chance.choice(REPORTERS)}, rights: Fair Use, caption: The quay on day {number}}}"
    if number % 10 == 0 or _status(number) == "retracted":
        later = day + dt.timedelta(days=1)
        kind = "retraction" if _status(number) == "retracted" else ("correction", "clarification", "reply")[number % 3]
        yield f"modified: {later}"
        yield f"notes:\n- kind: {kind}\n  date: {later}\n  about: q1"
        yield f"  text: An earlier version gave count {number} wrongly."
    if number % 12 == 5:
        yield "rights: excerpt"


def _people(people: Iterable[Person]) -> Iterable[str]:
    yield "people:"
    yield from (f"- {{name: {person.name}, role: {json.dumps(person.role)}}}" for person in people)


def _quoted(quotes: Sequence[Sequence[str]], people: Sequence[Person]) -> Iterable[str]:
    yield "quotes:"
    for place, (parts, person) in enumerate(zip(quotes, people, strict=False), 1):
        yield f"- id: q{place}\n  speaker: {person.name}\n  text: {json.dumps(parts if len(parts) > 1 else parts[0])}"


def _dated(events: Iterable[tuple[str, str, str]]) -> Iterable[str]:
    yield "events:"
    for place, (date, when, text) in enumerate(events, 1):
        yield f"- id: e{place}\n  date: {date}\n  when: {when}\n  text: {json.dumps(text)}"


def _filler(chance: random.Random) -> str:
    sentences = (
        f"In the {chance.choice(ROOTS)}{chance.choice(ENDINGS)} ward people asked who would {chance.choice(VERBS)} "
        f"{chance.choice(THINGS)} and who would pay for it."
        for _ in range(3)
    )
    return " ".join(sentences)
