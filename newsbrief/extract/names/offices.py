"""Offices named without a person ("South Korea's president"), matched to the person who is called by that title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from newsbrief.extract.names.pieces import Piece
from newsbrief.rules import Rules

OFFICE = r"((?:[^\W\d_]|-){2,16})"
WORDS = re.compile(rf"(?:['’]s?)? {OFFICE}(?: {OFFICE})?(?: {OFFICE})?\b")
LARGE = re.compile(r" [^\W\d_a-z]")


class Office(Struct, frozen=True):
    """`words` as the text writes them, the title's last word in small letters, and the country."""

    words: str
    title: str
    country: str


def find(text: str, places: Sequence[tuple[int, int]], rules: Rules) -> Iterator[Office]:
    """Offices in order; `places` are the spans of countries and demonyms."""
    for start, end in places:
        match = WORDS.match(text, end, end + 60)
        for number in range(1, 4):
            word = match[number] if match and match[number] else ""
            last = match.end(number) if match and word else end
            if word.lower() in rules.people.titles and not LARGE.match(text, last):
                yield Office(text[start:last], word.lower(), country(text[start:end], rules))
                break
            if word not in rules.people.before_titles:
                break


def country(words: str, rules: Rules) -> str:
    """The country that some words name or derive from, "" for none."""
    parts = re.sub(r"['’]s?(?= |$)", "", words).split()
    for size in (3, 2, 1):
        for place in range(len(parts) - size + 1):
            name = " ".join(parts[place : place + size])
            found = rules.places.demonyms.get(name) or rules.places.names.get(name)
            if found:
                return found
    return ""


def bearers(offices: Sequence[Office], titles: Mapping[str, Sequence[str]], rules: Rules) -> Mapping[str, str]:
    """For each person whom exactly one office fits: the office's words.

    `titles` gives every title that a person is called by. An office fits if its title's word is among them, no other
    country is named with it, and it fits nobody else.
    """
    found: dict[str, str] = {}
    for office in {(office.title, office.country): office for office in reversed(offices)}.values():
        fitting = [
            person
            for person, held in titles.items()
            if any(_fits(office, title, rules) for title in held) and not _elsewhere(office, held, rules)
        ]
        if len(fitting) == 1:
            found.setdefault(fitting[0], office.words)
    return found


def _fits(office: Office, title: str, rules: Rules) -> bool:
    words = title.lower().split()
    return bool(words) and office.title in words


def _elsewhere(office: Office, held: Sequence[str], rules: Rules) -> bool:
    countries = {country(title, rules) for title in held} - {""}
    return bool(countries) and office.country not in countries


def spans(pieces: Sequence[Piece], rules: Rules) -> tuple[tuple[int, int], ...]:
    """Where countries and demonyms stand."""
    return tuple(
        (piece.start, piece.end)
        for piece in pieces
        if piece.kind in {"place", "none"} and country(" ".join(piece.tokens), rules)
    )
