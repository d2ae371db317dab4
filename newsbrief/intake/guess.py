"""The encoding of a text that does not say it and is not UTF-8: the one in which it reads like a language.

Libraries that count byte frequencies need more text than an article has; here the letters themselves tell. Of six
texts of one page each, in four old encodings, charset-normalizer 3.4 knew three.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from newsbrief.rules import tables

# How much of a text is looked at, in bytes.
LOOK = 200_000
# Signs that stand at the edge of a word or between words, as typography puts them.
SIGNS = frozenset("‘’“”„«»‹›–—…•©®™°£€§½¼¾²³·´¨×÷¿¡ºª\u00a0\u00ad")
INSIDE = re.compile(r"(?<=[^\W\d_])[^\w\s'’\u00ad./&@·–—-](?=[^\W\d_])")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f\ufffd]")
# A letter of one script beside one of another.
MIXED = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
CASE = re.compile(r"(?<=[^\W\d_A-Z])[^\W\d_a-z\x00-\x7f](?=[a-z])")
# What a letter of no fitting alphabet costs, a sign inside a word, a capital inside one, a sign of no use in news.
FOREIGN, BROKEN, RARE = 1.0, 3.0, 1.5


def guess(data: bytes) -> str:
    """The name of the likeliest encoding; "" where in none of them the bytes are a text."""
    costs = [(cost, place) for place, name in enumerate(_encodings()) if (cost := _cost(data[:LOOK], name)) is not None]
    return _encodings()[min(costs)[1]] if costs else ""


def _cost(data: bytes, name: str) -> float | None:
    """How little a text looks like one in this encoding; None where it cannot be."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    if CONTROL.search(text):
        return None
    beyond = [sign for sign in text if sign > "\x7f"]
    letters = [sign for sign in beyond if sign.isalpha()]
    foreign = min(sum(sign.lower() not in alphabet for sign in letters) for alphabet in _alphabets())
    rare = sum(sign not in SIGNS for sign in beyond if not sign.isalpha())
    broken = (
        len(INSIDE.findall(text))
        + len(MIXED.findall(text))
        + sum(unicodedata.category(sign) == "Lu" for sign in CASE.findall(text))
    )
    return FOREIGN * foreign + BROKEN * broken + RARE * rare


@cache
def _encodings() -> tuple[str, ...]:
    return tuple(_table()["encodings"])


@cache
def _alphabets() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(letters) for letters in _table()["alphabets"].values())


def _table() -> dict[str, dict[str, str]]:
    return tables.read("encodings")
