"""A name that another brief spells otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, file_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "two-spellings"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each name, at the brief that has the rarer spelling."""
    for spelling in seen.across.spellings.get(entry.path, ()):
        more = f" and {spelling.count - 1} more" if spelling.count > 1 else ""
        message = (
            f"“{spelling.name}” here is “{spelling.other}” in {file_of(spelling.path, entry, seen)}{more}: correct one "
            f"of them, or write `{spelling.other}: {{also: [{spelling.name}]}}` into content/people.yaml; if they are "
            "two people, give each a line there"
        )
        line = entry.brief.lines.get("people", entry.brief.lines.get("quotes", 0))
        yield Finding(CODE, seen.file, line, message, names=(spelling.other, spelling.name))
