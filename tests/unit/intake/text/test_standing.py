"""Lines that stand by themselves, and notes that begin anew."""

from __future__ import annotations

import pytest

from newsbrief import rules
from newsbrief.intake.text import joined, lines

LONG = "Seven glassworks settle a long row over their shared line"
CASES = [
    ("a byline below", f"{LONG}\nBy Osla Brandt", [LONG, "By Osla Brandt"]),
    ("a day above", f"TUESDAY, MARCH 27, 2029 $2.50\n{LONG}", ["TUESDAY, MARCH 27, 2029 $2.50", LONG]),
    ("a day in a sentence", "Sabaru, 22 August 2029. After eleven years of tankers, queues and\npromises it is done.",
     ["Sabaru, 22 August 2029. After eleven years of tankers, queues and promises it is done."]),
    ("a note begins anew", f"{LONG}\nATTENTION - ADDS offer", [LONG, "ATTENTION - ADDS offer"]),
    ("a note in brackets goes on", "(Reporting by Osla Brandt in Varnholt; Editing by Bela\nKorvin)",
     ["(Reporting by Osla Brandt in Varnholt; Editing by Bela Korvin)"]),
    ("a label goes on", "Image caption,\nThe lido opened in 1936", ["Image caption, The lido opened in 1936"]),
    ("a parted word", "It opens again on Satur-\nday, four weeks after it was shut, and an anti-\nfrost agent is used.",
     ["It opens again on Saturday, four weeks after it was shut, and an anti-frost agent is used."]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "atoms"), [row[1:] for row in CASES], ids=[row[0] for row in CASES])
def test_joined(words: str, atoms: list[str]) -> None:
    """Only what was wrapped is joined."""
    assert [atom.text for atom in joined(lines(words), rules.load())] == atoms
