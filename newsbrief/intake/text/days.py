"""Days in the forms that only heads and operators' lines have."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from newsbrief.intake.text.notices import Notice
from newsbrief.rules import Rules

ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}\S{0,14})?")
# 05/21/2029, 21.5.2029: day and month can be told apart only where one of them is above twelve.
SLASHED = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])")
# “081405 GMT May 29”: day, hour and minute of transmission, month, year.
OPERATOR = re.compile(r"(\d{2})\d{4} ?(?:GMT|UTC|Z|[A-Z]{3,4})? ?([^\W\d_]{3,9}) ?(\d{4}|\d{2})(?!\d)")
# “05-04-29”: month first, as American wires have it.
AMERICAN = re.compile(r"(\d{2})-(\d{2})-(\d{2})")
CENTURY = 2000
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
STAMP = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
# A line that dates an article is no longer.
LONGEST = 90


def day(words: str) -> str:
    """The ISO date that words consist of, as `2029-05-21`, `05/21/2029` or `21.05.2029`; "" where it is not sure."""
    bare = words.strip()
    if ISO.fullmatch(bare):
        return bare if _real(*map(int, bare[:10].split("-"))) else ""
    match = SLASHED.fullmatch(bare)
    if match is None:
        return ""
    one, mark, other, year = int(match[1]), match[2], int(match[3]), int(match[4])
    if mark == "." or one > 12:
        return _real(year, other, one)
    return _real(year, one, other) if other > 12 else ""


def told(words: str) -> str:
    """The one day in figures that stands in a line, as ISO; "" without one."""
    found = {iso for match in SLASHED.finditer(words) if (iso := day(match[0]))}
    return found.pop() if len(found) == 1 else ""


def is_dated(words: str, rules: Rules) -> bool:
    """Whether a line tells a day with its year, as mastheads and lines below headlines do."""
    if len(words) > LONGEST or words.endswith("."):
        return False
    if STAMP.search(words) or told(words):
        return True
    names = rules.calendar.months.keys() | rules.calendar.weekdays.keys()
    parts = (part.strip(" .,|()").lower() for part in words.replace("/", " ").replace("-", " ").split())
    return YEAR.search(words) is not None and any(part in names for part in parts)


def transmitted(notices: Iterable[Notice], rules: Rules) -> str:
    """The day of an operator's line, as ISO; "" without one."""
    for notice in notices:
        if notice.kind != "slug":
            continue
        if match := OPERATOR.match(notice.parts.get("date", "")):
            month = rules.calendar.months.get(match[2].lower(), 0)
            year = int(match[3]) + (CENTURY if len(match[3]) == 2 else 0)
            if found := _real(year, int(month), int(match[1])):
                return found
        match = AMERICAN.fullmatch(notice.parts.get("american", ""))
        if match and (found := _real(CENTURY + int(match[3]), int(match[1]), int(match[2]))):
            return found
    return ""


def _real(year: int, month: int, day_of_month: int) -> str:
    try:
        return dt.date(year, month, day_of_month).isoformat()
    except ValueError:
        return ""
