"""What the desk knows of a language, as data: one folder of TOML files a language, an example beside each rule.

The engine in `newsbrief.extract` knows shapes (a capital letter, a figure, a mark); the words are here.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from newsbrief.rules import reader
from newsbrief.rules.calendar import calendar
from newsbrief.rules.shape import Rules

__all__ = ["Rules", "load", "table"]


@cache
def load(lang: str = "en") -> Rules:
    """The rules of one language; raises FileNotFoundError for one that has no folder here."""
    words = reader.words(table(lang, "words"))
    expressions = table(lang, "expressions")["expression"]
    return Rules(
        lang=lang,
        calendar=calendar(table(lang, "calendar"), expressions, nouns_large=words.nouns_large),
        speech=reader.speech(table(lang, "speech")),
        people=reader.people(table(lang, "people")),
        places=reader.places(table(lang, "places")),
        organisations=reader.organisations(table(lang, "organisations")),
        words=words,
        credits=reader.credit_rules(table(lang, "credits")),
    )


def table(lang: str, topic: str) -> dict[str, Any]:
    """One rule file as it stands, examples and all; raises FileNotFoundError."""
    return tomllib.loads((files(__name__) / lang / f"{topic}.toml").read_text(encoding="utf-8"))
