"""Seeded briefs for measuring: distinct people, quotes and dates, clearly invented."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

GIVEN = ("Mira", "Ansel", "Tove", "Ida", "Rolf", "Una", "Edda", "Jarl", "Signe", "Odd", "Liv", "Per", "Runa", "Stig")
ROOTS = ("Sol", "Quay", "Lind", "Fenn", "Brack", "Holm", "Wick", "Strand", "Marsh", "Vane", "Thorn", "Gale", "Reef")
ENDINGS = ("berg", "land", "stad", "mere", "by", "ford", "ness", "wold", "haven", "croft", "ley", "shaw", "garth")
ROLES = (
    "the harbour master",
    "a councillor",
    "the lock keeper",
    "the town's clerk",
    "a ferry owner",
    "the county judge",
)
TOPICS = ("Ferry", "Council", "Cannery", "Harbour", "School", "Weather", "Court", "Market", "Library", "Bridge")
VERBS = ("keep", "close", "repair", "sell", "inspect", "repaint", "reopen", "measure", "move", "insure")
THINGS = ("the morning ferry", "the north quay", "the old lock", "the fish market", "the lamp store", "the tide gauge")


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write `count` briefs of some 350 words into a folder; the same seed gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    for number in range(count):
        day = dt.date(2020, 1, 1) + dt.timedelta(days=number % 2500)
        (folder / f"{day.isoformat()}-brief-{number}.md").write_text(_brief(number, day, chance), "utf-8")


def _brief(number: int, day: dt.date, chance: random.Random) -> str:
    name = f"{chance.choice(GIVEN)} {chance.choice(ROOTS)}{chance.choice(ENDINGS)}"
    verb, thing = chance.choice(VERBS), chance.choice(THINGS)
    said = f"We shall {verb} {thing} in {number} days, and not one day sooner"
    before = day - dt.timedelta(days=chance.randint(1, 6))
    event = f"The council voted to {verb} {thing} on {before:%A}."
    filler = "\n\n".join(_paragraph(chance) for _ in range(6))
    tags = ", ".join(chance.sample(TOPICS, 3))
    return f"""---
title: Council will {verb} {thing} ({number})
date: {day.isoformat()}
status: published
authors: [Staff]
source: [Harbour News Agency]
summary: {event}
tags: [{tags}]
people:
- {{name: {name}, role: {chance.choice(ROLES)}}}
quotes:
- id: q1
  speaker: {name}
  text: {said}
events:
- id: e1
  date: {before.isoformat()}
  when: on {before:%A}
  text: {event}
---
{event}

“{said},” {name} said.

{filler}
"""


def _paragraph(chance: random.Random) -> str:
    sentences = (
        f"In the {chance.choice(ROOTS)}{chance.choice(ENDINGS)} ward people asked who would {chance.choice(VERBS)} "
        f"{chance.choice(THINGS)} and who would pay for it."
        for _ in range(3)
    )
    return " ".join(sentences)
