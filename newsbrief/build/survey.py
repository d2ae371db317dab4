"""What there is when a build begins: its sources, and whether the output is as the last build left it.

With ten thousand briefs a look at each file takes a tenth of a second, at those of the output twice that: copies of
this process look at the output while it goes on with something else.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from newsbrief.build.ledger import Ledger, intact, untouched
from newsbrief.build.sources import Sources, look
from newsbrief.build.workers import Aside

# With fewer files the answers are there before a copy has begun.
WORTH_A_COPY = 2000


class Survey(Struct, frozen=True):
    """`roots`: where the `sources` were looked for; `last`: the ledger that it was held against, None where none is.

    `intact`: whether all files of the output are as the last build left them; `untouched`: whether no name came into
    one of its folders since, or went. Whoever changes the output later changes it after this build, too: what the
    build enters into its ledger for files and folders that it did not touch is what the last one saw.
    """

    roots: tuple[str, ...]
    sources: Sources
    last: Ledger | None
    intact: Aside
    untouched: Aside


def survey(last: Ledger | None, roots: Sequence[str], output: Path) -> Survey:
    """Look at the sources, and begin to look at the output."""
    worth = last is not None and len(last.files) >= WORTH_A_COPY
    files = Aside(lambda: last is not None and intact(last, last.files, output), worth)
    folders = Aside(lambda: last is not None and untouched(last, output), worth)
    known = last.made.sources if last and last.made else None
    return Survey(tuple(roots), look(roots, known), last, files, folders)
