"""Subheadings and lists are told from paragraphs."""

from __future__ import annotations

import pytest

from newsbrief.intake.text.atoms import Atom
from newsbrief.intake.text.blocks import blocks

TEXT = "The boats came back to the harbour late on a quiet evening, and nobody had come to see them land, she said."
CASES = [
    ("a heading", [TEXT, "What it costs", TEXT], ["", "h2", ""]),
    ("no heading with a stop", [TEXT, "It is late.", TEXT], ["", "", ""]),
    ("no heading that somebody says", [TEXT, "PRESENTER: And the cause?", TEXT], ["", "", ""]),
    ("no heading at the end", [TEXT, "What it costs"], ["", ""]),
    ("bullets", [TEXT, "• one crown", "• two crowns"], ["", "item", "item"]),
    ("dashes in a row", [TEXT, "– one crown", "– two crowns"], ["", "item", "item"]),
    ("a dash that begins a speech", [TEXT, "– It is late, she said.", TEXT], ["", "", ""]),
]


@pytest.mark.parametrize(("texts", "kinds"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_kinds(texts: list[str], kinds: list[str]) -> None:
    """Each paragraph has its kind."""
    found = list(blocks([Atom(number, words, True) for number, words in enumerate(texts)]))
    assert [kind for _, kind in found] == kinds
    assert not any(atom.text.startswith("•") for atom, _ in found)
