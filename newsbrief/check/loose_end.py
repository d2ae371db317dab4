"""Something announced was due, and nobody has written what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.collate.dating import date_text, period
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "loose-end"
SHOWN = 12


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each event that lay ahead when the brief was published, is past now, and has no `outcome`."""
    if entry.brief.status != "published":
        return
    for event in entry.brief.events:
        first, last = period(event.date)
        if entry.brief.date.day < first and last < seen.today and not event.outcome:
            words = (event.label or event.text).split()
            told = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
            message = (
                f'{event.id} was due {date_text(event.date).text}: "{told}"; write what became of it as `outcome:`'
            )
            yield Finding(CODE, seen.file, event.line, message)
