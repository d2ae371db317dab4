"""Dated events: the sentence or the clause that tells of something on a calendar date, with the date in EDTF."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from newsbrief.model.mentions import DatedEvent, QuoteSpan, Sentence, Timex
from newsbrief.rules import Rules

WORD = re.compile(r"[^\s,;:()“”\"—–]+|[,;:()“”\"—–]")
# A year written out may belong to a noun no further back than this.
CLAUSE = 120
YEAR = re.compile(r"\d{4}")
LEAD = re.compile(r"(?:^|[\s(])([^\W\d_]{1,10}) $")
SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}


def find(
    text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], quotes: Sequence[QuoteSpan], rules: Rules
) -> tuple[DatedEvent, ...]:
    """Events in the order of the text; one for each date of a sentence. Speech, durations and ages tell none."""
    return tuple(_events(text, sentences, dates, quotes, rules))


def _events(
    text: str, sentences: Sequence[Sentence], dates: Sequence[Timex], quotes: Sequence[QuoteSpan], rules: Rules
) -> Iterator[DatedEvent]:
    starts = [sentence.start for sentence in sentences]
    marks = [quote.start for quote in quotes]
    seen: set[tuple[int, str]] = set()
    for timex in dates:
        date = edtf(timex.value) if timex.type in {"DATE", "TIME"} else ""
        place = bisect_right(marks, timex.start) - 1
        if not date or (place >= 0 and timex.start < quotes[place].end):
            continue
        index = bisect_right(starts, timex.start) - 1
        if (index, date) in seen:
            continue
        seen.add((index, date))
        start, end = _told(text, sentences[index], timex, rules)
        when = text[_lead(text, timex, sentences[index], rules) : timex.end]
        yield DatedEvent(start, end, text[start:end], date, when)


def edtf(value: str) -> str:
    """A TIMEX3 date as EDTF (ISO 8601-2), "" if it names no calendar date: 2023-W37 is the range of its days."""
    day = value.split("T")[0]
    if re.fullmatch(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", day):
        return day
    if re.fullmatch(r"\d{3}", day):
        return f"{day}X"
    return next((form(match) for pattern, form in FORMS if (match := re.fullmatch(pattern, day))), "")


def _week(match: re.Match[str]) -> str:
    try:
        monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return f"{monday}/{monday + dt.timedelta(days=6)}"
    except (ValueError, OverflowError):
        return ""


def _quarter(match: re.Match[str]) -> str:
    last = int(match[2]) * 3
    return f"{match[1]}-{last - 2:02d}/{match[1]}-{last:02d}"


def _half(match: re.Match[str]) -> str:
    return f"{match[1]}-01/{match[1]}-06" if match[2] == "1" else f"{match[1]}-07/{match[1]}-12"


def _season(match: re.Match[str]) -> str:
    return f"{match[1]}-{SEASONS[match[2]]}"


FORMS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(\d{4})-W(\d{2})", _week),
    (r"(\d{4})-Q([1-4])", _quarter),
    (r"(\d{4})-H([12])", _half),
    (r"(\d{4})-(SP|SU|FA|WI)", _season),
)


def _lead(text: str, timex: Timex, sentence: Sentence, rules: Rules) -> int:
    """The words that date it take their small preposition with them: "on Wednesday"."""
    match = LEAD.search(text[max(sentence.start, timex.start - 12) : timex.start])
    leads = match is not None and match[1].lower() in rules.calendar.leads
    return timex.start - len(match[0].lstrip(" (")) if match and leads else timex.start


def _told(text: str, sentence: Sentence, timex: Timex, rules: Rules) -> tuple[int, int]:
    """The smallest honest words: a noun for a happening that carries the date itself, else the whole sentence."""
    if not YEAR.fullmatch(timex.text):
        return sentence.start, sentence.end
    words = list(WORD.finditer(text, max(sentence.start, timex.start - CLAUSE), timex.start))
    happening = False
    for place in range(len(words) - 1, 0, -1):
        word = words[place][0].lower()
        if not word[0].isalnum():
            break
        happening = happening or word in rules.words.happening_nouns or word.endswith(rules.words.happening_endings)
        before = words[place - 1][0].lower()
        if happening and word in rules.words.articles and before in rules.words.happening_before:
            return words[place].start(), timex.end
        if word in rules.speech.plain or word in rules.words.relatives:
            break
    return sentence.start, sentence.end
