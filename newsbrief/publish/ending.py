"""The end of a build: what it made comes into place, and what it knows is written down."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from newsbrief.build import stage
from newsbrief.build.named import forget_others
from newsbrief.content import published as record
from newsbrief.publish.press import OUTLINE, REGISTER, Press, account_of, register_name


def into_place(done: Press, asked: str, settled: str) -> None:
    """Move the finished site into the output folder. `asked`, `settled`: see `Made`."""
    done.memory.save()
    done.pictures.save()
    account = account_of(done, asked, settled)
    if done.edition.publish:
        shutil.copyfile(_record(done), done.stage.room / record.FILE)
    printing = done.printing
    # Of a build that knows nothing of its pages no plate is left.
    save_plates = printing.save_plates or partial(done.plates.save, ())

    def besides() -> None:
        save_plates()
        for kind, name in ((REGISTER, register_name(done)), (OUTLINE, printing.outline)):
            forget_others(kind, done.stage.room, [name])

    stage.commit(
        *(done.stage, done.clear_output, printing.kept, account),
        untouched=lambda: done.survey.untouched,
        besides=besides,
        noted=printing.noted,
        dropped=printing.dropped if printing.staying else None,
    )


def _record(done: Press) -> Path:
    """The record that belongs to this site; before it is in place, it may be in the output folder only."""
    staged = done.stage.site / record.FILE
    return staged if staged.is_file() else done.stage.output / record.FILE
