"""Dated events: the sentence or the clause that tells of something on a calendar date, with the date in EDTF."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from newsbrief.extract.events import clauses
from newsbrief.extract.events.dated import FULL, Dated, dated
from newsbrief.extract.events.edtf import edtf
from newsbrief.extract.events.saying import says_only
from newsbrief.extract.events.telling import NOUN, is_noun, tells
from newsbrief.model.mentions import DatedEvent, QuoteSpan, Sentence, Timex
from newsbrief.rules import Rules

__all__ = ["edtf", "find"]

# Nobody would read what is longer as one event.
LONGEST = 2000
MARKS = "\"“”„‟«»＂‘’'"


def find(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    quotes: Sequence[QuoteSpan],
    date: str,
    rules: Rules,
) -> tuple[DatedEvent, ...]:
    """Events in the order of the text; one for each date of a clause.

    Durations, ages, sets, hours, and dates that only name, bound or measure something tell none. What stands between
    quotation marks is told as a claim, in the speaker's own words.
    """
    return tuple(_events(text, sentences, dates, quotes, date, rules))


def _events(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    quotes: Sequence[QuoteSpan],
    date: str,
    rules: Rules,
) -> Iterator[DatedEvent]:
    starts = [sentence.start for sentence in sentences]
    marks = [quote.start for quote in quotes]
    habits = [timex.start for timex in dates if timex.type == "SET" and not _is_adjective(text, timex, rules)]
    seen: set[tuple[int, str]] = set()
    for one in dated(text, dates, rules.calendar):
        sentence = sentences[bisect_right(starts, one.start) - 1]
        place = bisect_right(marks, one.start) - 1
        quote = quotes[place] if place >= 0 and one.start < quotes[place].end else None
        if quote is not None:
            sentence = _spoken(text, sentence, quote)
        if sentence.end - sentence.start > LONGEST or not tells(text, sentence, one, date, rules):
            continue
        if len(one.date) != FULL and _is_habit(text, habits, sentence, one, rules):
            continue
        said = _within(quotes, marks, sentence) if quote is None else ()
        if quote is not None and not clauses.stands(text, sentence.start, sentence.end, rules):
            continue
        if says_only(text, sentence, one, said, rules):
            continue
        start, end = clauses.told(text, sentence, one, said, rules)
        end = start + len(text[start:end].rstrip())  # some put a space before the semicolon that ends a clause
        if (start, one.date) in seen:
            continue
        seen.add((start, one.date))
        when = _when(text, one, max(start, sentence.start), rules)
        yield DatedEvent(start, end, text[start:end], one.date, when, quote.group if quote else None)


def _is_habit(text: str, habits: Sequence[int], sentence: Sentence, one: Dated, rules: Rules) -> bool:
    """“open daily from April to September”: what is done again and again, and not what will be."""
    place = bisect_right(habits, one.start) - 1
    if place < 0 or habits[place] < sentence.start:
        return False
    own = text[habits[place] : one.start].rpartition(",")
    return not (own[1] and any(clauses.is_verb(word, rules) for word in own[2].lower().split()))


def _is_adjective(text: str, timex: Timex, rules: Rules) -> bool:
    """“the annual report”."""
    return is_noun(NOUN.match(text, timex.end), rules)


def _spoken(text: str, sentence: Sentence, quote: QuoteSpan) -> Sentence:
    """The part of a sentence that stands inside a quote's marks."""
    start, end = max(sentence.start, quote.start), min(sentence.end, quote.end)
    while start < end and (text[start] in MARKS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in MARKS or text[end - 1] in ", "):
        end -= 1
    return replace(sentence, start=start, end=end)


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
