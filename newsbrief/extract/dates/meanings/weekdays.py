"""Weekdays: of a week, of a month, and counted from publication or from another day."""

from __future__ import annotations

import calendar as almanac

from msgspec.structs import replace

from newsbrief.extract.dates.context import Clock, Found, iso_day, on, read_day
from newsbrief.extract.dates.meanings.days import calendar_day, holiday_day
from newsbrief.extract.dates.meanings.months import calendar_month, ordinal
from newsbrief.extract.dates.meanings.shape import Meaning, Result, part_of_day, step
from newsbrief.rules.shape import Calendar


def _weekday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    part = part_of_day(found, calendar)
    kind = "TIME" if part else "DATE"
    if clock.published is None:
        return kind, ""
    past = (clock.published.weekday() - _weekday_number(found, calendar)) % 7
    way = step(found, calendar)
    if way == 1:
        days = 7 - past
    elif way == -1:
        days = -(past or 7)
    else:
        days = 7 - past if clock.ahead and past else -past
    return kind, on(clock.published, days + found.shift, part)


def _weekday_number(found: Found, calendar: Calendar) -> int:
    return calendar.weekdays[found.parts["weekday"].lower().rstrip(".")]


def _weekday_of_week(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if clock.published is None:
        return "DATE", ""
    days = _weekday_number(found, calendar) - clock.published.weekday() + 7 * (step(found, calendar) or 0)
    return "DATE", on(clock.published, days, "")


def _weekday_of_month(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the second Tuesday of May”, “the last Friday in August”."""
    value = calendar_month(found, clock, calendar)[1]
    words = found.parts["nth"].lower()
    number = -1 if calendar.steps.get(words) == -1 else ordinal(words, calendar)
    if not value or not -1 <= number <= 5 or not number:
        return "DATE", ""
    year, month_number = int(value[:4]), int(value[5:7])
    first, length = almanac.monthrange(year, month_number)
    days = range(1 + (_weekday_number(found, calendar) - first) % 7, length + 1, 7)
    return "DATE", iso_day(year, month_number, days[number if number < 0 else number - 1]) if number <= len(
        days
    ) else ""


def _following_weekday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """Counted from the latest day in the text; back from publication where that day is still to come."""
    base, way = read_day(clock.day) or clock.published, step(found, calendar, "sense")
    if base is None:
        return "DATE", ""
    if way == -1 and clock.published and not clock.narrative:
        base = min(base, clock.published)
    past = (base.weekday() - _weekday_number(found, calendar)) % 7
    return "DATE", on(base, {1: 7 - past, -1: -(past or 7)}.get(way or 0, -past), "")


def _weekday_beside_told(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the Saturday before”: counted from the latest day in the text, and from no other."""
    return "DATE", _beside(found, calendar, clock.day)


def _weekday_beside_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the Saturday before 14 December”."""
    return "DATE", _beside(found, calendar, calendar_day(_without_sense(found), clock, calendar)[1])


def _weekday_beside_holiday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the Friday before Christmas”."""
    return "DATE", _beside(found, calendar, holiday_day(_without_sense(found), clock, calendar)[1])


def _without_sense(found: Found) -> Found:
    """“before” places the weekday, not the day that it is counted from."""
    return replace(found, parts={name: part for name, part in found.parts.items() if name != "sense"})


def _beside(found: Found, calendar: Calendar, day: str) -> str:
    """The weekday that is nearest before or after a day; "" where that day is not known."""
    base, way = read_day(day), step(found, calendar, "sense")
    past = (base.weekday() - _weekday_number(found, calendar)) % 7 if base else 0
    return on(base, 7 - past if way == 1 else -(past or 7), "")


def _further_weekday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“Saturday and Sunday”: the first such day after the one just named."""
    base, part = read_day(clock.last), part_of_day(found, calendar)
    days = (_weekday_number(found, calendar) - base.weekday()) % 7 if base else 0
    return ("TIME" if part else "DATE"), on(base, days or 7, part)


def _weekday_after(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“Tuesday week”: a week after the coming one."""
    if clock.published is None:
        return "DATE", ""
    days = (_weekday_number(found, calendar) - clock.published.weekday()) % 7
    return "DATE", on(clock.published, (days or 7) + 7, "")


def _told_weekday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“on the Monday”: the first such day from the latest full date in the text."""
    base = read_day(clock.day)
    return "DATE", on(base, (_weekday_number(found, calendar) - base.weekday()) % 7 if base else 0, "")


MEANINGS: dict[str, Meaning] = {
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "weekday-of-month": _weekday_of_month,
    "weekday-after": _weekday_after,
    "further-weekday": _further_weekday,
    "told-weekday": _told_weekday,
    "weekday-beside-told": _weekday_beside_told,
    "weekday-beside-day": _weekday_beside_day,
    "weekday-beside-holiday": _weekday_beside_holiday,
    "following-weekday": _following_weekday,
}
