"""Years, months, seasons, quarters, decades: what names its year or takes that of publication or of the text."""

from __future__ import annotations

from newsbrief.extract.dates.context import MONTH, YEAR, Clock, Found, iso_month, iso_year
from newsbrief.extract.dates.meanings.shape import Meaning, Result, month, step
from newsbrief.rules.shape import Calendar

# A month so many before the one last told of belongs to the next year.
TURN = 8
# How many years ahead of publication a year of two figures may lie.
AHEAD = 10
SEASON_BEGINS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def told_year(found: Found, clock: Clock, calendar: Calendar) -> int | None:
    """The year written, or counted from that of the text ("that year"), or that the text tells of; None if unknown."""
    if "year" in found.parts:
        return int(found.parts["year"])
    year = clock.year or (clock.told if "sense" in found.parts else "")
    return int(year) + (step(found, calendar, "sense") or 0) if year else None


def told_back(clock: Clock) -> bool:
    """Whether the text tells of an earlier year: its days and months without a year belong to that one."""
    if not clock.year or (clock.ahead and not clock.narrative):
        return False
    return clock.narrative or clock.published is None or int(clock.year) < clock.published.year


def running_year(clock: Clock, month: int) -> int:
    """The year told of, or the next where the story has passed from the end of a year to the beginning of another."""
    told = clock.anchor[5:7] if clock.narrative and clock.anchor[:4] == clock.year else ""
    return int(clock.year) + (told.isdigit() and month + TURN <= int(told))


