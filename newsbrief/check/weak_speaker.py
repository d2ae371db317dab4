"""A quote whose speaker the desk took from little."""

from __future__ import annotations

from collections.abc import Iterable

from newsbrief import document
from newsbrief.check.seen import Seen
from newsbrief.desk import compose
from newsbrief.model.brief import Brief, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.finding import Finding
from newsbrief.model.mentions import Attribution
from newsbrief.site.views.notes import first_words

CODE = "weak-speaker"
# On our own forty articles 9 of the 21 speakers below this were wrong, and 12 of 183 above (docs/accuracy.md).
WEAK = 0.75


def findings(entry: Entry, seen: Seen) -> Iterable[Finding]:
    """One for each such quote that is as the desk writes it, as long as nobody has read the brief."""
    brief = entry.brief
    if brief.reviewed or brief.status not in ("draft", "review", "published") or not _has_desks_quotes(brief):
        return
    said = {one.group: one for one in seen.mentions.attributions}
    written = dict(compose.quotes(seen.mentions))
    for quote in brief.quotes:
        spans = entry.parts.get(quote.id, ())
        groups = (
            one.group for one in seen.mentions.quotes if spans and one.start < spans[0][1] and spans[0][0] < one.end
        )
        group = next(groups, -1)
        if group in written and _same(quote, written[group]) and said[group].confidence < WEAK:
            words = first_words(" ".join(quote.text))
            by = _evidence(said[group])
            message = f'{quote.id}, "{words}", is {quote.speaker}’s only by {by}; look whether that is right'
            yield Finding(CODE, seen.file, quote.line, message, quote.id)


def _has_desks_quotes(brief: Brief) -> bool:
    """Whether any of them were the desk's; in a brief that a person wrote the speakers are that person's."""
    return bool(brief.raw and brief.raw.desk.get("quotes"))


def _same(quote: BriefQuote, written: BriefQuote) -> bool:
    """Whether somebody has touched neither the quote's words nor its speaker; what was done to others tells nothing."""
    return _words(quote) == _words(written)


def _words(quote: BriefQuote) -> list[list[str]]:
    return [document.cleaned(words).split() for words in (quote.speaker, *quote.text)]


def _evidence(one: Attribution) -> str:
    if one.speaker != one.name and not set(one.speaker.split()) & set(one.name.split()):
        return f"“{one.speaker}{' ' + one.cue if one.cue else ''}”"
    return f"“{one.cue}” some way off" if one.cue else "the words around it"
