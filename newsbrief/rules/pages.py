"""The words of web pages that are no article: credit labels, bylines, furniture. Read apart from the other rules.

Only a saved page needs them, so that `newsbrief annotate` never pays for reading them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from newsbrief.rules import tables

Table = Mapping[str, Any]


class Bylines(Struct, frozen=True):
    """What stands around names: `before` and `after` them, what joins them, words of bodies, signs of a login.

    `role` is a role by itself; `titled` one with words before it, as it stands after a name.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    role: re.Pattern[str]
    titled: re.Pattern[str]
    joins: re.Pattern[str]
    bodies: frozenset[str]
    nobody: frozenset[str]
    suffixes: frozenset[str]


class Pages(Struct, frozen=True):
    """How pages of one language credit pictures and people, and how their furniture reads.

    `label`: a credit's label, to be taken off; `caption`: a caption's. `labelled` and `agency` find the credit at a
    caption's end (groups who, bracketed); `rights` tells a claim about rights. `whole`, `opening`, `asking` and `offer`
    tell furniture; `bio` is what follows a writer's name in a note about them.
    """

    label: re.Pattern[str]
    labelled: re.Pattern[str]
    agency: re.Pattern[str]
    rights: re.Pattern[str]
    caption: re.Pattern[str]
    bylines: Bylines
    whole: re.Pattern[str]
    opening: re.Pattern[str]
    asking: re.Pattern[str]
    offer: tuple[re.Pattern[str], re.Pattern[str]]
    bio: re.Pattern[str]


@cache
def load(lang: str = "en") -> Pages:
    """The page rules of one language; English where it has none of its own."""
    table = tables.read(lang if tables.has(lang, "pages") else "en", "pages")
    shown, furniture = table["credits"], table["furniture"]
    label = rf"(?:(?:{_any(shown['labels'])})\s?(?:[:|/–—-]|\.\.\.|…)|(?:{_any(shown['alone'])})(?:\s?:)?(?!\w))"
    agencies = _any(table["agencies"]["names"], fold=False)
    return Pages(
        label=re.compile(rf"(?:{label}\s*)+(?=\S)", re.IGNORECASE),
        labelled=re.compile(
            rf"(?:^|[.!?…”\"’')\]|•·/–—,;:]\s+|\s\s+)(?=[A-Z©(])(?i:(?P<who>{label}\s*\S[^\n]{{0,160}}))$"
            rf"|[(\[]\s*(?i:(?P<bracketed>{label}\s*[^\s()\[\]][^()\[\]\n]{{0,160}}))[)\]][\s.]*$"
        ),
        agency=re.compile(rf"(?<![\w-])(?:{agencies})(?![\w-])"),
        rights=re.compile(rf"(?<!\w)(?:{_any(table['rights']['words'])})(?!\w)", re.IGNORECASE),
        caption=re.compile(rf"(?:{_any(shown['captions'])})\s?[,:]\s*", re.IGNORECASE),
        bylines=_bylines(table["bylines"]),
        whole=re.compile(rf"(?:{_any(furniture['whole'])})[\s.:…»›>]*", re.IGNORECASE),
        opening=re.compile(rf"(?:{_any(furniture['openers'])})\s?[:|»›>]", re.IGNORECASE),
        asking=re.compile(rf"(?:{_any(furniture['asks'])})(?!\w)", re.IGNORECASE),
        offer=(
            re.compile(rf"(?<!\w)(?:{_any(furniture['doing'])})(?!\w)", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?:{_any(furniture['things'])})(?!\w)", re.IGNORECASE),
        ),
        bio=re.compile(rf"(?<!\w)(?:{_any(furniture['bio'])})(?!\w)", re.IGNORECASE),
    )


def _bylines(table: Table) -> Bylines:
    words = _any(table["roles"])
    return Bylines(
        before=re.compile(rf"\s*(?:{_any(table['before'])})(?:\s?:\s?|\s+)", re.IGNORECASE),
        after=re.compile(rf"\s+(?:{_any(table['after'])})(?:\s|:).*$", re.IGNORECASE | re.DOTALL),
        role=re.compile(words, re.IGNORECASE),
        titled=re.compile(rf"(?:[\w’'-]+\s){{0,3}}(?:{words})", re.IGNORECASE),
        joins=re.compile(
            rf"\s*(?:[;,&|/•·\n]|\s(?:{_any(table['joins'])})\s)\s*(?:(?:{_any(table['joins'])})\s)?", re.I
        ),
        bodies=frozenset(table["bodies"]),
        nobody=frozenset(table["nobody"]),
        suffixes=frozenset(table["suffixes"]),
    )


def _any(words: Iterable[str], *, fold: bool = True) -> str:
    """Any of the words, the longest first; a space in one stands for any white space."""
    ordered = sorted({word.lower() if fold else word for word in words}, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