def calendar_month(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“in May 2021”, “last May”, “in May”."""
    number = month(found, calendar)
    if "year" in found.parts:
        return "DATE", iso_month(int(found.parts["year"]), number)
    if told_back(clock) and "which" not in found.parts:
        return "DATE", iso_month(running_year(clock, number), number)
    published = clock.published
    if published is None:
        return "DATE", ""
    way = step(found, calendar)
    year = published.year
    if way == 1 or (clock.ahead and way is None):
        year += number < published.month or (way == 1 and number == published.month)
    elif way == -1:
        year -= number >= published.month
    else:
        year -= number > published.month and way is None
    return "DATE", iso_month(year, number)


def _month_of_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    if clock.published is None:
        return "DATE", ""
    return "DATE", iso_month(clock.published.year + (step(found, calendar) or 0), month(found, calendar))


def _month_of_that(found: Found, clock: Clock, calendar: Calendar) -> Result:
    told = clock.year or clock.told or clock.anchor[:4]
    year = int(told) if told else clock.published.year if clock.published else None
    if year is None:
        return "DATE", ""
    return "DATE", iso_month(year + (step(found, calendar, "sense") or 0), month(found, calendar))


def _month_after(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the following January”: the first such month after the latest date in the text."""
    told, number = clock.anchor, month(found, calendar)
    if not YEAR.match(told):
        return "DATE", ""
    if not MONTH.match(told[:7]):
        return "DATE", iso_month(int(told[:4]) + (step(found, calendar, "sense") or 0), number)
    year, current = int(told[:4]), int(told[5:7])
    if step(found, calendar, "sense") == 0:
        return "DATE", iso_month(year, number)
    if (step(found, calendar, "sense") or 0) < 0:
        return "DATE", iso_month(year - (number >= current), number)
    return "DATE", iso_month(year + (number <= current), number)


def _month_of_range(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“from November to February 2021”: the year stands at the range's end."""
    return "DATE", iso_month(int(found.parts["year"]), month(found, calendar))


def _century(found: Found, clock: Clock, calendar: Calendar) -> Result:
    number = ordinal(found.parts["ordinal"].lower(), calendar)
    return "DATE", f"{number - 1:02d}" if number else ""


def ordinal(words: str, calendar: Calendar) -> int:
    """The number of “third” or “3rd”."""
    return calendar.ordinals[words] if words in calendar.ordinals else int("".join(filter(str.isdigit, words)))


def _decade(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", found.parts["decade"][:3]


def _year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", found.parts["year"]


def _before_christ(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """TIMEX3 writes years before Christ as they are spoken: BC0431."""
    year = int(found.parts["bc"])
    return "DATE", f"BC{year:04d}" if year else ""


def _after_christ(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", iso_year(int(found.parts["ad"]))


def _further_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", clock.last[:2] + found.parts["short"] if clock.last else ""


def _short_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“’82” is the latest such year that is not far ahead of publication."""
    if clock.published is None:
        return "DATE", ""
    latest = clock.published.year + AHEAD
    return "DATE", iso_year(latest - (latest - int(found.parts["short"])) % 100)


def _short_decade(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """“the ’70s”, “the seventies”: the latest such decade that has begun."""
    words = found.parts["tens"].lower()
    tens = calendar.decades.get(words) or found.number("tens")
    if clock.published is None:
        return "DATE", ""
    return "DATE", iso_year(clock.published.year - (clock.published.year - tens) % 100)[:3]


def _fiscal(found: Found, clock: Clock, calendar: Calendar) -> Result:
    return "DATE", f"FY{found.parts['year']}"


def _quarter(found: Found, clock: Clock, calendar: Calendar) -> Result:
    number = (
        int(found.parts["figure"]) if "figure" in found.parts else ordinal(found.parts["ordinal"].lower(), calendar)
    )
    if number > 4:
        return "DATE", ""
    if "year" in found.parts:
        return "DATE", f"{found.parts['year']}-Q{number}"
    if clock.published is None:
        return "DATE", ""
    year = clock.published.year + (step(found, calendar) or 0)
    # A quarter's figures come after its end: an unfinished quarter is last year's, unless the text looks ahead.
    started = (clock.published.month - 1) // 3 + 1 >= number
    year = year if started or clock.ahead or "which" in found.parts else year - 1
    return "DATE", f"{iso_year(year)}-Q{number}" if iso_year(year) else ""


def _half(found: Found, clock: Clock, calendar: Calendar) -> Result:
    half = ordinal(found.parts["ordinal"].lower(), calendar)
    if "year" in found.parts:
        return "DATE", f"{found.parts['year']}-H{half}"
    year = clock.published.year + (step(found, calendar) or 0) if clock.published else 0
    return "DATE", f"{iso_year(year)}-H{half}" if iso_year(year) else ""


def _season(found: Found, clock: Clock, calendar: Calendar) -> Result:
    season = calendar.seasons[found.parts["season"].lower()]
    told = told_year(found, clock, calendar)
    if "year" in found.parts or "sense" in found.parts:
        sensed = told if told is not None else clock.published.year if clock.published else None
        return "DATE", f"{sensed:04d}-{season}" if sensed else ""
    if told is not None and "which" not in found.parts and told_back(clock):
        return "DATE", f"{told:04d}-{season}"
    if clock.published is None:
        return "DATE", ""
    way, current = step(found, calendar), clock.published.month
    year, begins = clock.published.year, SEASON_BEGINS[season]
    if way == 1:
        year += begins <= current
    elif way == -1:
        year -= current < begins + 3
    return "DATE", f"{year:04d}-{season}"


def _this_season(found: Found, clock: Clock, calendar: Calendar) -> Result:
    """A season that no word places: the text's year, else the nearest that has begun, or that is to come."""
    if told_back(clock) or clock.published is None:
        return _season(found, clock, calendar)
    season = calendar.seasons[found.parts["season"].lower()]
    begun = SEASON_BEGINS[season] <= clock.published.month
    over = SEASON_BEGINS[season] + 3 <= clock.published.month
    year = clock.published.year + (over if clock.ahead else begun - 1)
    return "DATE", f"{year:04d}-{season}" if iso_year(year) else ""


def _season_of_year(found: Found, clock: Clock, calendar: Calendar) -> Result:
    season = calendar.seasons[found.parts["season"].lower()]
    year = clock.published.year + (step(found, calendar) or 0) if clock.published else 0
    return "DATE", f"{year:04d}-{season}" if iso_year(year) else ""


MEANINGS: dict[str, Meaning] = {
    "month": calendar_month,
    "bare-month": calendar_month,
    "month-of-year": _month_of_year,
    "month-of-that": _month_of_that,
    "month-after": _month_after,
    "month-of-range": _month_of_range,
    "century": _century,
    "decade": _decade,
    "year": _year,
    "year-of-name": _year,
    "year-after-name": _year,
    "range-end": _year,
    "before-christ": _before_christ,
    "after-christ": _after_christ,
    "further-year": _further_year,
    "short-year": _short_year,
    "short-decade": _short_decade,
    "fiscal": _fiscal,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "this-season": _this_season,
    "season-of-year": _season_of_year,
}
