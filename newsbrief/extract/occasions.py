"""When and on what occasion a quote was said, where the reporter's words in its own sentence tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from newsbrief.model.mentions import Attribution, Occasion, QuoteSpan, Sentence, Timex
from newsbrief.rules import table

# A date farther than this from the speech verb belongs to something else.
REACH_WORDS = 6
LONGEST = 2000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
STOPS = ',.;:—–“”„»«"()'


class Patterns(Struct, frozen=True):
    """One language's `occasions.toml`, compiled. `breaks`: words between verb and date that part them."""

    telling: re.Pattern[str]
    setting: re.Pattern[str]
    breaks: frozenset[str]


class Page(Struct, frozen=True):
    """A text with what was found in it, and where each quote ends and each date begins, to look them up."""

    text: str
    quotes: Sequence[QuoteSpan]
    ends: Sequence[int]
    dates: Sequence[Timex]
    begins: Sequence[int]


def find(
    text: str,
    sentences: Sequence[Sentence],
    dates: Sequence[Timex],
    quotes: Sequence[QuoteSpan],
    attributions: Sequence[Attribution],
    lang: str,
) -> tuple[Occasion, ...]:
    """An occasion for each attributed group whose sentence tells a day or a setting.

    Sentences longer than `LONGEST` signs are passed over: nobody wrote them, and time must not grow with their square.
    """
    patterns = _patterns(lang)
    page = Page(text, quotes, [quote.end for quote in quotes], dates, [timex.start for timex in dates])
    starts = [sentence.start for sentence in sentences]
    found = []
    for said in attributions:
        sentence = sentences[bisect_right(starts, said.start) - 1]
        if not said.cue or sentence.end - sentence.start > LONGEST:
            continue
        clauses = list(_reporter(page, sentence))
        day = _day(page, said, clauses, patterns)
        words = _words(page, clauses, patterns)
        if day or words:
            found.append(Occasion(said.group, day, words))
    return tuple(found)


def _reporter(page: Page, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that stand outside quotation marks."""
    place = sentence.start
    for number in range(bisect_right(page.ends, sentence.start), len(page.quotes)):
        quote = page.quotes[number]
        if quote.start >= sentence.end:
            break
        if place < quote.start:
            yield place, quote.start
        place = max(place, quote.end)
    if place < sentence.end:
        yield place, sentence.end


def _day(page: Page, said: Attribution, clauses: Sequence[tuple[int, int]], patterns: Patterns) -> str:
    """The day that the speech verb's own clause names."""
    cue = re.compile(rf"\b{re.escape(said.cue)}\b", re.IGNORECASE)
    for start, end in clauses:
        verb = cue.search(page.text, start, end)
        first = bisect_right(page.begins, verb.end() - 1) if verb else len(page.dates)
        if verb is None or first == len(page.dates) or page.dates[first].end > end:
            continue
        timex = page.dates[first]
        between = page.text[verb.end() : timex.start]
        words = between.lower().split()
        apart = len(words) > REACH_WORDS or any(sign in between for sign in STOPS) or patterns.breaks & set(words)
        if DAY.match(timex.value) and not apart:
            return timex.value[:10]
    return ""


def _words(page: Page, clauses: Sequence[tuple[int, int]], patterns: Patterns) -> str:
    for start, end in clauses:
        first = bisect_right(page.begins, start - 1)
        until = min(page.begins[first], end) if first < len(page.begins) else end
        for pattern in (patterns.telling, patterns.setting):
            match = pattern.search(page.text, start, until) or pattern.search(page.text, start, end)
            if match:
                words = " ".join(match[0].split()).rstrip(STOPS + " ")
                return words[0].lower() + words[1:]
    return ""


@cache
def _patterns(lang: str) -> Patterns:
    rules = table(lang, "occasions")
    verbs, ends = _either(rules["telling"]["verbs"]), _either(rules["telling"]["ends"])
    before, articles = _either(rules["settings"]["before"]), _either(rules["settings"]["articles"])
    whole = _either(rules["settings"]["contracted"])
    nouns, links = _either(rules["settings"]["nouns"]), _either(rules["settings"]["links"])
    word = rf"[^\s{re.escape(STOPS)}]+"
    return Patterns(
        telling=re.compile(rf"\b(?i:{verbs})(?: (?!(?:{ends})\b){word}){{1,7}}"),
        setting=re.compile(
            rf"\b(?:(?i:{before}) (?:{articles})|(?i:{whole}))(?: (?!{nouns}\b){word}){{0,2}} (?:{nouns})\b"
            rf"(?: (?:{links})(?: (?!(?:{ends})\b){word}){{1,6}})?"
        ),
        breaks=frozenset(rules["breaks"]["words"]),
    )


def _either(words: Sequence[str]) -> str:
    """Any of the words; nothing at all where there are none."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
