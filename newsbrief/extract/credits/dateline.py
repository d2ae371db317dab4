"""“PORT ELLERY, Northmere, May 4 (EW) — The harbour”: the place, day and agency before a text's first words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from newsbrief.rules import Rules

LONGEST = 160
# A paragraph that goes on after its dateline is longer than this.
TEXT = 20
# The last place of a paragraph before which only a standfirst stands.
STANDFIRST = 1


class Dateline(Struct, frozen=True):
    """`end`: where the text goes on; the paragraph's own length where nothing follows. `date` is as written."""

    place: str
    agency: str
    date: str
    end: int


def find(paragraph: str, place: int, paragraphs: Sequence[str], rules: Rules) -> Dateline | None:
    """The dateline of the paragraph at a place, None if it has none."""
    for number, pattern in enumerate(rules.credits.datelines):
        match = pattern.match(paragraph[:LONGEST])
        if match is None:
            continue
        parts = {name.rstrip("0123456789"): part.strip() for name, part in match.groupdict().items() if part}
        words = parts["place"].strip(" ,")
        told = bool(parts.get("agency") or parts.get("date"))
        sure = told or (not number and parts["mark"] != ":") or _is_place(words, paragraphs, rules)
        # Without anything else that tells, only the text's first words may be one.
        if sure and (told or number == 0 or place <= STANDFIRST) and len(paragraph) - match.end() >= TEXT:
            return Dateline(words, parts.get("agency", ""), parts.get("date", ""), match.end())
    return None


def _is_place(words: str, paragraphs: Sequence[str], rules: Rules) -> bool:
    """Whether the words are a known place, or what the article goes on to call one."""
    name = words.split(",")[0]
    titled = name.title() if name.isupper() else name
    if titled in rules.places.names or name in rules.places.names:
        return True
    before = "|".join(rules.places.before | rules.words.prepositions)
    pattern = re.compile(rf"\b(?:{before}) {re.escape(titled)}\b")
    return any(pattern.search(paragraph) for paragraph in paragraphs)
