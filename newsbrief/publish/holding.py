"""Holds what is to be published against what readers have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsbrief.collate.edition import Edition
from newsbrief.collate.published import CODE, Record, unexplained
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal
from newsbrief.publish.console import BuildError

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
