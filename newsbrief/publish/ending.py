"""The end of a build: what it made comes into place, and what it knows is written down."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from newsbrief import record
from newsbrief.build import stage, workers
from newsbrief.publish import outline
from newsbrief.publish.press import Press, made_of

# Of fewer plates the copy would take longer than they do.
WORTH_A_COPY = 400


def into_place(done: Press, asked: str, settled: str) -> None:
    """Move the finished site into the output folder. `asked`, `settled`: see `ledger.Made`."""
    done.memory.save()
    done.pictures.save()
    made = made_of(done, asked, settled)
    save_plates = _plates(done)
    if done.edition.publish:
        shutil.copyfile(_record(done), done.stage.room / record.FILE)
    untouched = done.survey.untouched
    stage.commit(done.stage, done.clear_output, done.printing.kept, made, lambda: untouched.answer, save_plates)


def _record(done: Press) -> Path:
    """The record that belongs to this site; before it is in place, it may be in the output folder only."""
    staged = done.stage.site / record.FILE
    return staged if staged.is_file() else done.stage.output / record.FILE


def _plates(done: Press) -> Callable[[], object]:
    """Begin to write the plates down; gives what waits until that is done.

    All of them take about as long as it takes to bring the whole site into place.
    """
    names = {outline.NAME, *done.outline.briefs} if done.printing.outline else set[str]()
    if len(done.plates.waiting) < WORTH_A_COPY:
        return partial(bool, done.plates.save(names))
    aside = workers.Aside(lambda: done.plates.save(names, workers.attended), worth=True)
    return lambda: aside.answer or done.plates.save(names)
