"""Something announced was due, and nobody has written what became of it."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen
from newsbrief.edtf.text import date_text, period
from newsbrief.model.brief import BriefEvent
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "loose-end"
SHOWN = 12


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each event that lay ahead when the brief was published, is past now, and has no `outcome`.

    Another brief's telling of the same event closes it with its own `outcome`, or by being of the day or later.
    """
    if entry.brief.status != "published":
        return
    for event in entry.brief.events:
        first, last = period(event.date)
        if entry.brief.date.day < first and last < seen.today and not _closed(entry, event, seen):
            words = (event.label or event.text).split()
            told = " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")
            message = (
                f'{event.id} was due {date_text(event.date).text}: "{told}"; write what became of it as `outcome:`'
            )
            yield Finding(CODE, seen.file, event.line, message, event.id)


def _closed(entry: Entry, event: BriefEvent, seen: Seen) -> bool:
    others = seen.across.events.groups.get((entry.path, event.id), ())
    tellings = [(entry, event), *((one.entry, one.event) for one in others if one.entry.brief.status == "published")]
    return any(told.outcome or of.brief.date.day >= period(told.date)[0] for of, told in tellings)
