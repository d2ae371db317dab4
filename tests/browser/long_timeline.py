"""Fifty briefs with ten events each, all distinct and of the length that events have: a timeline of five hundred."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from tests.newsroom import Newsroom

BRIEFS = 50
EVENTS = 500
FIRST_DAY = dt.date(2024, 1, 15)
THINGS = ("the morning ferry", "the north quay", "the old lock", "the fish market", "the lamp store", "the tide gauge")
# What the tenth event of a brief of 2027 is known to, in turn; what it tells is another thing each time round.
ODD_DATES = ("1650", "199X", "{0}-22", "{0}-07/{0}-09", "[2019,2020]", "{0}-33", "{0}~", "{0}-02-27/{0}-03-02")
ODD_THINGS = (
    "The keeper of the lock wrote down in those days who went through it, and at what tide, item {}",
    "Two lamps were lit in those days on the island, and a third at the end of the mole, item {}",
    "Herring was sold in those days by the barrel behind the church of the seamen, item {}",
    "A bell from a wreck hung in those days over the door of the grammar school, item {}",
    "Someone with a candle read the gauge in those days, twice a night and in all weathers, item {}",
    "Rope for the whole fleet was laid in those days in one long shed by the marsh, item {}",
    "Pilots slept in those days in a hut that a storm took away afterwards, item {}",
)
LONG_AGO = (
    "The county paid in {} for the last great repair of the harbour wall, item {}",
    "A whale lay on the slip in {} for eleven days while every boat kept away, item {}",
)


def write(newsroom: Newsroom) -> None:
    """Write the briefs; the same ones every time."""
    for number in range(BRIEFS):
        day = FIRST_DAY + dt.timedelta(days=39 * number)
        newsroom.brief(f"{day}-minutes-{number}.md", _brief(number, day))


def _brief(number: int, day: dt.date) -> str:
    events = [*_events(number, day)]
    rows = "\n".join(
        f"- id: e{place}\n  date: {date!r}\n  when: {when}\n  text: {text}"
        for place, (date, when, text) in enumerate(events, 1)
    )
    body = "\n\n".join(text for _, _, text in events)
    return f"""---
title: Minutes of the harbour council, number {number}
date: {day}
status: published
category: Harbour
tags: [Ferry, {"Council" if number % 2 else "Cannery"}]
people:
- {{name: Mira Solberg, role: the harbour master}}
quotes:
- {{id: q1, speaker: Mira Solberg, text: The tide keeps no calendar {number}}}
events:
{rows}
---
{body}

“The tide keeps no calendar {number},” said Mira Solberg, the harbour master.
"""


def _events(number: int, day: dt.date) -> Iterable[tuple[str, str, str]]:
    """Date, words that date it, and the sentence."""
    for before in range(1, 7):
        on = day - dt.timedelta(days=before)
        thing = THINGS[before % len(THINGS)]
        when = f"on {on:%A}"
        yield (
            f"{on}",
            when,
            f"The council voted {when} to repair {thing} before the herring came, item {number}.{before}.",
        )
    month = day.replace(day=1) - dt.timedelta(days=1)
    yield (
        f"{month:%Y-%m}",
        "last month",
        f"Solberg had the slip of the island boat measured last month, item {number}.7.",
    )
    year = 1990 + number % 30
    yield f"{year}", f"in {year}", LONG_AGO[number // 30].format(year, f"{number}.8.")
    ahead = day + dt.timedelta(days=90)
    when = f"in {ahead:%B}"
    yield f"{ahead:%Y-%m}", when, f"The board of the ferry will look at the timetable again {when}, item {number}.9."
    odd = ODD_DATES[number % len(ODD_DATES)].format(day.year)
    yield odd, "in those days", ODD_THINGS[number // len(ODD_DATES)].format(f"{number}.10.")
