"""The desk has changed a brief that a person has read and vouches for."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "changed-since-read"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a brief that was changed since, until it is approved again."""
    if unread(entry.brief):
        yield Finding(CODE, seen.file, entry.brief.lines.get("reviewed", 0), told(entry.brief, seen.file))


def unread(brief: Brief) -> bool:
    """Whether something in it is otherwise than when somebody read it."""
    return bool(brief.reviewed and brief.raw and brief.raw.unread and brief.status in ("draft", "review", "published"))


def told(brief: Brief, file: str) -> str:
    """What was changed of such a brief, and what to do; `file` as messages name it."""
    *names, last = brief.raw.unread if brief.raw else ("",)
    changed = f"{', '.join(names)} and {last} were" if names else f"{last} was"
    whom = brief.reviewed.by if brief.reviewed else ""
    return (
        f"{changed} changed with the raw article since {whom} read the brief; "
        f"when you have read it again: newsbrief approve {shlex.quote(file)}"
    )
