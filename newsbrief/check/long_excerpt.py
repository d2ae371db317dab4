"""What a brief that may only show an excerpt leaves out, because it is too long for one."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.site.facts.excerpt import SUMMARY, excerpt, limited

CODE = "long-excerpt"
# By whether it is the summary: a quote is never cut, but one that is in the way of another may be taken out.
WAYS_OUT = {
    True: "write a shorter one as `summary:`, or excerpts have none",
    False: "let it be so, or take out a quote that may go instead",
}


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for the summary and one for each quote that is not published."""
    if not limited(entry.brief):
        return
    lines = {SUMMARY: entry.brief.lines.get(SUMMARY, 0)} | {quote.id: quote.line for quote in entry.brief.quotes}
    for name, reason in excerpt(entry).left_out.items():
        what = "the summary" if name == SUMMARY else f"quote {name}"
        about = "" if name == SUMMARY else name
        message = f"{what} {reason}; it is not published: {WAYS_OUT[name == SUMMARY]}"
        yield Finding(CODE, seen.file, lines[name], message, about)
