"""What a build is to do in the output folder, written down before it does it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief.build import moves
from newsbrief.build.account import Written, without
from newsbrief.build.ledger import Ledger
from newsbrief.build.looks import Known, above


class Plan(Struct, frozen=True):
    """What is to be done in the output folder, by the files' paths below it. `account`: the ledger's.

    The site has the files `more`, and, with `based`, those that the last ledger tells of, but `less`: of ten thousand
    pages a few are others. `first`: nothing is there yet, and the stage becomes the output folder. `clear`: nothing
    else is left there.
    """

    move: Sequence[str]
    remove: Sequence[str]
    more: Sequence[str]
    less: Sequence[str]
    account: Written
    based: bool = False
    first: bool = False
    clear: bool = False

    def files(self, last: Ledger | None) -> Collection[str] | None:
        """All files of the site; None where the ledger that tells of them is lost."""
        if not self.based:
            return self.more
        return {**without(last.files, self.less), **dict.fromkeys(self.more)} if last else None


def rounded_off(plan: Plan, output: Path, last: Ledger | None, still: bool, whole: Collection[str]) -> Plan:
    """With what is to be removed, if these are all files of the site, and what is new among them.

    `still`: as in `standing`.
    """
    before = last.files.keys() if last else {}.keys()
    gone = sorted(before - whole)
    foreign = plan.clear and not (last and last.clear and still)
    stale = sorted({*moves.foreign(output)}.difference(whole)) if foreign else gone
    more, less = (sorted({*whole}.difference(before)), gone) if last else (list(whole), [])
    return replace(plan, remove=stale, more=more, less=less)


def standing(last: Ledger, plan: Plan, kept: Collection[str], still: bool) -> Known:
    """Those that were passed over were looked at; what was made anew in the same bytes may look otherwise by now.

    `still`: so were all folders, of which those change that something comes into or goes from.
    """
    touched = above([*plan.move, *plan.remove])
    folders = without(last.folders, touched) if still else {}
    return Known(without(last.files, last.files.keys() - kept), folders, frozenset(above(plan.remove)))
