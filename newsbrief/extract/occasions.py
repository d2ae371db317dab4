"""When and on what occasion a quote was said, where the reporter's words in its own sentence tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsbrief.model.mentions import Attribution, Occasion, QuoteSpan, Sentence, Timex
from newsbrief.rules import table

# A date farther than this from the speech verb belongs to something else.
REACH_WORDS = 6
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
STOPS = ',.;:—–“”"()'


@dataclass(frozen=True, slots=True)
class Patterns:
    """One language's `occasions.toml`, compiled. `breaks`: words between verb and date that part them."""

    telling: re.Pattern[str]
    setting: re.Pattern[str]
    breaks: frozenset[str]


def find(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    quotes: Sequence[QuoteSpan],
    attributions: Sequence[Attribution],
    lang: str,
) -> tuple[Occasion, ...]:
    """An occasion for each attributed group whose sentence tells a day or a setting."""
    patterns = _patterns(lang)
    starts = [sentence.start for sentence in sentences]
    found = []
    for said in attributions:
        if not said.cue:
            continue
        sentence = sentences[bisect_right(starts, said.start) - 1]
        clauses = list(_reporter(sentence, quotes))
        day = _day(text, said, clauses, dates, patterns)
        words = _words(text, clauses, dates, patterns)
        if day or words:
            found.append(Occasion(said.group, day, words))
    return tuple(found)


def _reporter(sentence: Sentence, quotes: Sequence[QuoteSpan]) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that stand outside quotation marks."""
    place = sentence.start
    first = bisect_right([quote.end for quote in quotes], sentence.start)
    for quote in quotes[first:]:
        if quote.start >= sentence.end:
            break
        if place < quote.start:
            yield place, quote.start
        place = max(place, quote.end)
    if place < sentence.end:
        yield place, sentence.end


def _day(
    text: str, said: Attribution, clauses: Sequence[tuple[int, int]], dates: Sequence[Timex], patterns: Patterns
) -> str:
    """The day that the speech verb's own clause names."""
    for start, end in clauses:
        verb = re.search(rf"\b{re.escape(said.cue)}\b", text[start:end], re.IGNORECASE)
        if verb is None:
            continue
        for timex in dates[bisect_right([one.start for one in dates], start + verb.end() - 1) :]:
            if timex.end > end:
                break
            between = text[start + verb.end() : timex.start]
            words = between.lower().split()
            apart = len(words) > REACH_WORDS or any(sign in between for sign in STOPS) or patterns.breaks & set(words)
            if DAY.match(timex.value) and not apart:
                return timex.value[:10]
            break
    return ""


def _words(text: str, clauses: Sequence[tuple[int, int]], dates: Sequence[Timex], patterns: Patterns) -> str:
    for start, end in clauses:
        until = min([one.start for one in dates if start <= one.start < end], default=end)
        for pattern in (patterns.telling, patterns.setting):
            match = pattern.search(text, start, max(until, start)) or pattern.search(text, start, end)
            if match:
                words = " ".join(match[0].split()).rstrip(STOPS + " ")
                return words[0].lower() + words[1:]
    return ""


@cache
def _patterns(lang: str) -> Patterns:
    rules = table(lang, "occasions")
    verbs, ends = _either(rules["telling"]["verbs"]), _either(rules["telling"]["ends"])
    before, articles = _either(rules["settings"]["before"]), _either(rules["settings"]["articles"])
    nouns, links = _either(rules["settings"]["nouns"]), _either(rules["settings"]["links"])
    word = rf"[^\s{re.escape(STOPS)}]+"
    return Patterns(
        telling=re.compile(rf"\b(?i:{verbs})(?: (?!(?:{ends})\b){word}){{1,7}}"),
        setting=re.compile(
            rf"\b(?i:{before}) (?:{articles})(?: (?!{nouns}\b){word}){{0,2}} (?:{nouns})\b"
            rf"(?: (?:{links})(?: (?!(?:{ends})\b){word}){{1,6}})?"
        ),
        breaks=frozenset(rules["breaks"]["words"]),
    )


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
