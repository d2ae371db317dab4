"""A quote whose speaker the desk took from little."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief import document
from newsbrief.check.seen import Seen
from newsbrief.collate.facts import first_words
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.mentions import Attribution

CODE = "weak-speaker"
# On our own forty articles 9 of the 21 speakers below this were wrong, and 12 of 183 above (docs/accuracy.md).
WEAK = 0.75


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each such quote, as long as nobody has read the brief or touched its quotes."""
    brief = entry.brief
    if brief.reviewed or brief.status not in ("draft", "review", "published") or not _desks_own(brief):
        return
    said = {one.group: one for one in seen.mentions.attributions}
    for quote in brief.quotes:
        spans = entry.parts.get(quote.id, ())
        groups = (
            one.group for one in seen.mentions.quotes if spans and one.start < spans[0][1] and spans[0][0] < one.end
        )
        one = said.get(next(groups, -1))
        if one is not None and one.name == quote.speaker and one.confidence < WEAK:
            words = first_words(" ".join(quote.text))
            message = (
                f'{quote.id}, "{words}", is {quote.speaker}’s only by {_evidence(one)}; look whether that is right'
            )
            yield Finding(CODE, seen.file, quote.line, message, quote.id)


def _desks_own(brief: Brief) -> bool:
    """Whether the quotes are as the desk wrote them."""
    wrote = brief.raw.desk.get("quotes") if brief.raw else None
    return wrote is not None and wrote == document.fingerprints(brief).get("quotes")


def _evidence(one: Attribution) -> str:
    if one.speaker != one.name and not set(one.speaker.split()) & set(one.name.split()):
        return f"“{one.speaker}{' ' + one.cue if one.cue else ''}”"
    return f"“{one.cue}” some way off" if one.cue else "the words around it"
