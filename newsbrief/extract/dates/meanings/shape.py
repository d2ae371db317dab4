"""What the meanings share."""

from __future__ import annotations

from collections.abc import Callable

from newsbrief.extract.dates.context import Clock, Found
from newsbrief.rules.shape import Calendar

Result = tuple[str, str]
Meaning = Callable[[Found, Clock, Calendar], Result]


def step(found: Found, calendar: Calendar, part: str = "which") -> int | None:
    """Which way "last", "next" or "later" goes; None if the expression has none."""
    words = found.parts.get(part, "").lower().split()
    return calendar.steps.get(" ".join(words), calendar.steps.get(words[-1])) if words else None


def month(found: Found, calendar: Calendar) -> int:
    """The number of the month named, or written as a figure."""
    written = found.parts["month"].lower().rstrip(".")
    return int(written) if written.isdecimal() else calendar.months[written]


def unit(found: Found, calendar: Calendar) -> str:
    """The letter of the unit named."""
    return calendar.units[found.parts["unit"].lower()]


def part_of_day(found: Found, calendar: Calendar) -> str:
    """MO, AF, EV, NI, or "" if no part is named."""
    return calendar.parts.get(found.parts.get("part", "").lower(), "")


def count(found: Found, calendar: Calendar) -> float:
    """The number named, 1 if none is."""
    words = " ".join(found.parts.get("number", "").lower().split())
    if not words:
        return 1
    if words in calendar.numbers:
        return calendar.numbers[words]
    return float(words.replace(calendar.thousands, "").replace(calendar.point, "."))
