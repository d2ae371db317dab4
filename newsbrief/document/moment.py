"""Days and times as front matter writes them: `2023-09-21`, `2023-09-21 14:30`, `2023-09-21T14:30:00+09:00`."""

from __future__ import annotations

import datetime as dt
import re

from newsbrief.model.brief import Moment

WRITTEN = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:(?:[Tt]|[ \t]+)(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,](?P<fraction>[0-9]{1,9}))?"
    r"[ \t]*(?P<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2}(?::[0-9]{2})?)?)?"
)


def moment_of(text: str) -> Moment | None:
    """Read a date, or a date with a time; None when the text is neither or names what no calendar or clock has."""
    match = WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = dt.date.fromisoformat(match["day"])
        return Moment(day, _time(match["time"], match["fraction"]), _zone(match["zone"]))
    except ValueError:
        return None


def _time(text: str | None, fraction: str | None) -> dt.time | None:
    if text is None:
        return None
    hour, minute, *second = (int(part) for part in text.split(":"))
    return dt.time(hour, minute, second[0] if second else 0, int(f"{fraction or '0':0<6}"[:6]))


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text in "Zz":
        return dt.UTC
    digits = text[1:].replace(":", "").ljust(6, "0")
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:])
    if minutes > 59 or seconds > 59:
        raise ValueError("no clock has 60 minutes past the hour")
    offset = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return dt.timezone(-offset if text[0] == "-" else offset)


def moment_text(moment: Moment) -> str:
    """Write a moment so that `moment_of` reads the same one; a zone is written as its offset from UTC."""
    if moment.time is None and moment.zone is None:
        return moment.day.isoformat()
    if moment.zone is None:
        return f"{moment.day.isoformat()} {_clock(moment.time or dt.time())}"
    return moment.at(moment.zone).isoformat()


def _clock(time: dt.time) -> str:
    return time.isoformat() if time.second or time.microsecond else time.isoformat("minutes")
