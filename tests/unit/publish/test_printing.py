"""What a run waits for that is printed elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.build.jobs import Done
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
