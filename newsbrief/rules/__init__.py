"""What the desk knows of a language, as data: one folder of TOML files a language, an example beside each rule.

The engine in `newsbrief.extract` knows shapes (a capital letter, a figure, a mark); the words are here.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from newsbrief.rules import tables
from newsbrief.rules.shape import Rules

__all__ = ["DEFAULT", "Rules", "known", "languages", "load", "missing", "table"]


# What a text is in that says nothing of its language.
DEFAULT = "en"


@cache
def languages() -> tuple[str, ...]:
    """Every language that has rules, by its code."""
    return tuple(sorted(folder.name for folder in tables.FOLDER.iterdir() if tables.has(folder.name, "words")))


def known(tag: str) -> str:
    """The language of a BCP 47 tag ("de-AT" is "de"), "" where it has no rules."""
    lang = tag.strip().replace("_", "-").partition("-")[0].lower()
    return lang if lang in languages() else ""


def missing(tag: str) -> str:
    """What to say of a language without rules."""
    return f'there are no rules for the language "{tag}"; there are rules for {", ".join(languages())}'


@cache
def load(lang: str = DEFAULT) -> Rules:
    """The rules of one language; raises FileNotFoundError for one that has no folder here."""
    from newsbrief.rules import reader  # a site that is built needs only what is told twice
    from newsbrief.rules.calendar import calendar

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
    return tables.read(lang, topic)
