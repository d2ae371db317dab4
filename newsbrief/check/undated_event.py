"""The article places something in time, but not on a date."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief.check.seen import Seen, line_of
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding

CODE = "undated-event"


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each expression without a date; an event whose `when` has the words settles it."""
    settled = {event.when for event in entry.brief.events}
    for timex in seen.mentions.undated:
        if timex.text not in settled:
            message = undated(entry.text, timex.start, timex.end)
            yield Finding(CODE, seen.file, line_of(entry, timex.start), message, span=(timex.start, timex.end))


def undated(text: str, start: int, end: int) -> str:
    """That these words have no date, and where they stand."""
    return f'“{text[start:end]}” in "{around(text, start, end)}" has no date and is not on the timeline'


def around(text: str, start: int, end: int) -> str:
    """The words with up to three more on either side, within their paragraph."""
    before = text[:start].rpartition("\n\n")[2].split()[-3:]
    after = text[end:].partition("\n\n")[0].split()[:3]
    return " ".join([*before, text[start:end], *after])
