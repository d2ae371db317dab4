"""When a card is drawn."""

from __future__ import annotations

from pathlib import Path

from newsbrief import THEME
from newsbrief.build import ledger
from newsbrief.build.account import Account, written
from newsbrief.build.looks import Known
from newsbrief.publish.cards import cards, files
from newsbrief.publish.words import words


def test_a_card_that_lies_as_it_was_left_is_not_drawn_again(tmp_path: Path) -> None:
    """Drawing is slow: its name tells what it shows. One that somebody touched is drawn."""
    settings = {"THEME": THEME, "SITENAME": "Tidings", "DEFAULT_LANG": "en"}
    made = cards(settings, words(settings))
    [(name, drawn)] = files(made, None, tmp_path, None)
    file = tmp_path / name
    file.parent.mkdir()
    file.write_bytes(b"as it lies")
    ledger.enter(tmp_path, written(Account()), False, [name], tmp_path, Known())
    left = ledger.read(tmp_path)
    assert dict(files(made, None, tmp_path, left)) == {name: b"as it lies"}
    file.write_bytes(b"touched")
    assert dict(files(made, None, tmp_path, left)) == {name: drawn}
