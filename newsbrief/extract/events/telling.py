"""Whether a date tells of something that happened or is due on it, or only names, bounds or measures something."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsbrief.extract.events.edtf import edtf, interval
from newsbrief.extract.events.measuring import WORD, supposes, measures
from newsbrief.model.mentions import Sentence, Timex
from newsbrief.rules import Rules
from newsbrief.rules.shape import Calendar, Telling

# How far back words are looked at, and .
LOOK = 80
GAP = 12
FULL_OR_MONTH = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
FULL = len("2023-09-20")
STOPS = ".!?…:;"
CLOSING = " ”“\"’'»)]"
YEAR = re.compile(r"\d{4}")
HOUR = re.compile(r"T\d\d:")
NOUN = re.compile(r"\s[“\"‘]?([^\W\d_]+)")
# The entry of a list: “2 May: The pier opens”.
ENTRY = re.compile(r"\s?[:–—-]\s\w+\s\w+\s\w+")


@dataclass(frozen=True, slots=True)
class Dated:
    """One date of the text, with its EDTF value; `joined`: a range made of two."""

    start: int
    end: int
    text: str
    date: str
    joined: bool = False


def dated(text: str, dates: Sequence[Timex], calendar: Calendar) -> Iterator[Dated]:
    """The calendar dates in order; the ends of a range make one. Hours and sets are none."""
    joined = -1
    for place, timex in enumerate(dates):
        date = edtf(timex.value) if timex.type in {"DATE", "TIME"} and not HOUR.search(timex.value) else ""
        if not date or place == joined:
            continue
        start = _with_hour(text, dates[place - 1] if place else timex, timex)
        following = dates[place + 1] if place + 1 < len(dates) else None
        whole = _range(text, timex, date, following, calendar) if following else ""
        if following and whole:
            joined = place + 1
            yield Dated(timex.start, following.end, text[timex.start : following.end], whole, joined=True)
        else:
            yield Dated(start, timex.end, text[start : timex.end], date)


def _with_hour(text: str, before: Timex, timex: Timex) -> int:
    """Where “5 p.m. Friday” begins."""
    hour = HOUR.search(before.value) and text[before.end : timex.start] == " "
    return before.start if hour else timex.start


def _range(text: str, first: Timex, date: str, last: Timex, calendar: Calendar) -> str:
    """The interval of two dates joined like “4 to 6 May” or “between 4 and 6 May”, "" if they are not."""
    if last.start - first.end > GAP or last.type != "DATE" or "\n" in text[first.end : last.start]:
        return ""
    gap, telling = text[first.end : last.start].strip(" ,\t"), calendar.telling
    words = WORD.findall(text[max(0, first.start - LOOK) : first.start])
    both = gap in telling.and_words and words[-1:] and words[-1].lower() in telling.between
    until = edtf(last.value)
    joined = gap in calendar.ranges or both or (gap in telling.and_words and _follows(date, until))
    return interval(date, until) if joined else ""


def _follows(first: str, last: str) -> bool:
    """Whether a day is the one after another, or a month: “Saturday and Sunday”, “July and August”."""
    if len(first) != len(last) or not FULL_OR_MONTH.fullmatch(first):
        return False
    if len(first) == FULL:
        return dt.date.fromisoformat(last) - dt.date.fromisoformat(first) == dt.timedelta(days=1)
    return int(last[:4]) * 12 + int(last[5:]) == int(first[:4]) * 12 + int(first[5:]) + 1


def tells(text: str, sentence: Sentence, one: Dated, published: str, rules: Rules) -> bool:
    """Whether something happens on the date, as far as the words around it say. `published` is an ISO day or ""."""
    before = WORD.findall(text[max(sentence.start, one.start - LOOK) : one.start])
    lead = before[-1].lower() if before else ""
    telling = rules.calendar.telling
    if lead in telling.states and not _begins(text, sentence, one, telling):
        return False
    if (lead in telling.reached and one.date < published) or (lead in telling.topics and len(one.date) == FULL):
        return False
    if one.text.isalpha() and _is_indefinite(before, rules.calendar):
        return False
    if measures(before, telling) or supposes(before, telling) or _is_headline(text, sentence, one):
        return False
    return not _is_hour_like(one, rules) and not _names(text, sentence, one, before, rules)


def _begins(text: str, sentence: Sentence, one: Dated, telling: Telling) -> bool:
    """“since 3 November, when she sank”: the state began with something that happened."""
    after = NOUN.match(text, one.end + (text[one.end : one.end + 1] == ","), sentence.end)
    return after is not None and after[1].lower() in telling.begun


def _is_indefinite(before: Sequence[str], calendar: Calendar) -> bool:
    """“a Thursday”, “on a wet Thursday”."""
    words = [word.lower() for word in before[-3:]]
    one = words[-1:] and words[-1] in calendar.telling.indefinite
    return bool(one or (len(words) == 3 and words[1] in calendar.telling.indefinite and words[0] in calendar.leads))


def _is_headline(text: str, sentence: Sentence, one: Dated) -> bool:
    """A line of its own that ends in no stop: a headline, “Filed 2 May 2021”; not “2 May: The pier opens”."""
    last = text[sentence.start : sentence.end].rstrip(CLOSING)[-1:]
    listed = one.start == sentence.start and ENTRY.match(text, one.end, sentence.end)
    return last not in STOPS and not listed and not text[sentence.end : sentence.end + 1].strip()


def _is_hour_like(one: Dated, rules: Rules) -> bool:
    """“the morning”: a part of the day without a day."""
    words = [word.lower() for word in WORD.findall(one.text)]
    return len(words) > 1 and words[0] in rules.words.articles and words[-1] in rules.calendar.parts


def _names(text: str, sentence: Sentence, one: Dated, before: Sequence[str], rules: Rules) -> bool:
    """“the 2019 election”, “Friday’s vote”, “the class of 2019”, “Expo 2010”: the date belongs to a noun."""
    telling = rules.calendar.telling
    if text[one.end : one.end + LOOK].replace("’", "'").startswith(tuple(telling.owning)):
        return True
    after = NOUN.match(text, one.end, min(sentence.end, one.end + LOOK))
    if "-" in one.text and after and after[1].lower() not in rules.words.function:
        return True
    if not before or one.joined:
        return False
    word = before[-1]
    owned = word.lower() in rules.words.articles or word.lower().replace("’", "'") in telling.owning
    if owned and after and after[1].lower() not in rules.words.function:
        return True
    if not YEAR.fullmatch(one.text):
        return False
    return word.lower() in telling.naming or (word[0].isupper() and word.lower() not in rules.calendar.leads)
