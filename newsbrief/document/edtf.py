"""Dates as events write them: the levels of EDTF (ISO 8601-2:2019, clauses 4 and 5) that newsbrief knows.

`2022`, `2023-09`, `2023-09-20`, each with `~` (approximate), `?` (uncertain) or `%` (both); decades `199X`; seasons,
quarters and halves `2023-21` to `2023-41`; intervals `2023-09-09/2023-09-10`; one of a set `[2022,2023]`.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache

SINGLE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?%]?")
DECADE = re.compile(r"([0-9]{3})X")
PARTS_OF_YEAR = range(21, 42)
EXAMPLES = "2022, 2023-09, 2023-09-20, 2023-09~, 199X, 2023-21, 2023-09-09/2023-09-10 or [2022,2023]"
MAX_CHARACTERS = 500


# The same days come again in the briefs of a place.
@lru_cache(maxsize=1 << 12)
def fault(value: str) -> str | None:
    """What is wrong with one EDTF text, in words for its writer; None when it is a date."""
    if len(value) > MAX_CHARACTERS:
        return f"is longer than {MAX_CHARACTERS} characters; write a date such as {EXAMPLES}"
    if value.startswith("[") and value.endswith("]"):
        members = [member.strip() for member in value[1:-1].split(",")]
        return next((wrong for member in members if (wrong := _single_fault(member)) is not None), None)
    if "/" in value:
        return _interval_fault(value)
    return _single_fault(value)


def _interval_fault(value: str) -> str | None:
    ends = value.split("/")
    if len(ends) != 2 or not all(ends):
        return "is no interval; write its first and its last date, such as 2023-09-09/2023-09-10"
    wrong = _single_fault(ends[0]) or _single_fault(ends[1])
    if wrong is None and _first_day(ends[0]) > _last_day(ends[1]):
        return "ends before it begins; put the earlier date first"
    return wrong


def _single_fault(value: str) -> str | None:
    if DECADE.fullmatch(value):
        return None
    match = SINGLE.fullmatch(value)
    if match is None:
        return f"is no date newsbrief can read; write one such as {EXAMPLES}"
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        return "names the year 0; write a year from 0001"
    if month is None or (day is None and month in PARTS_OF_YEAR):
        return None
    if not 1 <= month <= 12:
        return "names a month that does not exist; write 01 to 12 (or 21 to 41 for a season, quarter or half)"
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return "is not in the calendar; correct its day"
    return None


def _first_day(value: str) -> str:
    """A text that sorts with other dates' beginnings; parts of a year count from its first day."""
    return _edge(value, "0", "00")


def _last_day(value: str) -> str:
    return _edge(value, "9", "99")


def _edge(value: str, digit: str, filler: str) -> str:
    year, *rest = value.rstrip("~?%").replace("X", digit).split("-")
    if rest and int(rest[0]) in PARTS_OF_YEAR:
        rest = []
    return "-".join([year, *rest, *[filler] * (2 - len(rest))])
