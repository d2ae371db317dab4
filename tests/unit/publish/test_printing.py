"""What a run takes over of the last one, and what it waits for that is printed elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.build import ledger
from newsbrief.build.account import Account, written
from newsbrief.build.jobs import Done
from newsbrief.build.looks import Known
from newsbrief.build.pieces import Piece
from newsbrief.build.results import Results
from newsbrief.publish.printing import Elsewhere, Printing

DONE = Done(Results({"timeline/index.html": "key"}), {"timeline/index.html": b"looks"})


@pytest.mark.parametrize("given_up", [False, True])
def test_what_is_done_elsewhere_is_waited_for_or_ended(given_up: bool, tmp_path: Path) -> None:
    """Never left to go on by itself: what it writes would lie amid the files of the next run."""
    heard: list[str] = []

    def done() -> Done:
        heard.append("done")
        return DONE

    printing = Printing(tmp_path / "output", tmp_path / "stage", None, 1)
    printing.elsewhere = Elsewhere(frozenset(DONE.results.keys), done, lambda: heard.append("ended"))
    if given_up:
        printing.give_up()
    else:
        printing.finish()
        printing.give_up()
    assert heard == (["ended"] if given_up else ["done"])
    assert printing.done.keys == ({} if given_up else {"timeline/index.html": "key"})
    assert printing.made == (0 if given_up else 1)


@pytest.mark.parametrize("staying", [False, True])
def test_what_is_not_offered_stands_as_the_last_build_left_it(staying: bool, tmp_path: Path) -> None:
    """But for the jobs that are said to be gone; whether all files stay, and the few that do not are told, or not."""
    left = written(Account(keys=Piece({"a.html": "1", "b.html": "2", "c": "3"}), others=Piece({"c": ("c1", "c2")})))
    ledger.enter(tmp_path, left, False, [], tmp_path, Known())
    printing = Printing(tmp_path / "output", tmp_path / "stage", ledger.read(tmp_path), 1, staying=staying)
    printing.offer("b.html", "new", lambda: [("b.html", "text")])
    printing.keep_others({"c", "never there"})
    (tmp_path / "stage").mkdir()
    printing.finish()
    keys = {name: printing.key_of(name) for name in ("a.html", "b.html", "c", "never there")}
    assert keys == {"a.html": "1", "b.html": "new", "c": "", "never there": ""}
    assert printing.forgotten == ({"c"} if staying else set())
    assert printing.dropped == ({"c1", "c2"} if staying else set())
    assert printing.kept == (set() if staying else {"a.html"})
    assert printing.done.keys.keys() == ({"b.html"} if staying else {"a.html", "b.html"})
