"""A brief that no reader shall see yet, in a repository that others may be able to read."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "tracked-draft"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for a brief in draft or review, or under embargo, that git tracks where there is a remote."""
    repository, brief = seen.across.repository, entry.brief
    if entry.path not in repository.tracked or repository.public is False:
        return
    why = _why(entry, seen)
    if not why:
        return
    raw = f"raw/{brief.raw.file}" if brief.raw else ""
    also = " with its raw article" if raw in repository.tracked else ""
    where = "in a public repository" if repository.public else f"and pushed to “{repository.remote}”"
    doubt = "" if repository.public else "; if others can read that, they can read this"
    message = (
        f"{why} and tracked by git{also}, {where}{doubt}: take it out with `git rm --cached`, or say "
        '`NEWSBRIEF_REPOSITORY = "private"` in pelican.conf.py'
    )
    yield Finding(CODE, seen.file, brief.lines.get("status", 0), message)


def _why(entry: Entry, seen: Seen) -> str:
    brief, clock = entry.brief, seen.across.clock
    if brief.status in ("draft", "review"):
        return f"is in {brief.status}"
    held = brief.embargo is not None and brief.status == "published" and clock.now < brief.embargo.at(clock.zone)
    return "is under embargo" if held else ""
