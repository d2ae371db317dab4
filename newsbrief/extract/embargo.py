"""When an embargo ends, out of the words of its line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from newsbrief.model.mentions import Timex
from newsbrief.rules import Rules

FULL_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLOCK = re.compile(r"T(\d{2}):(\d{2})(Z?)$")
DOTTED = re.compile(r"(?<![\d.])([01]?\d|2[0-3])\.([0-5]\d)(?![\d.])")
WORD = re.compile(r"[A-Za-z]+")


def plain(words: str) -> str:
    """An embargo's words with its clocks as “00:01”: Britain also writes “00.01”, which elsewhere is a number."""
    return DOTTED.sub(r"\1:\2", words)


def ends(words: str, found: Sequence[Timex], published: str, rules: Rules) -> str:
    """The moment as front matter writes it; "" where any figure of the line was not understood.

    An embargo that ends too early cannot be mended, so whatever is doubtful is left to a person.
    """
    days = {match[0] for timex in found if timex.type == "DATE" and (match := FULL_DAY.fullmatch(timex.value))}
    clocks = [match for timex in found if timex.type == "TIME" and (match := CLOCK.search(timex.value))]
    left = words
    for timex in reversed(found):
        left = left[: timex.start] + left[timex.end :]
    if len(days) != 1 or any(sign.isdigit() for sign in left):
        return ""
    day = days.pop()
    if day < published[:10]:
        # “Thursday” alone was taken for the last one.
        return ""
    if not clocks:
        return day
    # “6 am (0500 GMT)”: the clock with a zone is the sure one.
    hour, minute, utc = next((clock for clock in clocks if clock[3]), clocks[0]).groups()
    if int(hour) > 23:
        return ""
    zones = [rules.calendar.zones[word] for word in WORD.findall(words) if word in rules.calendar.zones]
    zone = "Etc/UTC" if utc else next(iter(zones), "")
    moment = dt.datetime.combine(dt.date.fromisoformat(day), dt.time(int(hour), int(minute)))
    return moment.replace(tzinfo=ZoneInfo(zone)).isoformat() if zone else f"{day} {hour}:{minute}"
