"""Durations, sets, and references to past, present and future without a calendar date."""

from __future__ import annotations

from newsbrief.extract.dates.context import Clock, Found
from newsbrief.extract.dates.meanings.shape import Meaning, Result, count
from newsbrief.rules.shape import Calendar

# Units that TIMEX3 counts in others.
WORTH = {"E": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}


def _duration(found: Found, clock: Clock, calendar: Calendar) -> Result:
    unknown = found.value == "X" or "vague" in found.parts
    return "DURATION", _length(found, calendar, None if unknown else count(found, calendar))


def _length(found: Found, calendar: Calendar, number: float | None) -> str:
    """P3W, PT40M, P2.5Y; PXD where nobody counted."""
    if "season" in found.parts:
        return f"P1{calendar.seasons[found.parts['season'].lower()]}"
    clock = found.parts.get("clock", "").lower()
    letter = calendar.clock[clock] if clock else calendar.units[found.parts["unit"].lower()]
    worth, letter = (1, letter) if clock else WORTH.get(letter, (1, letter))
    size = "X" if number is None else f"{number * worth:g}" if number < 1000 else str(int(number * worth))
    return f"P{'T' if clock else ''}{size}{letter}"


def _and_a_half(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DURATION", _length(found, calendar, 1.5)


def _long(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“month-long” is one, “decades-long” is nobody knows how many."""
    return "DURATION", _length(found, calendar, None if "plural" in found.parts else 1)


def _set(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if found.value:
        return "SET", found.value
    if "weekday" in found.parts:
        return "SET", f"XXXX-WXX-{calendar.weekdays[found.parts['weekday'].lower().rstrip('.')] + 1}"
    if "part" in found.parts:
        return "SET", f"XXXX-XX-XXT{calendar.parts[found.parts['part'].lower()]}"
    return "SET", _length(found, calendar, None if "vague" in found.parts else count(found, calendar))


def _frequency(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "SET", calendar.frequencies[found.parts["frequency"].lower()]


def _value(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", found.value


def _undated(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", ""


MEANINGS: dict[str, Meaning] = {
    "duration": _duration,
    "and-a-half": _and_a_half,
    "long": _long,
    "set": _set,
    "set-of": _set,
    "frequency": _frequency,
    "value": _value,
    "undated": _undated,
}
