"""Days, holidays, weekends and hours."""

from __future__ import annotations

import calendar as almanac
import datetime as dt
from collections.abc import Callable

from newsbrief.extract.dates.context import Clock, Found, iso_day, moved, on, read_day
from newsbrief.extract.dates.meanings.months import running_year, told_back, told_year
from newsbrief.extract.dates.meanings.shape import Meaning, Result, month, part_of_day, step
from newsbrief.rules.shape import Calendar, Holiday

DayOf = Callable[[int], str]


def _iso(found: Found, clock: Clock, calendar: Calendar) -> Result:
    year, month, day = (int(part) for part in found.parts["iso"].split("-"))
    return "DATE", iso_day(year, month, day)


def calendar_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“14 December”, “on the night of 14 December 2021”."""
    number, day, part = month(found, calendar), found.number("day"), part_of_day(found, calendar)
    value = on(read_day(_in_year(found, clock, calendar, lambda year: iso_day(year, number, day))), found.shift, "")
    return ("TIME", f"{value}T{part}") if value and part else ("DATE", value)


def _day_of_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“15 January next year”."""
    if clock.published is None:
        return "DATE", ""
    year = clock.published.year + (step(found, calendar) or 0)
    return "DATE", iso_day(year, month(found, calendar), found.number("day"))


def _in_year(found: Found, clock: Clock, calendar: Calendar, day: DayOf) -> str:
    """The day in the year written or told of, else the one nearest to publication."""
    told = told_year(found, clock, calendar)
    if told is not None and found.parts.keys() & {"year", "sense"}:
        return day(told)
    if told_back(clock) and "which" not in found.parts:
        return day(running_year(clock, month(found, calendar)) if "month" in found.parts else int(clock.year))
    published = clock.published
    if published is None:
        return ""
    years = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
    candidates = [dt.date.fromisoformat(value) for year in years if (value := day(year))]
    way = step(found, calendar)
    if way == 1 or (clock.ahead and way is None):
        candidates = [one for one in candidates if one >= published] or candidates
    elif way == -1:
        candidates = [one for one in candidates if one < published] or candidates
    elif way == 0:
        candidates = [one for one in candidates if one.year == published.year] or candidates
    nearest = min(candidates, key=lambda one: _distance(one, published), default=None)
    return nearest.isoformat() if nearest else ""


def _distance(day: dt.date, published: dt.date) -> int:
    """Days, those ahead counted twice: news tells more of what was."""
    days = (day - published).days
    return 2 * days if days > 0 else -days


def _further_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“4 May and 5”: a day of the month just named."""
    return "DATE", _of_month(clock.last, found.number("day"))


def _nth(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“on the 4th”: of the month that the text tells of, else of publication's."""
    published = clock.published.isoformat() if clock.published else ""
    return "DATE", _of_month(clock.anchor if len(clock.anchor) >= 7 else published, found.number("nth"))


def _of_month(value: str, day: int) -> str:
    year, _, rest = value.partition("-")
    return iso_day(int(year), int(rest[:2]), day) if year.isdigit() and rest[:2].isdigit() else ""


def holiday_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“Christmas”, “Christmas 2021”."""
    holiday = calendar.holidays[" ".join(found.parts["holiday"].replace("’", "'").split())]
    part = part_of_day(found, calendar)
    value = _in_year(found, clock, calendar, lambda year: _day_of(holiday, year))
    return ("TIME", f"{value}T{part}") if value and part else ("DATE", value)


def _holiday_of_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if clock.published is None:
        return "DATE", ""
    holiday = calendar.holidays[" ".join(found.parts["holiday"].replace("’", "'").split())]
    return "DATE", _day_of(holiday, clock.published.year + (step(found, calendar) or 0))


def _day_of(holiday: Holiday, year: int) -> str:
    if holiday.easter is not None:
        target = moved(easter(year), holiday.easter) if 1583 <= year <= 9999 else None
        return target.isoformat() if target else ""
    if not holiday.nth:
        return iso_day(year, holiday.month, holiday.day)
    if not 1 <= year <= 9999:
        return ""
    first, length = almanac.monthrange(year, holiday.month)
    days = range(1 + (holiday.weekday - first) % 7, length + 1, 7)
    return iso_day(year, holiday.month, days[holiday.nth - 1 if holiday.nth > 0 else holiday.nth])


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's rule)."""
    century, short, moon = year // 100, year % 100, year % 19
    epact = (19 * moon + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (short // 4) - epact - short % 4) % 7
    late = (moon + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def _weekend(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """The week's Saturday and Sunday: the last one before publication, or the coming one."""
    if clock.published is None:
        return "DATE", ""
    way, weekday = step(found, calendar), clock.published.weekday()
    coming = way in (0, 1) or (way is None and clock.ahead) or (weekday > 4 and way != -1)
    target = moved(clock.published, 0 if coming else -7)
    if target is None:
        return "DATE", ""
    year, week, _ = target.isocalendar()
    return "DATE", f"{year:04d}-W{week:02d}-WE"


def _days(found: Found, clock: Clock, calendar: Calendar) -> Result:
    part = part_of_day(found, calendar) or found.value
    base = _day_told(clock) if found.value else clock.published
    return ("TIME" if part else "DATE"), on(base, found.shift, part)


def _day_told(clock: Clock) -> dt.date | None:
    """The day that an hour belongs to: the sentence's own, in a history the latest told, else publication's."""
    told = clock.here or (clock.anchor if clock.narrative else "")
    return read_day(told) or clock.published


def _time(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """An hour of the latest day in the text, else of publication's."""
    hour, minute = int(found.parts["hour"]), found.parts.get("minute", "00")
    half = found.parts.get("half", "").lower().replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return "TIME", ""
        hour = hour % 12 + (12 if half in calendar.afternoon else 0)
    base = _day_told(clock)
    zone = "Z" if found.parts.get("zone", "").upper() in {"UTC", "GMT"} else ""
    return "TIME", on(base, 0, f"{hour:02d}:{minute}{zone}")


MEANINGS: dict[str, Meaning] = {
    "iso": _iso,
    "day": calendar_day,
    "day-of-year": _day_of_year,
    "further-day": _further_day,
    "nth": _nth,
    "holiday": holiday_day,
    "holiday-of-year": _holiday_of_year,
    "weekend": _weekend,
    "days": _days,
    "time": _time,
}
