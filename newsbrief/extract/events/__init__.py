"""Dated events: the sentence or the clause that tells of something on a calendar date, with the date in EDTF."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsbrief.extract.events import clauses
from newsbrief.extract.events.edtf import edtf
from newsbrief.extract.events.telling import Dated, dated, tells
from newsbrief.model.mentions import DatedEvent, QuoteSpan, Sentence, Timex
from newsbrief.rules import Rules

__all__ = ["edtf", "find"]

# Nobody would read what is longer as one event.
LONGEST = 2000


def find(
    text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], quotes: Sequence[QuoteSpan], rules: Rules
) -> tuple[DatedEvent, ...]:
    """Events in the order of the text; one for each date of a clause.

    Speech, durations, ages, sets, hours, and dates that only name, bound or measure something tell none.
    """
    return tuple(_events(text, sentences, dates, quotes, rules))


def _events(
    text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], quotes: Sequence[QuoteSpan], rules: Rules
) -> Iterator[DatedEvent]:
    starts = [sentence.start for sentence in sentences]
    marks = [quote.start for quote in quotes]
    seen: set[tuple[int, str]] = set()
    for one in dated(text, dates, rules.calendar):
        sentence = sentences[bisect_right(starts, one.start) - 1]
        place = bisect_right(marks, one.start) - 1
        if (
            sentence.end - sentence.start > LONGEST
            or (place >= 0 and one.start < quotes[place].end)
            or not tells(text, sentence, one, rules)
        ):
            continue
        said = _within(quotes, marks, sentence)
        start, end = clauses.told(text, sentence, one, said, rules)
        if (start, one.date) in seen:
            continue
        seen.add((start, one.date))
        yield DatedEvent(start, end, text[start:end], one.date, _when(text, one, max(start, sentence.start), rules))


def _within(quotes: Sequence[QuoteSpan], marks: Sequence[int], sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The quotes that touch a sentence."""
    first = max(0, bisect_right(marks, sentence.start) - 1)
    last = bisect_right(marks, sentence.end)
    return tuple((quote.start, quote.end) for quote in quotes[first:last] if quote.end > sentence.start)


def _when(text: str, one: Dated, first: int, rules: Rules) -> str:
    """The words that date it take their small preposition with them: "on Wednesday"."""
    lead = clauses.LEAD.search(text[max(first, one.start - clauses.LOOK) : one.start])
    leads = lead is not None and lead[1].lower() in rules.calendar.leads | rules.calendar.telling.between
    return text[one.start - len(lead[0].lstrip(" (")) if lead and leads else one.start : one.end]
