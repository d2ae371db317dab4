"""An excerpt that does not lead to its article."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.facts.excerpt import limited

CODE = "no-link"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for an excerpt without `link`."""
    if limited(entry.brief) and not entry.brief.link:
        message = "an excerpt without the way to its article; write its address as `link: https://…`"
        yield Finding(CODE, seen.file, entry.brief.lines.get("rights", 0), message)
