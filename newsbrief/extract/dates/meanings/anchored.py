"""What is counted from publication or from a date in the text: "last week", "two days later", "that year"."""

from __future__ import annotations

from newsbrief.extract.dates.context import (
    MONTH,
    SIGNS,
    YEARS,
    Clock,
    Found,
    iso_month,
    iso_unit,
    iso_year,
    on,
    read_day,
)
from newsbrief.extract.dates.meanings.shape import Meaning, Result, count, part_of_day, step, unit
from newsbrief.rules.shape import Calendar


def _ago(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _from_publication(found, clock, calendar, -count(found, calendar))


def _ahead(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _from_publication(found, clock, calendar, count(found, calendar))


def _unit(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _from_publication(found, clock, calendar, found.shift)


def _from_publication(found: Found, clock: Clock, calendar: Calendar, shift: float) -> Result:
    letter = unit(found, calendar)
    if clock.narrative and clock.anchor:
        # A history's own day is long past: what it counts back, it counts from the days it tells of.
        value = from_anchor(clock, letter, int(shift))
        return "DATE", value[: SIGNS.get(letter, len(value))]
    if clock.published is None:
        return "DATE", ""
    if shift != int(shift):
        return "DATE", iso_unit(clock.published, "M", int(12 * shift)) if letter == "Y" else ""
    return "DATE", iso_unit(clock.published, letter, int(shift))


def _counted(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“two days later” counts from the latest date in the text; without one it hangs in the air."""
    shift = count(found, calendar) * (step(found, calendar, "sense") or 0)
    if shift != int(shift):
        return "DATE", ""
    return "DATE", from_anchor(clock, unit(found, calendar), int(shift))


def from_anchor(clock: Clock, letter: str, shift: int) -> str:
    """So many units from the latest date that is precise enough."""
    day = clock.day if clock.day.startswith(clock.anchor[:7]) else ""
    base = read_day(clock.anchor) or (read_day(day) if letter in "DWF" else None)
    if base is not None:
        return iso_unit(base, letter, shift)
    if MONTH.match(clock.anchor) and letter in "MY":
        year, month = int(clock.anchor[:4]), int(clock.anchor[5:7])
        # “a year earlier” is the same month, “six years later” is not that precise.
        if letter == "Y" and abs(shift) > 1:
            return iso_year(year + shift)
        return iso_month(year, month + shift * (12 if letter == "Y" else 1))
    if not clock.anchor or letter not in "YEC":
        return ""
    told = iso_year(int(clock.anchor[:4]) + shift * YEARS[letter])
    quarter = clock.anchor[4:] if letter == "Y" and clock.anchor[4:6] in {"-Q", "-H"} else ""
    return told[: SIGNS[letter]] + quarter if told else ""


def _anchored(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the next day”, “that year”, “the same month”, “that evening”."""
    shift = step(found, calendar, "sense") or 0
    part = part_of_day(found, calendar)
    if part:
        return "TIME", on(read_day(clock.day), shift, part)
    letter = unit(found, calendar)
    value = from_anchor(clock, letter, shift)
    if letter == "Y":
        value = iso_year(int(value[:4])) if value else ""
    if not value and not clock.anchor and letter not in "D" and clock.published:
        value = iso_unit(clock.published, letter, shift)
    return "DATE", value


def _current(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the end of the year”: of the text's year where it tells of an earlier one, else of publication's."""
    letter = unit(found, calendar)
    told = clock.narrative or (clock.year and not clock.ahead)
    value = from_anchor(clock, letter, 0) if told else ""
    if value:
        return "DATE", value[:4] if letter == "Y" else value
    return "DATE", iso_unit(clock.published, letter, 0) if clock.published else ""


def _the_part(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“in the morning”: of the latest day in the text, else of publication's."""
    return "TIME", on(read_day(clock.day) or clock.published, 0, part_of_day(found, calendar))


def _the_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“ended the day”: the latest day in the text, else publication's."""
    return "DATE", on(read_day(clock.day) or clock.published, 0, "")


def _vague(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", "FUTURE_REF" if (step(found, calendar, "sense") or 0) > 0 else "PAST_REF"


MEANINGS: dict[str, Meaning] = {
    "ago": _ago,
    "ahead": _ahead,
    "unit": _unit,
    "counted": _counted,
    "anchored": _anchored,
    "current": _current,
    "the-part": _the_part,
    "the-day": _the_day,
    "vague": _vague,
}
