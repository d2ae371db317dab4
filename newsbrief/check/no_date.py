"""The article does not say when it was published."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "no-date"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One when neither the raw article nor its name gives a date, and nobody has set one by hand."""
    if seen.raw_dated:
        return
    message = "the date is the raw file's time: neither the article nor its name gives one; set `date:` by hand"
    yield Finding(CODE, seen.file, entry.brief.lines.get("date", 0), message)
