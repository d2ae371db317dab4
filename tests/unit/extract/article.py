"""The seed article, read from the raw folder, and small ways to run one extractor over invented text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from newsbrief import extract, intake
from newsbrief.extract import dates, names, sentences
from newsbrief.model.article import Reading
from newsbrief.model.mentions import Attribution, Mentions, Name, Timex
from newsbrief.rules import load

RULES = load("en")
PUBLISHED = "2023-09-21"  # a Thursday
SEED = Path(__file__).parents[3] / "content/raw/2023-09-21-south-korean-leader-warns-russia.txt"


@cache
def seed_reading() -> Reading:
    return extract.reading(intake.read(SEED.read_bytes(), SEED.name), RULES)


@cache
def seed_mentions() -> Mentions:
    return extract.mentions(seed_reading().text, PUBLISHED, RULES)


def mentions(text: str, date: str = PUBLISHED, lang: str = "en") -> Mentions:
    return extract.mentions(text, date, load(lang))


def timexes(text: str, date: str = PUBLISHED) -> tuple[Timex, ...]:
    return dates.find(text, sentences.find(text, RULES), date, RULES)


def named(text: str) -> tuple[Name, ...]:
    parted = sentences.find(text, RULES)
    return names.find(text, parted, dates.find(text, parted, PUBLISHED, RULES), RULES)


def said(text: str) -> tuple[Attribution, ...]:
    return mentions(text).attributions
