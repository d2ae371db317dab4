"""Who signs an article where no “By” says so."""

from __future__ import annotations

import pytest

from newsbrief import extract, rules
from newsbrief.intake import text

BODY = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land."
CASES = [
    ("with a role below", "Nadia Fenn\nTransport correspondent", ("Nadia Fenn",), ()),
    ("with both", "Nadia Fenn\nIsland reporter, North News Service", ("Nadia Fenn",), ("North News Service",)),
    ("in capitals over an outlet", "ÉLODIE GARN\nBoreal News Service", ("Élodie Garn",), ("Boreal News Service",)),
    ("at a place", "Theo Vander in Port Lazlo", ("Theo Vander",), ()),
    ("with initials", "R. V. Menon", ("R. V. Menon",), ()),
    ("above a day", "Rosal Achter\n\nSunday 16 December 2029", ("Rosal Achter",), ()),
    ("below a standfirst", f"{BODY}\n\nBy Osla Brandt\nApril 18, 2029, 5 a.m. CDT", ("Osla Brandt",), ()),
    ("with an address", "By Osla Brandt\nLocal reporter\nosla@ellery.example", ("Osla Brandt",), ()),
    ("no name but a place", "Port Ellery", (), ()),
    ("no name but a kicker", "Council Votes Tonight", (), ()),
]  # fmt: skip


@pytest.mark.parametrize(("words", "authors", "source"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_signed(words: str, authors: tuple[str, ...], source: tuple[str, ...]) -> None:
    """A name is a byline where something beside its capitals tells it; roles, outlets and addresses go with it."""
    article = text.read(
        f"Harbour reopens after storm\n\n{words}\n\n{BODY} One.\n\n{BODY} Two.\n\n{BODY}\n", rules.load()
    )
    reading = extract.reading(article, rules.load())
    assert (reading.authors, reading.source) == (authors, source)
    assert "correspondent" not in reading.text
    assert "@" not in reading.text
