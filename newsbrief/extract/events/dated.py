"""The calendar dates of a text as events take them: ranges joined, “the three months to June” as long as it is."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsbrief.extract.events.edtf import edtf, interval
from newsbrief.extract.events.measuring import WORD
from newsbrief.model.mentions import Timex
from newsbrief.rules.shape import Calendar

# Between the two ends of a range no more signs stand than this.
GAP = 12
LOOK = 60
FULL = len("2023-09-20")
MONTH = len("2023-09")
FULL_OR_MONTH = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
HOUR = re.compile(r"T\d\d:")
MONTHS = {"M": 1, "Q": 3, "Y": 12}
WEEK = 7


class Dated(Struct, frozen=True):
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
            before = WORD.findall(text[max(0, timex.start - LOOK) : timex.start])
            longer = _months_to(before, date, calendar) or _week_of(before, date, calendar)
            yield Dated(start, timex.end, text[start : timex.end], longer or date, joined=bool(longer))


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


def _months_to(before: Sequence[str], date: str, calendar: Calendar) -> str:
    """“the three months to June”, “the quarter ended 30 September”: from its first month to its last."""
    words = [word.lower() for word in before[-3:]]
    if len(words) < 2 or words[-1] not in calendar.telling.ended or not FULL_OR_MONTH.fullmatch(date):
        return ""
    unit = calendar.units.get(words[-2]) or calendar.units.get(words[-2].removesuffix(calendar.plural))
    count = int(calendar.numbers.get(words[0], 1)) if len(words) == 3 else 1
    if unit not in MONTHS or count * MONTHS[unit] < 2:
        return ""
    last = int(date[:4]) * 12 + int(date[5:7]) - 1
    first = last - count * MONTHS[unit] + 1
    return interval(f"{first // 12:04d}-{first % 12 + 1:02d}", date[:MONTH]) if first >= 12 else ""


def _week_of(before: Sequence[str], date: str, calendar: Calendar) -> str:
    """“the first week of September”: the first seven days, and so on."""
    words = [word.lower() for word in before[-3:]]
    if len(words) < 3 or len(date) != MONTH or words[2] not in calendar.telling.naming:
        return ""
    number = calendar.ordinals.get(words[0], 0)
    if calendar.units.get(words[1]) != "W" or not 1 <= number <= 4:
        return ""
    return interval(f"{date}-{(number - 1) * WEEK + 1:02d}", f"{date}-{number * WEEK:02d}")
