"""Names in alphabetical order, grouped by their first letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeVar

from newsbrief.site.facts.addresses import name_key

Entry = TypeVar("Entry")
# Readers take in a list of up to this many names without letters between them.
LONGEST_WITHOUT_LETTERS = 40
FIGURES = "0–9"
# Chinese and Japanese read the same character differently, so no heading by its sound would be right for both.
CHARACTERS = "字"
# Hangul syllables are in the order of their first consonants, 588 to each (Unicode 15, 3.12). The headings of
# dictionaries are the plain consonants; doubled ones come under the plain ones.
SYLLABLES = range(0xAC00, 0xD7A4)
CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"


# Every list of people sorts the same names.
@lru_cache(maxsize=1 << 16)
def order(name: str) -> tuple[str, str]:
    """Return a sort key for names. Case and accents count only between names that are otherwise the same."""
    if name.isascii():
        return name.lower(), name
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", plain).casefold(), name


@lru_cache(maxsize=1 << 16)
def letter(name: str) -> str:
    """Return the heading of a name: its first letter, its first consonant in Korean, "0–9" or "字"."""
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
    """Return what stands for a heading in an address: one Latin letter or figure."""
    return "0" if heading == FIGURES else name_key(heading)[0]


def by_letter(entries: Iterable[Entry], name: Callable[[Entry], str]) -> Sequence[tuple[str, tuple[Entry, ...]]]:
    """Return (letter, entries) in alphabetical order; `name` gives the name of an entry. A short list is under ""."""
    ordered = sorted(entries, key=lambda entry: order(name(entry)))
    if len(ordered) <= LONGEST_WITHOUT_LETTERS:
        return [("", tuple(ordered))] if ordered else []
    # Sort by heading first: by name alone, another script's letters could come between two names of one heading.
    ordered.sort(key=lambda entry: (letter(name(entry)) != FIGURES, order(letter(name(entry)))))
    return [(heading, tuple(those)) for heading, those in groupby(ordered, key=lambda entry: letter(name(entry)))]
