"""Messages about changes that readers are not told of, and about retractions without a reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from newsbrief.model.brief import Brief
from newsbrief.model.refusal import Refusal
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.published import CODE, note_to_write

NO_REASON, RETRACTION = "no-reason", "retraction"
ENDING = "Readers had this otherwise. Nothing is published, and the last site stays, until it says why."


def error_message(changes: Iterable[Refusal], refused: Sequence[Refusal], content: str) -> str:
    """Return the message with which a build for readers ends, "" if there are no changes to explain.

    `changes` come from `published.unexplained_since`; `refused` says why other briefs are left out, which may be what
    is wrong. `content` is the name of the content folder.
    """
    named = [Refusal(f"{content}/{one.file}", one.line, f"{one.reason} [{CODE}]") for one in changes]
    if not named:
        return ""
    known = {one.file for one in refused}
    return "\n".join([*map(str, refused), *(str(one) for one in named if one.file not in known), ENDING])


def without_reason(index: Index, content: str) -> Iterable[Refusal]:
    """Say which briefs are retracted without a reason. They are published all the same, and the reason can follow.

    `content` is the name of the content folder.
    """
    for facts in index.briefs:
        if facts.status == "retracted":
            brief = index.load(facts.path)
            message = missing_reason(brief, index.options.today)
            if message and not brief.silence.get(NO_REASON):
                yield Refusal(f"{content}/{facts.path}", brief.lines.get("status", 0), f"{message} [{NO_REASON}]")


def missing_reason(brief: Brief, today: dt.date) -> str:
    """Return what to write about a retracted brief, "" if it says why it is retracted."""
    if brief.status != "retracted" or any(note.kind == RETRACTION for note in brief.notes):
        return ""
    return f"is retracted, and nothing tells readers why; write {note_to_write(brief, RETRACTION, today)}"
