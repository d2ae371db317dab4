"""Holds what is to be published against what readers have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from newsbrief.check import no_reason
from newsbrief.collate.edition import Edition
from newsbrief.collate.published import CODE, Record, unexplained
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.publish.console import BuildError, report

ENDING = "Readers had this otherwise. Nothing is published, and the last site stays, until it says why."


def hold(before: Record, entries: Sequence[Entry], edition: Edition, refused: Sequence[Refusal], content: str) -> None:
    """Raise BuildError if something that readers had changed without a word.

    `entries`: all that are to be shown. `refused`: why others are not, which may be what is wrong. `content`: the name
    of the content folder.
    """
    changed = [replace(one, file=f"{content}/{one.file}") for one in unexplained(before, entries, edition)]
    if changed:
        known = {one.file for one in refused}
        others = (one for one in changed if one.file not in known)
        raise BuildError("\n".join([*map(str, refused), *(f"{one} [{CODE}]" for one in others), ENDING]))


def remind(entries: Iterable[Entry], edition: Edition, content: str) -> None:
    """Say which briefs are retracted without a reason. They are published all the same.

    What was wrong is gone from the site sooner so; the reason can follow.
    """
    report(
        Refusal(f"{content}/{entry.path}", entry.brief.lines.get("status", 0), f"{message} [{no_reason.CODE}]")
        for entry in entries
        if not entry.brief.silence.get(no_reason.CODE) and (message := no_reason.missing(entry.brief, edition.today))
    )
