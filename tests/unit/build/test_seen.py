"""How all files looked, kept in pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.build import ledger
from newsbrief.build.looks import Known
from newsbrief.build.seen import PART, LostError


def _entered(folder: Path, pages: int) -> ledger.Ledger:
    for number in range(pages):
        (folder / f"{number}.html").write_text("1", "utf-8")
    ledger.enter(folder, b"", False, [f"{number}.html" for number in range(pages)], folder, Known())
    found = ledger.read(folder)
    assert found is not None
    return found


def test_what_another_build_wrote_over_is_lost_and_nothing_is_claimed(tmp_path: Path) -> None:
    """A ledger that was read, and asked how all looked only after another one took its place."""
    known = _entered(tmp_path, 3)
    other = _entered(tmp_path, 4)
    with pytest.raises(LostError):
        known.files  # noqa: B018  # it is read now
    assert not ledger.all_intact(known, tmp_path)
    assert not ledger.untouched(known, tmp_path)
    assert not ledger.intact(known, ["0.html"], tmp_path)
    assert ledger.all_intact(other, tmp_path)


def test_later_pieces_count_and_grow_long_against_the_first(tmp_path: Path) -> None:
    """Of a site of a hundred pages a few changes are put behind, and then it is time to write all as one again."""
    known = _entered(tmp_path, 100)
    pieces = 0
    while not known.seen.sizes.long:
        pieces += 1
        (tmp_path / f"{pieces}.html").write_text("22", "utf-8")
        ledger.add(known, tmp_path, b"", [f"{pieces}.html"], [], tmp_path)
        found = ledger.read(tmp_path)
        assert found is not None
        known = found
        assert len(known.files) == 100
        assert ledger.all_intact(known, tmp_path)
    assert 2 < pieces < 100 / PART
    assert known.number == 100
