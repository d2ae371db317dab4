"""What each kind of time expression means: (type, value), with the value "" where it cannot be told.

The values follow TIMEX3 (ISO-TimeML, ISO 24617-1): 2023-09-20, 2023-W37, 2023-09, 2023-Q3, 2023-SU, 2023, 198, P2Y.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from newsbrief.extract.dates.context import Clock, Found, iso_day, iso_month, iso_unit, moved
from newsbrief.rules.shape import Calendar

Result = tuple[str, str] | None
Meaning = Callable[[Found, Clock, Calendar], Result]


def _step(found: Found, calendar: Calendar, part: str = "which") -> int | None:
    return calendar.steps.get(found.parts.get(part, "").lower())


def _month(found: Found, calendar: Calendar) -> int:
    return calendar.months[found.parts["month"].lower().rstrip(".")]


def _told_back(clock: Clock) -> bool:
    """Whether the paragraph tells of an earlier year: its days and months without a year belong to that one."""
    return bool(clock.year) and (clock.published is None or int(clock.year) < clock.published.year) and not clock.ahead


def _iso(found: Found, clock: Clock, calendar: Calendar) -> Result:
    year, month, day = (int(part) for part in found.parts["iso"].split("-"))
    return "DATE", iso_day(year, month, day)


def _calendar_day(found: Found, clock: Clock, calendar: Calendar) -> Result:
    month, day = _month(found, calendar), found.number("day")
    if "year" in found.parts:
        return "DATE", iso_day(int(found.parts["year"]), month, day)
    if _told_back(clock):
        return "DATE", iso_day(int(clock.year), month, day)
    published = clock.published
    if published is None:
        return "DATE", ""
    candidates = [
        dt.date.fromisoformat(value)
        for year in (published.year - 1, published.year, published.year + 1)
        if (value := iso_day(year, month, day))
    ]
    if clock.ahead:
        candidates = [one for one in candidates if one >= published] or candidates
    nearest = min(candidates, key=lambda one: (abs((one - published).days), one), default=None)
    return "DATE", nearest.isoformat() if nearest else ""


def _calendar_month(found: Found, clock: Clock, calendar: Calendar) -> Result:
    month = _month(found, calendar)
    if "year" in found.parts:
        return "DATE", iso_month(int(found.parts["year"]), month)
    if _told_back(clock) and "which" not in found.parts:
        return "DATE", iso_month(int(clock.year), month)
    published = clock.published
    if published is None:
        return "DATE", ""
    step = _step(found, calendar)
    year = published.year
    if step == 1 or (clock.ahead and step is None):
        year += month < published.month or (step == 1 and month == published.month)
    elif step == -1:
        year -= month >= published.month
    else:
        year -= month > published.month and step is None
    return "DATE", iso_month(year, month)


def _bare_month(found: Found, clock: Clock, calendar: Calendar) -> Result:
    short = len(found.parts["month"].rstrip(".")) <= 4 and not found.parts["month"].endswith(".")
    doubtful = found.parts["month"].lower().rstrip(".") in calendar.doubtful
    return None if doubtful or (short and len(found.parts["month"]) == 3) else _calendar_month(found, clock, calendar)


def _month_of_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if clock.published is None:
        return "DATE", ""
    return "DATE", iso_month(clock.published.year + (_step(found, calendar) or 0), _month(found, calendar))


def _decade(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", found.parts["decade"][:3]


def _year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", found.parts.get("year") or found.parts["recent"]


def _quarter(found: Found, clock: Clock, calendar: Calendar) -> Result:
    ordinal = calendar.ordinals[found.parts["ordinal"].lower()]
    if "year" in found.parts:
        return "DATE", f"{found.parts['year']}-Q{ordinal}"
    if clock.published is None:
        return "DATE", ""
    year = clock.published.year + (_step(found, calendar) or 0)
    # A quarter's figures come after its end: an unfinished quarter is last year's, unless the text looks ahead.
    started = (clock.published.month - 1) // 3 + 1 >= ordinal
    return "DATE", f"{year if started or clock.ahead or 'which' in found.parts else year - 1:04d}-Q{ordinal}"


def _half(found: Found, clock: Clock, calendar: Calendar) -> Result:
    ordinal = calendar.ordinals[found.parts["ordinal"].lower()]
    return ("DATE", f"{found.parts['year']}-H{ordinal}") if ordinal <= 2 else None


def _season(found: Found, clock: Clock, calendar: Calendar) -> Result:
    season = calendar.seasons[found.parts["season"].lower()]
    if "year" in found.parts:
        return "DATE", f"{found.parts['year']}-{season}"
    if clock.published is None:
        return "DATE", ""
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    step, month = _step(found, calendar), clock.published.month
    year = clock.published.year
    if step == 1:
        year += begins <= month
    elif step == -1:
        year -= month < begins + 3
    return "DATE", f"{year:04d}-{season}"


def _weekday(found: Found, clock: Clock, calendar: Calendar) -> Result:
    part = calendar.parts.get(found.parts.get("part", "").lower(), "")
    kind = "TIME" if part else "DATE"
    if clock.published is None:
        return kind, ""
    wanted = calendar.weekdays[found.parts["weekday"].lower().rstrip(".")]
    past = (clock.published.weekday() - wanted) % 7
    step = _step(found, calendar)
    if step == 1:
        days = 7 - past
    elif step == -1:
        days = -(past or 7)
    else:
        days = 7 - past if clock.ahead and past else -past
    return kind, _on(clock.published, days, part)


def _weekday_of_week(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if clock.published is None:
        return "DATE", ""
    wanted = calendar.weekdays[found.parts["weekday"].lower().rstrip(".")]
    return "DATE", _on(clock.published, wanted - clock.published.weekday() + 7 * (_step(found, calendar) or 0), "")


def _days(found: Found, clock: Clock, calendar: Calendar) -> Result:
    part = calendar.parts.get(found.parts.get("part", "").lower(), "")
    return ("TIME" if part else "DATE"), _on(clock.published, found.shift, part)


def _tonight(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "TIME", _on(clock.published, 0, calendar.parts.get("night", "NI"))


def _on(day: dt.date | None, days: int, part: str) -> str:
    target = moved(day, days) if day else None
    return "" if target is None else target.isoformat() + (f"T{part}" if part else "")


def _count(found: Found, calendar: Calendar) -> int:
    words = found.parts["number"].lower()
    return int(words) if words.isdecimal() else calendar.numbers[words]


def _ago(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _moved_by(found, clock, calendar, -_count(found, calendar))


def _ahead(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _moved_by(found, clock, calendar, _count(found, calendar))


def _unit(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return _moved_by(found, clock, calendar, found.shift)


def _moved_by(found: Found, clock: Clock, calendar: Calendar, shift: int) -> Result:
    unit = calendar.units[found.parts["unit"].lower()]
    return "DATE", iso_unit(clock.published, unit, shift) if clock.published else ""


def _from_last(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """Counted from the latest full date in the text; without one it hangs in the air."""
    if not clock.last:
        return "DATE", ""
    last = dt.date.fromisoformat(clock.last[:10])
    count = _count(found, calendar) if "number" in found.parts else 1
    unit = calendar.units[found.parts["unit"].lower()] if "unit" in found.parts else "D"
    return "DATE", iso_unit(last, unit, count * (_step(found, calendar, "sense") or 0))


def _past(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", ""


def _duration(found: Found, clock: Clock, calendar: Calendar) -> Result:
    count: int | str = "X" if "vague" in found.parts else _count(found, calendar) if "number" in found.parts else 1
    if "clock" in found.parts:
        unit = calendar.clock[found.parts["clock"].lower()]
        # "a second day" counts no seconds.
        ordinal = unit == "S" and found.parts.get("number", "").lower() in calendar.articles
        return None if ordinal else ("DURATION", f"PT{count}{unit}")
    unit = calendar.units[found.parts["unit"].lower()]
    if unit == "E":
        return "DURATION", f"P{count if count == 'X' else int(count) * 10}Y"
    return "DURATION", f"P{count}{unit}"


def _set(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if "weekday" in found.parts:
        return "SET", f"XXXX-WXX-{calendar.weekdays[found.parts['weekday'].lower().rstrip('.')] + 1}"
    return "SET", f"P1{calendar.units[found.parts['unit'].lower()]}"


MEANINGS: Mapping[str, Meaning] = {
    "iso": _iso,
    "day": _calendar_day,
    "month": _calendar_month,
    "bare-month": _bare_month,
    "month-of-year": _month_of_year,
    "decade": _decade,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "year": _year,
    "weekday": _weekday,
    "weekday-of-week": _weekday_of_week,
    "days": _days,
    "tonight": _tonight,
    "ago": _ago,
    "past": _past,
    "ahead": _ahead,
    "duration": _duration,
    "unit": _unit,
    "from-last": _from_last,
    "set": _set,
}
