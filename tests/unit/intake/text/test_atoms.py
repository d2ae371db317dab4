"""What somebody wrapped is whole again, and what stood apart stays apart."""

from __future__ import annotations

import pytest

from newsbrief.intake.text.atoms import atoms
from newsbrief.intake.text.lines import lines

LONG = "The boats came back to the harbour late on a quiet evening, and"
CASES = [
    ("wrapped", f"{LONG}\nnobody had come.", [f"{LONG} nobody had come."]),
    ("short lines are lines", "By Osla Brandt\nSource: EW", ["By Osla Brandt", "Source: EW"]),
    ("an empty line parts", f"{LONG}\n\nnobody had come.", [LONG, "nobody had come."]),
    ("a list's item begins anew", f"{LONG}\n• nobody had come.", [LONG, "• nobody had come."]),
    ("a rule stands alone", f"{LONG}\n=======\nnobody had come.", [LONG, "=======", "nobody had come."]),
    (
        "indented paragraphs without empty lines",
        f"   {LONG}\nnobody had come to see them land.\n   The fare is three crowns for everybody\nand rises in May.",
        [f"{LONG} nobody had come to see them land.", "The fare is three crowns for everybody and rises in May."],
    ),
    ("one line a paragraph", "\n".join([LONG * 3] * 3), [LONG * 3] * 3),
]


@pytest.mark.parametrize(("words", "joined"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_joined(words: str, joined: list[str]) -> None:
    """Lines go on where their writer did not end them."""
    assert [atom.text for atom in atoms(lines(words))] == joined


def test_a_full_width_shows_who_ended_a_line() -> None:
    """In a text wrapped at one width a line with room for the next word was ended by its writer."""
    wrapped = [
        "PORT ELLERY (EW) - The boats came back to the harbour late on",
        "a quiet evening and nobody had come to see them land there at",
        "all, the harbour master said.",
        "She had waited for them since the morning with two lanterns &",
        "a thermos flask, as she does whenever the wind turns to north",
        "in May.",
        "The ferry had left without its owner, who was still asleep in",
        "the waiting room of the railway station, her brother said, as",
        "he does every year.",
    ]
    found = [atom.text for atom in atoms(lines("\n".join(wrapped)))]
    assert [words.split()[0] for words in found] == ["PORT", "She", "The"]
