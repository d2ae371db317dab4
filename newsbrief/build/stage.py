"""A build is written beside the output folder and moved into it at the end.

Beside `output/` stands `.output.newsbrief/` with the stage (what is being written), the ledger of what the last build
put into `output/` and made it of, and, while files are being moved, a journal of the moves still to be made. A build
killed before the journal is complete leaves the old site; one killed after it is finished by the next build, whatever
that one then does. Files in `output/` that no build of ours wrote are left alone.

Nothing waits for the disk. Where the power fails, files may be lost that were there already: whatever then is not as
the ledger has it is made anew, and a journal that the disk did not keep is none.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import IO

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import ledger, looks, moves, plain
from newsbrief.build.account import Account, whole, written
from newsbrief.build.ledger import Ledger
from newsbrief.build.lock import take
from newsbrief.build.looks import NOTHING, Known, Noted
from newsbrief.build.pieces import LostError
from newsbrief.build.plan import Plan, rounded_off, standing

# How the names of files begin in which workers leave what they found; those of a killed build stay.
RESULT = "worker-"
NOTHING_KNOWN = Account()
# What earlier versions kept, and no version reads any more.
FORMER = ("ledger.pickle", "journal.pickle", "register.pickle", "ledger.json", "journal.json")


class Stage(Struct, frozen=True):
    """The places of one build. All paths are absolute. `lock` keeps other builds away while it is held.

    `above`: another site's output folder, which this one lies in. All of it is public.
    """

    output: Path
    lock: IO[str] | None = None
    above: Path | None = None

    @property
    def room(self) -> Path:
        """The folder beside the output that belongs to the builds."""
        outermost = self.above or self.output
        return outermost.parent / ".".join(("", outermost.name, *self.output.relative_to(outermost).parts, "newsbrief"))

    @property
    def site(self) -> Path:
        """Where the build in progress writes."""
        return self.room / "stage"

    @property
    def journal(self) -> Path:
        """The moves of a build that is being brought into place."""
        return self.room / "journal.msgpack"

    @property
    def last(self) -> Ledger | None:
        """What the last build left."""
        return ledger.read(self.room)


def place(output: str | Path) -> Path:
    """Where a build for this output folder writes; it is there from `begin` on."""
    return Stage(Path(output).absolute()).site


def is_first(output: str | Path) -> bool:
    """Whether no build has left a ledger of this folder."""
    return not (Stage(Path(output).absolute()).room / ledger.FILE).exists()


def begin(output: str | Path, above: Path | None = None) -> Stage:
    """Wait for another build of this folder, finish or clear away what an earlier one left, and open an empty stage."""
    stage = _locked(output, above)
    _resume(stage)
    shutil.rmtree(stage.site, ignore_errors=True)
    for left in (*(stage.room / name for name in FORMER), *stage.room.glob(f"{RESULT}*")):
        left.unlink(missing_ok=True)
    stage.site.mkdir(parents=True)
    return stage


def finish(output: str | Path) -> Stage:
    """Finish what a killed build began to bring into place, and leave all else as it is."""
    stage = _locked(output)
    _resume(stage)
    return released(stage)


def commit(
    stage: Stage,
    clear: bool = False,
    kept: Collection[str] = (),
    account: Account = NOTHING_KNOWN,
    untouched: Callable[[], bool] | None = None,
    besides: Callable[[], object] | None = None,
    noted: Noted = NOTHING,
    dropped: Collection[str] | None = None,
) -> None:
    """Bring the staged site into the output folder; files that did not change keep their time stamps.

    `kept` are files of the last build that belong to this one too; the others go. Who knows which do not may tell these
    instead: `dropped`, of which some may be staged anew. With `clear`, so does every other file, except those whose
    path begins with a dot (.git) and CNAME. `account` comes into the ledger. `untouched`: whether no name came or went
    since the last build, where somebody knows. `besides` is called before another build may begin. `noted`: what is
    known of the stage already. Raises LostError where what the last build left is lost, and the rest rests on it.
    """
    first = _is_empty(stage.output)
    looked = looks.looked(str(stage.site), noted) if first else Known()
    staged = sorted(looked.files if first else moves.names(stage.site))
    changed = [] if first else [name for name in staged if not moves.same(stage.site / name, stage.output / name)]
    # Where all is moved at once, the journal tells of all.
    last = None if first else stage.last
    if last and dropped is None and not last.pieces.whole:
        last = None
    still = last is not None and (untouched() if untouched else ledger.untouched(last, stage.output))
    if last and dropped is not None and still and last.clear >= clear and not last.pieces.long and account.behind:
        gone = sorted({*dropped}.difference(staged))
        plan, known = Plan(changed, gone, staged, gone, written(account), based=True, clear=clear), Known()
    else:
        if last and dropped is not None:
            kept = last.files.keys() - {*dropped, *staged}
        new = Plan(changed, (), (), (), written(_of_all(account, stage)), last is not None, first, clear)
        plan = rounded_off(new, stage.output, last, still, {*kept, *staged})
        known = standing(last, plan, kept, still) if last else looked
    moves.write_whole(stage.journal, plain.summed(plan))
    _carry_out(plan, stage, known)
    if besides:
        besides()
    released(stage)


def _of_all(account: Account, stage: Stage) -> Account:
    """An account of all, where it tells only what is other since the last build; of nothing, where that is lost."""
    last = stage.last if account.behind else None
    if account.behind and last is None:
        return NOTHING_KNOWN
    return whole(account, last.sources, last.jobs) if last else account


def _locked(output: str | Path, above: Path | None = None) -> Stage:
    stage = Stage(Path(output).absolute(), above=above)
    return replace(stage, lock=take(stage.room, lambda: _waiting(stage)))


def _waiting(stage: Stage) -> None:
    print(f"Another build is writing to {stage.output}; this one waits for it.", file=sys.stderr, flush=True)


def released(stage: Stage) -> Stage:
    """Let other builds begin; the same stage, without the lock."""
    if stage.lock:
        stage.lock.close()
    return replace(stage, lock=None)


def _resume(stage: Stage) -> None:
    """Make the moves that the journal names; those made already are not found and are passed over."""
    if not stage.journal.exists():
        return
    try:
        plan = plain.read(plain.unsummed(stage.journal.read_bytes()), Plan)
    except Exception:  # whatever is wrong with it: the ledger still is that of the site before
        stage.journal.unlink()
        return
    _carry_out(plan, stage, Known())


def _carry_out(plan: Plan, stage: Stage, known: Known) -> None:
    """`known`: how files and folders look that stay as they are, if the stage becomes the output where it is to."""
    one_by_one = plan.first and not _became_output(stage)
    known = Known() if one_by_one else known
    for name in plan.more if one_by_one else plan.move:
        source, target = f"{stage.site}/{name}", f"{stage.output}/{name}"
        if os.path.exists(source):
            try:
                os.replace(source, target)
            except OSError:
                moves.make_way(Path(target), stage.output)
                os.replace(source, target)
    for name in plan.remove:
        if (stage.output / name).is_file():
            (stage.output / name).unlink()
            moves.prune((stage.output / name).parent, stage.output)
    stage.output.mkdir(parents=True, exist_ok=True)
    _enter(plan, stage, known)
    stage.journal.unlink()
    shutil.rmtree(stage.site, ignore_errors=True)


def _enter(plan: Plan, stage: Stage, known: Known) -> None:
    """Write the ledger of what was carried out; none where that is not known, and the next build looks at all."""
    last = stage.last
    try:
        if plan.account.behind and last:
            # Whatever the plan does not tell of is as the last ledger has it.
            ledger.add(last, stage.room, plan.account, plan.more, plan.less, stage.output)
            return
        files = None if plan.account.behind else plan.files(last)
    except LostError:
        files = None
    if files is None:
        (stage.room / ledger.FILE).unlink(missing_ok=True)
    else:
        ledger.enter(stage.room, plan.account, plan.clear, files, stage.output, known)


def _became_output(stage: Stage) -> bool:
    """Whether the stage is the output folder now, or was before; not where that has to stay, as a mount has."""
    try:
        if stage.site.exists():
            if stage.output.exists():
                stage.output.rmdir()
            stage.site.replace(stage.output)
    except OSError:
        return False
    return True


def _is_empty(output: Path) -> bool:
    if output.is_symlink():
        return False  # it stays one
    return not output.exists() or (output.is_dir() and not any(os.scandir(output)))
