"""Bytes become text whatever they were saved as; where that was guessed, somebody is told."""

from __future__ import annotations

import pytest

from newsbrief.intake import guessed
from newsbrief.intake.decode import decoded

ENGLISH = "“It’s the café’s third month—and the ferry is late,” said Zoë Brandt. The fare is £3.\n"
TEXTS = [
    ("utf-8", ENGLISH, ""),
    ("utf-16", ENGLISH, ""),
    ("cp1252", ENGLISH, "cp1252"),
    ("mac_roman", ENGLISH, "mac_roman"),
    ("cp1250", "„Řeka je příliš vysoká,“ řekla Žofie Kovářová v pondělí. Loď čeká u mola.\n", "cp1250"),
    ("iso8859_2", "Řeka je příliš vysoká, řekla Žofie Kovářová v pondělí. Loď čeká u mola; šéf mlčel.\n", "iso8859_2"),
    ("cp1251", "«Паром опять опоздал», — сказала Вера Лунина в понедельник на причале.\n", "cp1251"),
    ("cp1254", "“Gemi yine geç kaldı, ağabeyim iskelede bekliyor,” dedi Işıl Şenyüz.\n", "cp1254"),
]  # fmt: skip


@pytest.mark.parametrize(("encoding", "text", "told"), TEXTS, ids=[row[0] for row in TEXTS])
def test_encodings(encoding: str, text: str, told: str) -> None:
    """The letters tell the encoding where nothing else does."""
    data = text.encode(encoding)
    assert decoded(data) == text
    assert guessed(data) == told


def test_a_page_says_its_own() -> None:
    """A declared encoding is no guess."""
    data = '<html><head><meta charset="windows-1252"></head><body><p>Zoë’s café</p></body></html>'.encode("cp1252")
    assert guessed(data) == ""
    assert "Zoë’s café" in decoded(data)


def test_line_ends() -> None:
    """Windows' and old Macintosh line ends are line feeds."""
    assert decoded(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"
