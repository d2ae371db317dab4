"""Instants as agencies write them, as ISO 8601 that front matter can hold."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

# 2029-05-04T10:15:00Z; NITF and NewsML 1 leave the marks out: 20290504T101500+0100.
WRITTEN = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:[Tt ]\s?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?(?:[.,]\d{1,9})?"
    r"\s?(?P<zone>[Zz]|GMT|UTC|[+-]\d{2}:?(?:\d{2})?)?)?"
)
LONGEST = 60
WAIT = dt.timedelta(minutes=15)


def instant(words: str) -> str:
    """The day or instant that a field holds, with its zone as it was written; "" for anything else."""
    bare = words.strip()[:LONGEST]
    match = WRITTEN.fullmatch(bare)
    if match is None:
        return _mailed(bare)
    try:
        day = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
        if match["hour"] is None:
            return day.isoformat()
        time = dt.time(int(match["hour"]), int(match["minute"]), min(int(match["second"] or 0), 59))
    except ValueError:
        return ""
    return f"{day.isoformat()}T{time.isoformat()}{_zone(match['zone'] or '')}"


def _zone(words: str) -> str:
    if not words or words[0] not in "+-":
        return "Z" if words else ""
    hours, minutes = int(words[1:3]), int(words[3:].strip(":") or 0)
    return f"{words[0]}{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""


def _mailed(words: str) -> str:
    """“Fri, 4 May 2029 16:12:09 +0100” (RFC 5322), as RSS and e-mail have it."""
    if not any(sign.isdigit() for sign in words):
        return ""
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""


def first_of(*words: str) -> str:
    """The first of several fields that holds an instant."""
    return next(filter(None, map(instant, words)), "")


def waits(released: str, issued: str) -> bool:
    """Whether a release comes so long after the issue that somebody means it: another day, or a quarter of an hour."""
    if not released or not issued:
        return False
    if "T" not in released or "T" not in issued:
        return released[:10] > issued[:10]
    return _at(released) - _at(issued) >= WAIT


def _at(iso: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
