"""What may differ between two tellings of one event: `retelling.toml`, and what other rule files know of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct, field

from newsbrief.rules import tables


class Retelling(Struct, frozen=True):
    """Lower-cased words. `numbers` maps a number's word to its figures; `function` are words that say little.

    `thousands` is the mark inside large figures. Passed over are `fillers`, the words of a date but for `times`,
    `joins` between two numbers, `honorifics` before a person. One of `tails` may begin, after a comma, what one telling
    has and another leaves out.
    """

    fillers: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    function: frozenset[str] = frozenset()
    thousands: str = ""


@cache
def retelling(lang: str = "en") -> Retelling:
    """The lists for a language tag ("en-GB"); for a language without them nothing may differ."""
    name = lang.partition("-")[0].casefold()
    if not name.isalpha() or not tables.has(name, "retelling"):
        return Retelling()
    topics = ("retelling", "people", "calendar", "words")
    own, people, calendar, words = (tables.read(name, topic) for topic in topics)
    return Retelling(
        fillers=frozenset(own["fillers"]["words"]),
        times=frozenset(own["times"]["words"]),
        joins=frozenset(own["joins"]["words"]),
        tails=frozenset(own["tails"]["words"]),
        honorifics=frozenset(people["honorifics"]["words"]),
        numbers=_numbers(calendar["numbers"]),
        function=frozenset(words["function"]["words"].split()),
        thousands=calendar["numbers"]["thousands"],
    )


def _numbers(table: Mapping[str, Any]) -> dict[str, str]:
    named = {**table["names"], **table.get("tens", {})}
    articles = table.get("articles", ())
    whole = {word: value for word, value in named.items() if isinstance(value, int) and word not in articles}
    return {word: str(value) for word, value in whole.items() if " " not in word}
