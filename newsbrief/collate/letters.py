"""Names in alphabetical order, under the letters with which they begin."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from newsbrief.collate.addresses import name_key

Entry = TypeVar("Entry")
# A list of up to this many names is read at a glance, and is not parted.
AT_A_GLANCE = 40
FIGURES = "0–9"
# Chinese and Japanese read the same character differently, and each has thousands: no heading would be right for both.
CHARACTERS = "字"
# Hangul syllables stand in the order of their first consonants, 588 to each (Unicode 15, 3.12). A dictionary's
# headings have the plain consonants only: the doubled ones stand under them.
SYLLABLES = range(0xAC00, 0xD7A4)
CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"


# Every list of people sorts the same names.
@lru_cache(maxsize=1 << 16)
def order(name: str) -> tuple[str, str]:
    """Sorts names as an index does: case and accents count only between names that are otherwise the same."""
    if name.isascii():
        return name.lower(), name
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", plain).casefold(), name


@lru_cache(maxsize=1 << 16)
def letter(name: str) -> str:
    """The heading under which a name stands: its first letter, the first consonant of Korean, or "0–9", "字"."""
    if name[:1].isalpha() and name[:1].isascii():
        return name[0].upper()
    sign = next((sign for sign in unicodedata.normalize("NFKC", name) if sign.isalnum()), "")
    if not sign or sign.isnumeric():
        return FIGURES
    if ord(sign) in SYLLABLES:
        return CONSONANTS[(ord(sign) - SYLLABLES.start) // 588]
    if unicodedata.name(sign, "").startswith("CJK"):
        return CHARACTERS
    return unicodedata.normalize("NFD", sign)[0].upper()[0]


def last_part(heading: str) -> str:
    """The letter's part of an address: one Latin letter or figure."""
    return "0" if heading == FIGURES else name_key(heading)[0]


def by_letter(entries: Iterable[Entry], name: Callable[[Entry], str]) -> Sequence[tuple[str, tuple[Entry, ...]]]:
    """The entries in order under their letters; under "" if they are read at a glance."""
    ordered = sorted(entries, key=lambda entry: order(name(entry)))
    if len(ordered) <= AT_A_GLANCE:
        return [("", tuple(ordered))] if ordered else []
    # Letters of one script may part letters that another puts between them: each stands once.
    ordered.sort(key=lambda entry: (letter(name(entry)) != FIGURES, order(letter(name(entry)))))
    return [(heading, tuple(those)) for heading, those in groupby(ordered, key=lambda entry: letter(name(entry)))]
