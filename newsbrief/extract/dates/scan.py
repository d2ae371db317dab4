"""Where time expressions stand in a text, before anything is known of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newsbrief.model.mentions import Sentence
from newsbrief.rules.firsts import ANY, FIGURE, STUCK
from newsbrief.rules.shape import Calendar, Expression

# Figures and letters part: "5th" begins with a figure.
WORD = re.compile(r"[^\W\d_]+|\d+")
SECOND = re.compile(r"\s([^\W\d_]+|\d)")
BEFORE = re.compile(r"(['’]?\w+|[^\w\s])\s*$")
# What stands before an expression is looked at no further back than this.
LOOK = 40
DIGITS = "0123456789"
GLUE = "$€£¥#_-–—"
QUOTES = "“”\"'‘’«»„"


class Hit(NamedTuple):
    """One expression at its place, with its rule, the word before it and its named parts as written."""

    start: int
    end: int
    sentence: Sentence
    rule: Expression
    before: str
    parts: Mapping[str, str]


def hits(text: str, sentences: Sequence[Sentence], calendar: Calendar) -> tuple[Hit, ...]:
    """Every expression in order, none overlapping another."""
    return tuple(hit for sentence in sentences for hit in _in_sentence(text, sentence, calendar))


def _in_sentence(text: str, sentence: Sentence, calendar: Calendar) -> Iterator[Hit]:
    place = sentence.start
    last: Hit | None = None
    starts, figures = calendar.starts, calendar.starts.get(FIGURE)
    for word in WORD.finditer(text, sentence.start, sentence.end):
        written = word[0]
        seconds = starts.get(written) or (figures if written[0].isdigit() else None)
        start = word.start()
        if seconds is None or start < place:
            continue
        following = SECOND.match(text, word.end(), sentence.end)
        rules = seconds.get(_key(following[1]) if following else STUCK, seconds[ANY])
        if not rules or (start > sentence.start and _is_stuck(text, start, last)):
            continue
        hit = _first(text, sentence, start, rules, last, calendar)
        if hit is not None:
            yield hit
            place, last = hit.end, hit


def _key(word: str) -> str:
    return FIGURE if word[0].isdigit() else word.lower()


def _is_stuck(text: str, start: int, last: Hit | None) -> bool:
    """Whether the sign before makes it a part of something else: "$2014", "pre-war"; not the end of a range."""
    sign = text[start - 1]
    if sign in GLUE:
        return sign in "$€£¥#_" or (text[start - 2 : start - 1].isalnum() and (last is None or last.end < start - 1))
    return sign.isalnum() or (sign in ".,:" and start > 1 and text[start - 2].isdigit() and text[start].isdigit())


def _first(
    text: str, sentence: Sentence, start: int, rules: Sequence[Expression], last: Hit | None, calendar: Calendar
) -> Hit | None:
    before: str | None = None
    for rule in rules:
        match = rule.pattern.match(text, start, sentence.end)
        if match is None:
            continue
        if before is None:
            before = word_before(text, sentence, start)
        if (rule.after and before not in rule.after) or before in rule.apart:
            continue
        parts: dict[str, str] = {}
        for name, part in match.groupdict().items():
            if part is not None:
                parts.setdefault(name.rstrip(DIGITS), part)
        hit = Hit(start, match.end(), sentence, rule, before, parts)
        if _fits(text, hit, last, calendar):
            return hit
    return None


def word_before(text: str, sentence: Sentence, start: int) -> str:
    """The word or mark before a place, lower-cased; "^" at the beginning of the sentence."""
    words = text[max(sentence.start, start - LOOK) : start].rstrip().rstrip(QUOTES)
    match = BEFORE.search(words)
    return match[1].lower().replace("’", "'") if match else "^"


def _fits(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """What a pattern alone cannot say of the words around it."""
    check = CHECKS.get(hit.rule.means)
    return check is None or check(text, hit, last, calendar)


def _month(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """“They may”, “April Smith”, “Peter March”: a doubtful month's word that stands alone is no date."""
    month = hit.parts["month"]
    if month.lower().rstrip(".") not in calendar.doubtful or hit.parts.keys() & {"year", "which", "edge"}:
        return True
    if hit.before in calendar.weak and (last is None or "month" not in last.parts):
        return False
    return month[-1] == "." or not text[hit.end : hit.end + 2].strip()[:1].isupper()


def _day_word(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """“Today” may begin a sentence; “USA TODAY”, “This Morning” and “This Week” are names."""
    words = text[hit.start : hit.end].split()
    shouted = len(words[0]) > 1 and words[0].isupper() and hit.start > hit.sentence.start
    named = calendar.parts.keys() | calendar.units.keys()
    titled = any(word[0].isupper() and word.lower() in named for word in words[1:])
    return not shouted and (calendar.nouns_large or not titled)


def _bare_month(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    month = hit.parts["month"].lower()
    return month.rstrip(".") not in calendar.doubtful and month not in calendar.short


def _weekday(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """A short form without its stop may be a name or a verb: "Sun", "Sat"."""
    if hit.parts["weekday"].lower() not in calendar.short:
        return True
    return hit.before in calendar.leads and not text[hit.end : hit.end + 2].strip()[:1].isupper()


def _named(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """“the Ellery Regatta 2019”: the word before is a name inside the sentence."""
    name = text[max(hit.sentence.start, hit.start - LOOK) : hit.start].split()[-1:]
    return (
        bool(name)
        and len(name[0]) > 1
        and name[0].isalpha()
        and name[0][0].isupper()
        and (hit.start - len(name[0]) - 1 > hit.sentence.start)
    )


def _joined(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """Whether it shares the month or the year of the expression right before it: "4 May and 5", "1916–18"."""
    shared = SHARED[hit.rule.means]
    if last is None or last.rule.means not in shared:
        return False
    gap = text[last.end : hit.start].strip()
    if "weekday" in shared:
        return gap in calendar.joins
    if "day" in shared:
        return gap in calendar.joins and "year" not in last.parts
    return gap in calendar.ranges


def _holiday(text: str, hit: Hit, last: Hit | None, calendar: Calendar) -> bool:
    """A lone word before a large one is part of a name: "Easter Island"."""
    several = len(hit.parts["holiday"].split()) > 1 or "year" in hit.parts or "part" in hit.parts
    return several or calendar.nouns_large or not text[hit.end : hit.end + 2].strip()[:1].isupper()


# What an expression may share its month or year with.
SHARED = {
    "further-day": frozenset({"day", "further-day"}),
    "further-weekday": frozenset({"weekday", "further-weekday"}),
    "further-year": frozenset({"year", "year-of-name"}),
    "range-end": frozenset({"year", "year-of-name"}),
}
CHECKS = {
    "year-after-name": _named,
    "month": _month,
    "days": _day_word,
    "unit": _day_word,
    "bare-month": _bare_month,
    "weekday": _weekday,
    "holiday": _holiday,
    "further-day": _joined,
    "further-weekday": _joined,
    "further-year": _joined,
    "range-end": _joined,
}
